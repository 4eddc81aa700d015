import type {Transport} from '../../kube/ports.ts';
import {processBetween} from '../../model/app-metrics.ts';
import {trafficBetween} from '../../model/http-metrics.ts';
import type {PodMetrics} from '../../services/database/measured.ts';
import type {Join} from '../../services/join.ts';
import {isOfRevision, isRunning} from '../../services/revisions.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import type {ServiceTraffic} from '../../services/traffic/contract.ts';
import {createMetered, type Metered} from '../../services/traffic/metered.ts';
import type {ScrapeWish} from './scraper.ts';

/** The requests of services, out of the scrapes of their pods. */
export interface MeteredServices {
	/** These pods are scraped, and no others: what is known of services that have none is forgotten. */
	want(wishes: readonly ScrapeWish[], join: Pick<Join, 'services'>): void;
	/** The last two scrapes of a pod, by the key of its wish. */
	take(key: string, metrics: PodMetrics): void;
	/** Undefined while no whole minute of it is covered, or its pods do not count requests. */
	of(service: string, slowMs: number, now: number): ServiceTraffic | undefined;
	/** Services that have any. */
	services(): Iterable<string>;
}

interface MeteredService {
	readonly metered: Metered;
	/** Pods that serve. */
	pods: number;
	/** The newest first. */
	revisions: readonly string[];
}

interface MeteredPod {
	readonly service: string;
	readonly pod: string;
	readonly revision: string;
}

export function createMeteredServices({transport}: {readonly transport: Transport}): MeteredServices {
	const services = new Map<string, MeteredService>();
	let pods = new Map<string, MeteredPod>();
	return {
		want(wishes, join) {
			const rows = new Map(join.services().map(service => [service.uid, service]));
			pods = new Map(
				wishes.map(({key, owner, pod}) => [
					key,
					{service: owner, pod: pod.name, revision: revisionOf(rows.get(owner), key)},
				]),
			);
			const wanted = new Set(wishes.map(({owner}) => owner));
			for (const uid of services.keys()) if (!wanted.has(uid)) services.delete(uid);
			for (const uid of wanted) {
				const row = rows.get(uid);
				const known = services.get(uid) ?? {metered: createMetered(), pods: 0, revisions: []};
				services.set(uid, known);
				known.pods = row?.pods.filter(isRunning).length ?? 0;
				known.revisions = row?.revisions.map(({label}) => label) ?? [];
			}
		},
		take(key, {before, now}) {
			const pod = pods.get(key);
			const metered = services.get(pod?.service ?? '')?.metered;
			if (pod === undefined || metered === undefined || before === undefined || now.http === undefined) return;
			const relation = processBetween(before, now);
			// Several processes answer by turns, and each counts only its own.
			if (relation === 'other') return metered.clear();
			const aheadMs = transport.clockAheadMs;
			const routes = trafficBetween(
				relation === 'same' ? before.http : undefined,
				now.http,
				(now.at - before.at) / 1000,
			);
			metered.take({...pod, podUid: key, from: before.at + aheadMs, at: now.at + aheadMs, routes});
		},
		of(service, slowMs, now) {
			const known = services.get(service);
			return known?.metered.of({pods: known.pods, revisions: known.revisions, slowMs}, now);
		},
		services: () => services.keys(),
	};
}

/** Its label; empty when it is not known. */
function revisionOf(service: ServiceRow | undefined, podUid: string): string {
	const pod = service?.pods.find(({uid}) => uid === podUid);
	if (service === undefined || pod === undefined) return '';
	return service.revisions.find(revision => isOfRevision(pod, revision))?.label ?? '';
}
