import type {Clock} from '../../lib/clock.ts';
import type {ScrapeFailure, ScrapeWay} from '../../model/scrape.ts';
import type {Transport} from '../ports.ts';
import {type Attempt, type Failed, inTime, type ScrapeTarget} from './attempt.ts';
import {scrapeByProxy} from './by-proxy.ts';
import {scrapeByTunnel} from './by-tunnel.ts';
import {createTunnels} from './tunnels.ts';

/** The metrics of a pod as it shows them, or why there are none to read. */
export type Scraped = {readonly text: string; readonly way: ScrapeWay} | {readonly failure: ScrapeFailure};

export interface PodScrapes {
	/** Reads once; each way has 5 s. Never throws. */
	scrape(target: ScrapeTarget, signal: AbortSignal): Promise<Scraped>;
	/** Ends the tunnels that are kept. */
	stop(): void;
}

/** Workloads of which it is remembered how their pods are reached; beyond, the oldest go. */
const WAYS_MAX = 2_000;

/**
 * Reads the metrics of pods through the API server: by its proxy, which costs least, or through a tunnel where that does not lead there
 * (no right to it, pods that the control plane cannot reach, a port on the pod's own loopback). What worked is tried first the next time
 * for all pods of a workload.
 */
export function createPodScrapes({
	transport,
	clock,
}: {
	readonly transport: Transport;
	readonly clock: Clock;
}): PodScrapes {
	const tunnels = createTunnels(transport, clock);
	const ways = new Map<string, ScrapeWay>();
	const remember = (owner: string, way: ScrapeWay): void => {
		ways.delete(owner);
		ways.set(owner, way);
		for (const oldest of ways.keys()) {
			if (ways.size <= WAYS_MAX) break;
			ways.delete(oldest);
		}
	};
	const attempt = (way: ScrapeWay, target: ScrapeTarget, asker: AbortSignal): Promise<Attempt> =>
		inTime({clock, signal: asker, path: target.endpoint.path}, signal =>
			way === 'proxy'
				? scrapeByProxy(transport, target, clock.now(), signal)
				: scrapeByTunnel(tunnels, target, clock, signal),
		);
	return {
		async scrape(target, signal) {
			const way = ways.get(target.owner) ?? 'proxy';
			const first = await attempt(way, target, signal);
			if ('text' in first) {
				remember(target.owner, way);
				return {...first, way};
			}
			if (!first.isOfTheWay || signal.aborted) return {failure: first.failure};
			const other = way === 'proxy' ? 'tunnel' : 'proxy';
			const second = await attempt(other, target, signal);
			if (!('text' in second)) return {failure: both(way, first, second)};
			remember(target.owner, other);
			return {...second, way: other};
		},
		stop: () => tunnels.stop(),
	};
}

/** What to tell when neither way led to metrics: the pod's own answer counts for more than what became of us on the way. */
function both(way: ScrapeWay, first: Failed, second: Failed): ScrapeFailure {
	if (!second.isOfTheWay) return second.failure;
	const [proxy, tunnel] = way === 'proxy' ? [first, second] : [second, first];
	const permissions = [proxy, tunnel].flatMap(({failure}) => failure.permissions ?? []);
	const [a, b] = [proxy.failure, tunnel.failure];
	const message =
		a.kind === 'forbidden' && b.kind === 'forbidden' && permissions.length === 2
			? `no right to ${permissions.join(', nor to ')}`
			: `${a.message}; by port-forward: ${b.message}`;
	if (permissions.length > 0) return {kind: 'forbidden', message, permissions};
	return {kind: b.kind, message};
}
