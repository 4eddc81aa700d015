import type {ContainerRow, PodRow} from '../../model/pod.ts';
import {isOfRevision, isRunning} from '../../services/revisions.ts';
import type {ServiceRow} from '../../services/service-row.ts';

/** A container whose log tells of the requests of its service. */
export interface ReadAlong {
	readonly service: ServiceRow;
	readonly pod: PodRow;
	readonly container: ContainerRow;
}

/** Pods of one revision share the load: a few of them tell how all are. */
const PODS_MAX = 4;

/** Where logs are so busy that reading them costs more than it tells. */
const BUSY_PODS_MAX = 1;

/** Of all services together. Forty are followed at once, and the others have their turns. */
const LOGS_MAX = 160;

/**
 * Which logs are read to know how the requests of services are: of each service the oldest few pods of each revision that serve, one of
 * every revision of every service before a second of any.
 */
export function logsToReadAlong(services: readonly ServiceRow[], isBusy: boolean): readonly ReadAlong[] {
	const most = isBusy ? BUSY_PODS_MAX : PODS_MAX;
	const groups = services.flatMap(service => groupsOf(service).map(pods => ({service, pods})));
	const chosen: ReadAlong[] = [];
	for (let round = 0; round < most; round++) {
		for (const {service, pods} of groups) {
			const pod = pods[round];
			const container = pod && ownContainer(pod);
			if (pod !== undefined && container !== undefined) chosen.push({service, pod, container});
			if (chosen.length === LOGS_MAX) return chosen;
		}
	}
	return chosen;
}

/** The pods that serve, or are about to, by revision; the oldest first, so that a choice stays the same. */
function groupsOf({pods, revisions}: ServiceRow): readonly (readonly PodRow[])[] {
	const serving = pods.filter(isRunning).toSorted((a, b) => a.createdAt - b.createdAt || (a.uid < b.uid ? -1 : 1));
	const groups = Map.groupBy(serving, pod => revisions.find(one => isOfRevision(pod, one))?.uid ?? '');
	return [...groups.values()];
}

/** A proxy beside the program notes the same requests a second time. */
function ownContainer({containers}: PodRow): ContainerRow | undefined {
	const own = containers.filter(({role}) => role === 'app');
	return own.find(({name, image}) => !PROXY.test(name) && !PROXY.test(image)) ?? own[0];
}

const PROXY =
	/istio-proxy|linkerd-proxy|envoy|cloud-?sql-proxy|pgbouncer|exporter|fluent|vector|otel|vault-agent|statsd/;
