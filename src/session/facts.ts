import type {Facts} from '../kinds/contract.ts';
import type {Row} from '../model/row.ts';
import type {Usage, UsageTable} from '../model/usage.ts';
import {connectionSummary} from '../services/database/summary.ts';
import {summaryOf} from '../services/traffic/summary.ts';
import type {Join} from '../services/join.ts';
import type {ServiceRow} from '../services/service-row.ts';
import {usageOfService} from '../services/usage.ts';
import {formatById} from '../telemetry/format-by-id.ts';
import type {DatabaseView} from './database-view.ts';
import type {TrafficView} from './logs/contract.ts';

/** What facts are told from. */
interface Known {
	readonly join: Join;
	readonly usage: UsageTable;
	readonly traffic: TrafficView;
	readonly databases: DatabaseView;
}

/** What columns may ask beyond their row. Sums over the pods of a service are made once per service and table of usage. */
export function createFacts(): (known: Known, now: number) => Facts {
	let sums = new WeakMap<Row, Usage | undefined>();
	let summed: UsageTable | undefined;
	return ({join, usage, traffic, databases}, now) => {
		if (usage !== summed) sums = new WeakMap();
		summed = usage;
		return {
			now,
			trafficOf: ({uid}) => summaryOf(traffic.of(uid), traffic.because(uid), timingWords),
			connectionsOf: ({uid}) => connectionSummary(databases.of(uid)),
			restartsOf: row => join.restartsOf(row, now),
			usageOf(row) {
				if (row.kind === 'node') return usage.nodes.get(row.name);
				if (!isService(row)) return usage.pods.get(`${row.namespace}/${row.name}`);
				if (!sums.has(row)) sums.set(row, sumOf(row, usage));
				return sums.get(row);
			},
		};
	};
}

/** Why requests of a log format have no durations. */
function timingWords(format: string): string {
	return formatById(format)?.timing?.because ?? '';
}

function isService(row: Row): row is ServiceRow {
	return 'workload' in row;
}

/** Undefined while none of its pods was measured. The oldest measurement dates the sum. */
function sumOf(service: ServiceRow, usage: UsageTable): Usage | undefined {
	const {cpu, memory} = usageOfService(service, usage);
	if (cpu.used === undefined || memory.used === undefined) return undefined;
	const times = service.pods
		.map(pod => usage.pods.get(`${pod.namespace}/${pod.name}`)?.measuredAt)
		.filter(at => at !== undefined);
	return {cpu: cpu.used, memory: memory.used, measuredAt: Math.min(...times)};
}
