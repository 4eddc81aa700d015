import {conditionNamed} from '../../kinds/conditions.ts';
import type {PodRow} from '../../model/pod.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import {isLeaving, isSilent, unreadiness} from './node-trouble.ts';

/** The node of a pod that cannot look after it any more. */
export interface LostNode {
	readonly name: string;
	/** Undefined when it is gone, or cannot be listed. */
	readonly node: NodeRow | undefined;
	/** `stopped reporting`, `is not ready`, `is gone`. */
	readonly words: string;
	/** Since when, as far as the node or the pod tells. */
	readonly since: number;
	/** Somebody takes it out of service. */
	readonly isLeaving: boolean;
	/** The cluster itself says so, and not only what happened to the pod. */
	readonly isSeen: boolean;
}

/**
 * The node of a pod when it is lost; undefined for pods whose node is well. Pods that are ready and to stay are not asked: when a node
 * is lost, its controller makes its pods not ready in the same moment.
 */
export function lostNodeOf(pod: PodRow, cluster: Cluster): LostNode | undefined {
	if (pod.node === '' || (pod.ready && pod.deletedAt === undefined)) return undefined;
	const node = cluster.named('node', '', pod.node);
	const since = conditionNamed(pod.conditions, 'Ready')?.since || pod.createdAt;
	if (node !== undefined) {
		const ready = unreadiness(node);
		if (ready === undefined) return undefined;
		const words = isSilent(ready) ? 'stopped reporting' : 'is not ready';
		return {name: node.name, node, words, since: ready.since || since, isLeaving: isLeaving(node), isSeen: true};
	}
	const gone = {name: pod.node, node, since, isLeaving: false};
	if (cluster.knows('node')) return {...gone, words: 'is gone', isSeen: true};
	if (pod.status !== 'Unknown' && pod.reason !== 'NodeLost' && !isToldLost(pod, cluster)) return undefined;
	return {...gone, words: 'does not answer', isSeen: false};
}

/** Where nodes cannot be listed: their controller tells it of each pod too, and the kubelet would have said more since. */
function isToldLost(pod: PodRow, cluster: Cluster): boolean {
	const newest = cluster.eventsOf(pod).at(-1)?.reason;
	return newest === 'NodeNotReady' || newest === 'TaintManagerEviction';
}
