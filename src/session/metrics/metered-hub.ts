import type {ServiceTraffic} from '../../services/traffic/contract.ts';
import {preferMetered} from '../../services/traffic/prefer-metered.ts';
import type {LogHub} from '../logs/hub.ts';
import type {MeteredServices} from './metered-services.ts';

/** Rules are asked this often about what metrics say; as often as about logs. */
const NEWS_MS = 5000;

/** The same hub, where what services count themselves stands in place of what their logs tell. */
export function withMetered(hub: LogHub, metered: () => MeteredServices): LogHub {
	let now = 0;
	let newsAt = 0;
	let told = new Map<string, ServiceTraffic>();
	/** The same object as long as both are. */
	const merged = new Map<string, {readonly of: readonly unknown[]; readonly traffic: ServiceTraffic | undefined}>();

	const of = (service: string): ServiceTraffic | undefined => {
		const logged = hub.traffic.of(service);
		const own = metered().of(service, hub.traffic.slowMs, now);
		if (own === undefined) return logged;
		const known = merged.get(service);
		if (known?.of[0] === logged && known?.of[1] === own) return known.traffic;
		const traffic = preferMetered(logged, own);
		merged.set(service, {of: [logged, own], traffic});
		return traffic;
	};
	const news = (at: number, atOnce: boolean): ReadonlySet<string> => {
		if (!atOnce && at - newsAt < NEWS_MS) return NOBODY;
		newsAt = at;
		const next = new Map<string, ServiceTraffic>();
		for (const service of metered().services()) {
			const own = metered().of(service, hub.traffic.slowMs, at);
			if (own !== undefined) next.set(service, own);
		}
		const changed = [...next].filter(([service, traffic]) => told.get(service) !== traffic);
		const lost = [...told.keys()].filter(service => !next.has(service));
		for (const service of merged.keys()) if (!next.has(service)) merged.delete(service);
		told = next;
		return new Set([...changed.map(([service]) => service), ...lost]);
	};

	return {
		get view() {
			return hub.view;
		},
		traffic: {slowMs: hub.traffic.slowMs, of, because: service => hub.traffic.because(service)},
		news(at, atOnce) {
			const ofLogs = hub.news(at, atOnce);
			const ofMetrics = news(at, atOnce);
			return ofMetrics.size === 0 ? ofLogs : new Set([...ofLogs, ...ofMetrics]);
		},
		follow: selection => hub.follow(selection),
		update(seen) {
			now = seen.now;
			hub.update(seen);
		},
		retryNow: () => hub.retryNow(),
		stop: () => hub.stop(),
	};
}

const NOBODY: ReadonlySet<string> = new Set();
