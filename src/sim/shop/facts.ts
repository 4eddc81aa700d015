import type {Cluster} from '../contract.ts';
import type {EndpointSlice, EventObject} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import type {Deployment} from '../workload-objects.ts';
import {SHOP} from './names.ts';

/** Questions that examples of stories ask about the shop. */

/** `api 3/3` for each Deployment of the shop: ready of wanted. */
export function readiness(cluster: Cluster): string[] {
	return deployments(cluster).map(
		({metadata, spec, status}) => `${metadata.name} ${status.readyReplicas ?? 0}/${spec.replicas}`,
	);
}

/** Reason of the Progressing condition. */
export function progressOf(cluster: Cluster, name: string): string | undefined {
	const deployment = deployments(cluster).find(({metadata}) => metadata.name === name);
	return deployment?.status.conditions?.find(({type}) => type === 'Progressing')?.reason;
}

/** Pods of an image, with what their first container does: `CrashLoopBackOff`, `Running`; sorted. */
export function statesOf(cluster: Cluster, image: string): string[] {
	return podsOf(cluster, image)
		.map(({status}) => status.containerStatuses?.[0]?.state)
		.map(state => state?.waiting?.reason ?? state?.terminated?.reason ?? 'Running')
		.toSorted();
}

/** How the runs before ended, each kind once: `3 Error`, `137 OOMKilled`. */
export function endsOf(cluster: Cluster, image: string): string[] {
	const ends = podsOf(cluster, image)
		.map(({status}) => status.containerStatuses?.[0]?.lastState.terminated)
		.map(end => (end === undefined ? 'none' : `${end.exitCode} ${end.reason}`));
	return [...new Set(ends)].toSorted();
}

export function leastRestarts(cluster: Cluster, image: string): number {
	return Math.min(...podsOf(cluster, image).map(({status}) => status.containerStatuses?.[0]?.restartCount ?? 0));
}

/** Addresses behind a Service that take requests. */
export function readyEndpoints(cluster: Cluster, service: string): number {
	return cluster
		.list('endpointslices', SHOP)
		.map(slice => slice as EndpointSlice)
		.filter(({metadata}) => metadata.labels?.['kubernetes.io/service-name'] === service)
		.flatMap(({endpoints}) => endpoints)
		.filter(({conditions}) => conditions.ready).length;
}

/** Reasons of the warnings there are, each once; sorted. */
export function warnings(cluster: Cluster): string[] {
	const events = cluster.list('events').map(event => event as EventObject);
	return [...new Set(events.filter(({type}) => type === 'Warning').map(({reason}) => reason))].toSorted();
}

/** Revisions of a Deployment that are kept. */
export function revisionsOf(cluster: Cluster, name: string): string[] {
	return cluster
		.list('replicasets', SHOP)
		.filter(({metadata}) => metadata.ownerReferences?.[0]?.name === name)
		.map(({metadata}) => metadata.annotations?.['deployment.kubernetes.io/revision'] ?? '')
		.toSorted();
}

function deployments(cluster: Cluster): Deployment[] {
	return cluster.list('deployments', SHOP).map(deployment => deployment as Deployment);
}

function podsOf(cluster: Cluster, image: string): Pod[] {
	return cluster
		.list('pods', SHOP)
		.map(pod => pod as Pod)
		.filter(({spec}) => spec.containers.some(container => container.image.includes(image)));
}
