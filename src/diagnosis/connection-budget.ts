import type {PodRow} from '../model/pod.ts';
import {
	inCommand,
	inEnvironment,
	MAX_CONNECTIONS,
	OVERFLOW,
	POOL,
	POSTGRES,
	RESERVED,
	WORKERS,
	workersInCommand,
} from '../services/budget/declared.ts';
import {isLive} from '../services/revisions.ts';
import type {ServiceRow} from '../services/service-row.ts';
import {counted} from './phrases.ts';
import type {PodsSubject} from './subject.ts';

/** Connections that pods may open, against those that their database allows, as far as environments tell. */
export interface Budget {
	/** `5 pods × (8 pool + 4 overflow) = 60 connections`, `27 usable on postgres (30 less 3 reserved)`. */
	readonly because: readonly string[];
	readonly next: readonly string[];
}

/**
 * @param container whose pool it is
 * @param behind the workloads of the database
 * @param name of the database
 */
export function budgetOf(
	{pods, allPods}: PodsSubject,
	container: string,
	behind: readonly ServiceRow[],
	name: string,
): Budget {
	const pools = poolsOf(allPods.filter(isLive), container);
	// Those of the newest revision are asked for: what is about to go is not worth a change.
	const [first] = poolsOf(pods, container);
	const usable = usableOf(behind);
	const demand = pools.reduce((sum, pool) => sum + pool.pods * pool.workers * (pool.size + pool.overflow), 0);
	return {
		because: [
			...(demand === 0 ? [] : [`${pools.map(inWords).join(' + ')} = ${demand} connections`]),
			...(usable === undefined ? [] : [`${usable.count} usable on ${name}${usable.words}`]),
		],
		next: [howToLower(first, usable?.count, allPods.filter(isLive).length)],
	};
}

/** Pods whose pools are of one size. */
interface Pools {
	readonly pods: number;
	readonly workers: number;
	readonly size: number;
	readonly overflow: number;
	/** `DB_POOL_SIZE and DB_MAX_OVERFLOW`. */
	readonly settings: string;
}

function poolsOf(pods: readonly PodRow[], container: string): readonly Pools[] {
	const groups = new Map<string, Pools>();
	for (const pod of pods) {
		const spec = pod.spec.containers.find(one => one.name === container);
		const size = inEnvironment(spec, POOL);
		if (size === undefined) continue;
		const overflow = inEnvironment(spec, OVERFLOW);
		const workers = inEnvironment(spec, WORKERS)?.value ?? workersInCommand(spec)?.value ?? 1;
		const key = [workers, size.value, overflow?.value].join('/');
		groups.set(key, {
			pods: (groups.get(key)?.pods ?? 0) + 1,
			workers,
			size: size.value,
			overflow: overflow?.value ?? 0,
			settings: overflow === undefined ? size.from : `${size.from} and ${overflow.from}`,
		});
	}
	return [...groups.values()];
}

function inWords({pods, workers, size, overflow}: Pools): string {
	const each = overflow === 0 ? `${size} pool` : `(${size} pool + ${overflow} overflow)`;
	return `${counted(pods, 'pod')}${workers < 2 ? '' : ` × ${workers} workers`} × ${each}`;
}

function howToLower(pools: Pools | undefined, usable: number | undefined, pods: number): string {
	const {settings = 'the size of the pool', workers = 1} = pools ?? {};
	const share = usable === undefined || pods === 0 ? 0 : Math.floor(usable / (pods * workers));
	if (share < 1) return `lower ${settings}, or run fewer pods`;
	const sum = settings.includes(' and ') ? ' in sum' : '';
	return `lower ${settings} to ${share}${sum}, for ${counted(pods, 'pod')}${workers < 2 ? '' : ` of ${workers} workers`}`;
}

/** `postgres -c max_connections=200` */
const MAX_IN_COMMAND = /max_connections=(?<value>\d{1,6})/;

function usableOf(behind: readonly ServiceRow[]): {readonly count: number; readonly words: string} | undefined {
	for (const {workload} of behind) {
		for (const spec of workload.template.containers) {
			const max = inEnvironment(spec, MAX_CONNECTIONS)?.value ?? inCommand(spec, MAX_IN_COMMAND)?.value;
			if (max === undefined) continue;
			const reserved = inEnvironment(spec, RESERVED)?.value ?? POSTGRES.reserved;
			return {count: Math.max(0, max - reserved), words: ` (${max} less ${reserved} reserved)`};
		}
	}
	return undefined;
}
