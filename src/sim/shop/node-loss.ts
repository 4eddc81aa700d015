import type {Cluster} from '../contract.ts';
import type {Condition, KubeObject} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import {SHOP} from './names.ts';

/**
 * Lets the node that carries the first pod of that name fall silent, as the node lifecycle controller then tells it: the conditions
 * of the node are unknown, it is tainted, and its pods are not ready.
 */
export function loseNode(cluster: Cluster, podPrefix: string): void {
	const pods = cluster.list('pods', SHOP).map(object => object as Pod);
	const name = pods.find(({metadata}) => metadata.name.startsWith(podPrefix))?.spec.nodeName;
	const node = cluster.list('nodes').find(({metadata}) => metadata.name === name);
	if (name === undefined || node === undefined) return;
	const taints = ['NoSchedule', 'NoExecute'].map(effect => ({key: 'node.kubernetes.io/unreachable', effect}));
	cluster.patch('nodes', '', name, {spec: {taints}, status: {conditions: conditionsOf(node).map(lost)}});
	for (const pod of cluster
		.list('pods')
		.map(object => object as Pod)
		.filter(({spec}) => spec.nodeName === name)) {
		const conditions = (pod.status.conditions ?? []).map(condition =>
			condition.type === 'Ready' ? {...condition, status: 'False'} : condition,
		);
		cluster.patch('pods', pod.metadata.namespace ?? '', pod.metadata.name, {status: {conditions}});
	}
}

function conditionsOf(node: KubeObject): readonly Condition[] {
	return (node['status'] as {conditions?: Condition[]} | undefined)?.conditions ?? [];
}

function lost({type, lastTransitionTime}: Condition) {
	return {
		type,
		status: 'Unknown',
		reason: 'NodeStatusUnknown',
		message: 'Kubelet stopped posting node status.',
		...(lastTransitionTime === undefined ? {} : {lastTransitionTime}),
	};
}
