import type {ServiceObjectRow} from '../../../model/network.ts';
import type {Labels} from '../../../model/row.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {objectName} from '../../object-name.ts';
import {isGoing, isSelected, slicesOf} from '../../service-pods.ts';
import {nearestWorkload} from './nearest-workload.ts';

/** A Service is often made before what it selects: it waits for what is not there, but not for what is there and does not fit. */
const EARLY_MS = 60_000;
const NEAR_EARLY_MS = 10_000;

export default defineRule({
	id: 'service-selects-nothing',
	title: 'a Service whose selector fits no pod, with the labels that differ',
	why: 'Nobody gets its requests: they fail, though every pod is well.',
	remedy: 'Make its selector and the labels of the pods the same.',
	about: 'service',
	reads: ['service', 'endpointslice', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: service} = subject;
		const {selector, type, owner} = service;
		if (selector === undefined || type === 'ExternalName') return;
		// What has a controller of its own is served by pods that this one makes as it sees fit.
		if (owner !== undefined || cluster.behind(service).length > 0) return;
		if (!['pod', 'deployment', 'statefulset', 'daemonset'].every(kind => cluster.knows(kind as 'pod'))) return;
		if (hasAny(service, selector, cluster) || isGoing(service, cluster)) return;
		const near = nearestWorkload(service, selector, cluster);
		if (!isDue(subject, cluster, service.createdAt, near === undefined ? EARLY_MS : NEAR_EARLY_MS)) return;
		const difference = near?.difference ?? '';
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title:
				near === undefined
					? `Service ${service.name} selects no pod: nothing carries ${labelsText(selector)}`
					: `Service ${service.name} selects no pod: ${difference}`,
			because:
				near === undefined
					? `no workload of ${service.namespace} makes pods with such labels`
					: `the nearest is ${objectName(near.workload)}, whose pods carry ${labelsText(near.workload.templateLabels)}`,
			affects: near === undefined ? [] : [near.workload],
			evidence: [
				seenOn(service, `spec.selector is ${labelsText(selector)}`),
				seenOn(service, 'no pod carries these labels, and no EndpointSlice of it has an address'),
			],
			next: [
				near === undefined
					? `deploy what carries ${labelsText(selector)}, or delete the Service`
					: `set the selector of Service ${service.name} to labels of ${objectName(near.workload)}, or the labels of its pods`,
			],
		};
	},
});

/** Pods (also such as end or are finished), addresses that somebody wrote by hand, or a ReplicaSet of a kind that we do not watch, at rest. */
function hasAny(service: ServiceObjectRow, selector: Labels, cluster: Cluster): boolean {
	if (slicesOf(service, cluster).some(({endpoints}) => endpoints.length > 0)) return true;
	for (const pod of cluster.inNamespace('pod', service.namespace)) if (isSelected(selector, pod.labels)) return true;
	for (const set of cluster.inNamespace('replicaset', service.namespace)) {
		const isOurs = set.owner?.kind === 'Deployment';
		if (!isOurs && isSelected(selector, set.labels)) return true;
	}
	return false;
}

function labelsText(labels: Labels): string {
	const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
	return pairs.length <= 4 ? pairs.join(',') : `${pairs.slice(0, 4).join(',')},…`;
}
