import type {EndpointSliceRow, ServiceObjectRow} from '../model/network.ts';
import type {PodRow} from '../model/pod.ts';
import type {Labels} from '../model/row.ts';
import {selects} from '../model/selector.ts';
import {isLive} from '../services/revisions.ts';
import type {Cluster} from './cluster.ts';

/** The pods that a Service selects and that are to stay. Without a selector there are none that could be told. */
export function podsOf(service: ServiceObjectRow, cluster: Cluster): readonly PodRow[] {
	const {selector} = service;
	if (selector === undefined) return [];
	const behind = cluster.behind(service);
	// Looking at all pods of a namespace is dear: only for those that no workload of ours owns.
	const candidates =
		behind.length > 0 ? behind.flatMap(({pods}) => pods) : cluster.inNamespace('pod', service.namespace);
	const found: PodRow[] = [];
	for (const pod of candidates) if (isLive(pod) && isSelected(selector, pod.labels)) found.push(pod);
	return found;
}

/** Whether a selector of a Service picks what carries these labels. */
export function isSelected(selector: Labels, labels: Labels): boolean {
	return selects({matchLabels: selector, matchExpressions: []}, labels);
}

/** Its EndpointSlices: who gets its requests, as the cluster itself sees it. */
export function slicesOf({namespace, name}: ServiceObjectRow, cluster: Cluster): readonly EndpointSliceRow[] {
	const found: EndpointSliceRow[] = [];
	for (const slice of cluster.inNamespace('endpointslice', namespace)) if (slice.service === name) found.push(slice);
	return found;
}

/** What is being torn down loses its parts in any order. */
export function isGoing({namespace, deletedAt}: ServiceObjectRow, cluster: Cluster): boolean {
	return deletedAt !== undefined || cluster.named('namespace', '', namespace)?.status === 'Terminating';
}
