import type {PodRow} from '../../model/pod.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import {counted, listed} from '../phrases.ts';
import {ownerName} from '../scheduling/room.ts';

/** The pods on a node that somebody would miss: those that every node has, and those that have ended, are left out. */
export function podsOnNode(node: NodeRow, cluster: Cluster): readonly PodRow[] {
	const pods: PodRow[] = [];
	for (const pod of cluster.all('pod')) {
		if (pod.node !== node.name || pod.phase === 'Succeeded' || pod.phase === 'Failed') continue;
		if (pod.owner?.kind !== 'DaemonSet' && pod.owner?.kind !== 'Node') pods.push(pod);
	}
	return pods.toSorted((a, b) => (a.namespace + a.name < b.namespace + b.name ? -1 : 1));
}

/** `3 pods are on it: api (2) and worker`; of several namespaces with these. */
export function podsWords(pods: readonly PodRow[]): string {
	if (pods.length === 0) return 'no pod but those of DaemonSets is on it';
	const isOne = new Set(pods.map(({namespace}) => namespace)).size === 1;
	const byOwner = Map.groupBy(pods, pod => `${isOne ? '' : `${pod.namespace}/`}${ownerName(pod)}`);
	const names = [...byOwner]
		.toSorted(([, a], [, b]) => b.length - a.length)
		.map(([name, some]) => (some.length === 1 ? name : `${name} (${some.length})`));
	return `${counted(pods.length, 'pod')} ${pods.length === 1 ? 'is' : 'are'} on it: ${listed(names)}`;
}
