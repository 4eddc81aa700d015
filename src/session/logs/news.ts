import type {ServiceTraffic} from '../../services/traffic/contract.ts';

/** What is known of services now, by uid. */
export type TrafficNow = ReadonlyMap<string, ServiceTraffic | undefined>;

/** Rules are asked this often about what logs and metrics say. */
const NEWS_MS = 5000;

/**
 * Tells of which services something else is known than was told last, or nothing any more: every few seconds, unless it is to be told at
 * once.
 */
export function createTrafficNews(
	read: (now: number) => TrafficNow,
): (now: number, atOnce: boolean) => ReadonlySet<string> {
	let toldAt = 0;
	let told: TrafficNow = new Map();
	return (now, atOnce) => {
		if (!atOnce && now - toldAt < NEWS_MS) return NOBODY;
		toldAt = now;
		const next = read(now);
		const changed = [...next.keys()].filter(service => told.get(service) !== next.get(service));
		const lost = [...told.keys()].filter(service => !next.has(service));
		told = next;
		return new Set([...changed, ...lost]);
	};
}

const NOBODY: ReadonlySet<string> = new Set();
