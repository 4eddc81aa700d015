import type {Cancel, Clock} from '../../lib/clock.ts';
import {FaultError} from '../../kube/fault.ts';
import type {Transport} from '../../kube/ports.ts';
import type {LogSource} from '../../model/log.ts';
import type {IngressRow, ServiceObjectRow} from '../../model/network.ts';
import type {Row} from '../../model/row.ts';
import type {Join} from '../../services/join.ts';
import type {TrafficBook} from '../../services/traffic/contract.ts';
import type {Collection} from '../../store/collection.ts';
import {readControllerPods} from './controller-pods.ts';
import type {WantedLog} from './sources.ts';
import {upstreamNames} from './upstream-names.ts';

/** The access logs of ingress controllers: they tell how long requests took where the program's own log does not. */
export interface IngressLogs {
	/**
	 * To be followed now: none as long as every service tells for itself, or no Ingress leads to one that does not. The same array when
	 * nothing changed.
	 */
	readonly logs: readonly Pick<WantedLog, 'source' | 'run'>[];
	/** Whether a log is that of a controller. */
	reads(source: LogSource): boolean;
	/** The service that an upstream of a controller's line is; undefined when it is none that is watched. */
	serviceOf(upstream: string): string | undefined;
	/** What is missing to tell the times of a service: the right to read the controller's log; empty when nothing is. */
	because(service: string): string;
	update(now: IngressInput, book: TrafficBook): void;
	stop(): void;
}

interface IngressInput {
	readonly join: Pick<Join, 'services' | 'behind' | 'service'>;
	readonly collections: Readonly<Record<string, Collection>>;
	readonly now: number;
}

/** Controllers come and go seldom. */
const LOOK_MS = 60_000;

/** What kind of log a service has changes seldom, too. */
const JUDGE_MS = 5000;

export function createIngressLogs(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly wake: () => void;
}): IngressLogs {
	const {transport, clock, wake} = options;
	const stopped = new AbortController();
	let logs: readonly Pick<WantedLog, 'source' | 'run'>[] = [];
	let keys: ReadonlySet<string> = new Set();
	let names: ReadonlyMap<string, string> = new Map();
	let namedFor: Collection | undefined;
	let missing = '';
	let silent: ReadonlySet<string> = new Set();
	let judgedAt = Number.NEGATIVE_INFINITY;
	let cancel: Cancel | undefined;

	const look = async (): Promise<void> => {
		try {
			const sources = await readControllerPods(transport, stopped.signal);
			logs = sources;
			keys = new Set(sources.map(({source}) => source.key));
			missing = '';
		} catch (error) {
			if (!(error instanceof FaultError)) return;
			missing =
				error.fault.kind === 'forbidden'
					? `no right to ${error.fault.permission ?? 'list pods'} to read the ingress's log`
					: '';
		}
		if (!stopped.signal.aborted) wake();
	};
	return {
		get logs() {
			return silent.size === 0 ? NO_LOGS : logs;
		},
		reads: ({key}) => keys.has(key),
		serviceOf: upstream => names.get(upstream.toLowerCase()),
		because: service => (silent.has(service) ? missing : ''),
		update({join, collections, now}, book) {
			const services = collections['service'];
			if (services !== namedFor && services !== undefined) {
				namedFor = services;
				names = upstreamNames(
					services.rows as ReadonlyMap<string, ServiceObjectRow>,
					row => join.behind(row)[0]?.uid,
				);
			}
			if (now - judgedAt < JUDGE_MS) return;
			judgedAt = now;
			silent = untimed(join, collections, book, now);
			if (silent.size === 0 || cancel !== undefined) return;
			void look();
			cancel = clock.every(LOOK_MS, () => void look());
		},
		stop() {
			cancel?.();
			stopped.abort();
		},
	};
}

/** Services to which an Ingress leads and whose own logs tell no times. */
function untimed(
	{services}: Pick<Join, 'services'>,
	collections: Readonly<Record<string, Collection>>,
	book: TrafficBook,
	now: number,
): ReadonlySet<string> {
	const ingresses = (collections['ingress']?.rows ?? NOTHING) as ReadonlyMap<string, IngressRow>;
	if (ingresses.size === 0) return NOBODY;
	const routed = new Set<string>();
	for (const {namespace, rules} of ingresses.values())
		for (const {service} of rules) routed.add(`${namespace}/${service}`);
	const found = new Set<string>();
	for (const {uid, namespace, services: names} of services()) {
		if (!names.some(name => routed.has(`${namespace}/${name}`))) continue;
		const traffic = book.of(uid, now);
		if (traffic !== undefined && (traffic.timing === 'none' || traffic.from === 'ingress')) found.add(uid);
	}
	return found;
}

const NO_LOGS: IngressLogs['logs'] = [];
const NOTHING: ReadonlyMap<string, Row> = new Map();
const NOBODY: ReadonlySet<string> = new Set();
