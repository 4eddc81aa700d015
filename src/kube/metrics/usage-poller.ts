import {type Clock, sleep} from '../../lib/clock.ts';
import type {Usage, UsageState, UsageTable} from '../../model/usage.ts';
import {type Fault, FaultError} from '../fault.ts';
import type {Transport} from '../ports.ts';
import {readUsage} from './read-usage.ts';
import {nodeUsage, podUsage} from './usage-of.ts';

export interface UsagePoller {
	/** Asks now instead of at the end of the pause. */
	retryNow(): void;
	stop(): void;
}

/** metrics-server measures every 15 s by default: to ask more often shows nothing new. */
const PERIOD_MS = 15_000;
/** Whoever installs the API or grants the right does not wait for us. */
const REFUSED_PERIOD_MS = 5 * 60_000;
/** No server may send us to sleep for longer. */
const RETRY_AFTER_MS_MAX = 5 * 60_000;

const API = '/apis/metrics.k8s.io/v1beta1';
const NONE: ReadonlyMap<string, Usage> = new Map();

/**
 * Publishes what metrics.k8s.io measured, every 15 s; trouble is published as state and never stops it. The state is that of the pods:
 * nodes, which few may read, are simply missing when they cannot be had.
 * @param options.namespace empty means all
 * @param options.nodes whether nodes are asked for too
 */
export function createUsagePoller(options: {
	readonly transport: Transport;
	readonly namespace: string;
	readonly nodes?: boolean;
	readonly clock: Clock;
	readonly publish: (table: UsageTable) => void;
}): UsagePoller {
	const {transport, namespace, nodes = false, clock, publish} = options;
	const podsPath = namespace === '' ? `${API}/pods` : `${API}/namespaces/${encodeURIComponent(namespace)}/pods`;
	const life = new AbortController();
	let pause = new AbortController();
	let table: UsageTable = {pods: NONE, nodes: NONE, state: {phase: 'starting'}};
	const readNodes = async (): Promise<ReadonlyMap<string, Usage>> => {
		try {
			return await readUsage(transport, `${API}/nodes`, nodeUsage, clock, life.signal);
		} catch (thrown) {
			if (thrown instanceof FaultError) return NONE;
			throw thrown;
		}
	};
	const poll = async (): Promise<number> => {
		try {
			const podsNow = await readUsage(transport, podsPath, podUsage, clock, life.signal);
			const nodesNow = nodes ? await readNodes() : NONE;
			table = {pods: podsNow, nodes: nodesNow, state: {phase: 'fresh', at: clock.now()}};
			return PERIOD_MS;
		} catch (thrown) {
			if (!(thrown instanceof FaultError)) throw thrown;
			table = afterFault(table, thrown.fault);
			return delayAfter(thrown.fault);
		}
	};
	const run = async (): Promise<void> => {
		while (!life.signal.aborted) {
			try {
				const delayMs = await poll();
				if (life.signal.aborted) return;
				pause = new AbortController();
				publish(table);
				await sleep(clock, delayMs, pause.signal);
			} catch (thrown) {
				// What a request throws because it was stopped is of no interest. Everything else here is a bug.
				if (!life.signal.aborted) throw thrown;
			}
		}
	};
	void Promise.resolve().then(run);
	return {
		retryNow: () => pause.abort(),
		stop() {
			life.abort();
			pause.abort();
		},
	};
}

/** The last figures stay with their age, except where there is nobody to measure or no right to see. */
function afterFault(last: UsageTable, fault: Fault): UsageTable {
	if (fault.kind === 'missing') return {pods: NONE, nodes: NONE, state: {phase: 'missing'}};
	if (fault.kind === 'forbidden') {
		const permission = fault.permission ?? 'list pods.metrics.k8s.io';
		return {pods: NONE, nodes: NONE, state: {phase: 'forbidden', permission}};
	}
	return {...last, state: {phase: 'stale', at: lastAnswerAt(last.state), because: fault.message}};
}

function lastAnswerAt(state: UsageState): number | undefined {
	return state.phase === 'fresh' || state.phase === 'stale' ? state.at : undefined;
}

function delayAfter({kind, retryAfterMs = 0}: Fault): number {
	if (kind === 'missing' || kind === 'forbidden') return REFUSED_PERIOD_MS;
	return Math.max(PERIOD_MS, Math.min(retryAfterMs, RETRY_AFTER_MS_MAX));
}
