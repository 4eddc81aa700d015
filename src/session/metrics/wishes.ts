import type {Monitor} from '../../model/monitor.ts';
import type {ServiceObjectRow} from '../../model/network.ts';
import {metricsEndpointOf} from '../../services/metrics-endpoint.ts';
import {isRunning} from '../../services/revisions.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import type {ScrapeWish} from './scraper.ts';

/** More pods share the load, and each is a request every 15 seconds. */
const PODS_MAX = 50;

/**
 * The pods that are asked for metrics: those of `databases` first, even where their endpoint is only guessed; then those of all other
 * services that say where theirs are, the first pods of each before the second of any.
 * @param databases services that use one, and exporters that watch one
 * @param objects Services, for ServiceMonitors
 */
export function scrapeWishes({
	databases,
	services,
	monitors,
	objects,
}: {
	readonly databases: readonly ServiceRow[];
	readonly services: readonly ServiceRow[];
	readonly monitors: readonly Monitor[];
	readonly objects: readonly ServiceObjectRow[];
}): readonly ScrapeWish[] {
	const first = new Set(databases);
	const needsObjects = monitors.some(({of}) => of === 'service');
	const wishesOf = (service: ServiceRow): readonly ScrapeWish[] =>
		service.pods.filter(isRunning).flatMap(pod => {
			const endpoint = metricsEndpointOf(pod, monitors, needsObjects ? objects : []);
			if (endpoint === undefined || (endpoint.from === 'guess' && !first.has(service))) return [];
			return [{key: pod.uid, owner: service.uid, pod, endpoint}];
		});
	const others = services
		.filter(service => !first.has(service))
		.flatMap(service => wishesOf(service).map((wish, place) => ({wish, place})))
		.toSorted((a, b) => a.place - b.place)
		.map(({wish}) => wish);
	return [...[...first].flatMap(wishesOf), ...others].slice(0, PODS_MAX);
}
