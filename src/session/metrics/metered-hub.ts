import type {ServiceTraffic} from '../../services/traffic/contract.ts';
import {preferMetered} from '../../services/traffic/prefer-metered.ts';
import type {LogHub} from '../logs/hub.ts';
import {createTrafficNews} from '../logs/news.ts';
import type {MeteredServices} from './metered-services.ts';

/** The same hub, where what services count themselves stands in place of what their logs tell. */
export function withMetered(hub: LogHub, metered: () => MeteredServices): LogHub {
	let now = 0;
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
	const news = createTrafficNews(at => {
		const next = new Map<string, ServiceTraffic>();
		for (const service of metered().services()) {
			const own = metered().of(service, hub.traffic.slowMs, at);
			if (own !== undefined) next.set(service, own);
		}
		for (const service of merged.keys()) if (!next.has(service)) merged.delete(service);
		return next;
	});

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
