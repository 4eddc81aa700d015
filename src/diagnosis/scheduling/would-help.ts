import type {PodRow} from '../../model/pod.ts';
import {selects} from '../../model/selector.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import {isLeaving, troubleWords} from '../nodes/node-trouble.ts';
import {allocatableOf, requestOf} from './amounts.ts';
import {matches} from './node-match.ts';
import {isKept} from './named-taints.ts';
import {podsByNode} from './room.ts';

/**
 * Whether one of the nodes that are not well would take the pod if it were well: else its trouble is not what the pod waits for.
 * Where nodes or pods are not all seen, the scheduler is believed.
 */
export function wouldHelp(pod: PodRow, nodes: readonly NodeRow[] | undefined, cluster: Cluster): boolean {
	if (nodes === undefined || cluster.scope !== '') return true;
	const unwell = nodes.filter(
		node => troubleWords(node) !== '' && !isLeaving(node) && matches(pod.spec, node) && !isKept(pod.spec, node),
	);
	const pods = podsByNode(unwell, cluster);
	return unwell.length === 0 || unwell.some(node => takes(node, pod, pods.get(node.name) ?? []));
}

function takes(node: NodeRow, pod: PodRow, pods: readonly PodRow[]): boolean {
	// Those that are ending there will have ended when the node comes back.
	const staying = pods.filter(({deletedAt}) => deletedAt === undefined);
	const {hostPorts, spread} = pod.spec.placement;
	if (spread.some(({how}) => how === 'together')) return false;
	return (
		['cpu', 'memory'].every(
			name =>
				staying.reduce((sum, one) => sum + requestOf(one, name), requestOf(pod, name)) <=
				allocatableOf(node, name),
		) &&
		!staying.some(
			one =>
				one.spec.placement.hostPorts.some(port => hostPorts.includes(port)) ||
				spread.some(({how, selector}) => how === 'apart' && selects(selector, one.labels)),
		)
	);
}
