import type {PodRow} from '../../model/pod.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import type {PodsSubject} from '../subject.ts';
import {allocatableOf, requestOf} from './amounts.ts';
import {lackedBy} from './refusal-words.ts';
import {podsByNode} from './room.ts';
import {suitableNodes} from './suitable.ts';
import type {Unplaced} from './unplaced.ts';

/** After a pod has ended, its node says so within a second or two, and the scheduler tries again. */
const AFTERWARDS_MS = 10_000;

/** Who gives its pods an hour to end does not mean that others should wait for it. */
const WORTH_WAITING_MS = 2 * 60_000;

/**
 * Whether pods that are ending will soon have made room for those that wait: a rollout or a drain in good order looks like a lack of
 * room until then. The subject is looked at again afterwards.
 */
export function isRoomComing(subject: PodsSubject, kept: Unplaced, cluster: Cluster): boolean {
	const {now} = cluster;
	const nodes = suitableNodes(kept.pod.spec, kept.nodes ?? []);
	const pods = podsByNode(nodes, cluster);
	const times = nodes.map(node => roomAt(node, pods.get(node.name) ?? [], kept, cluster));
	const soonest = Math.min(...times);
	if (soonest <= now || soonest > now + WORTH_WAITING_MS) return false;
	subject.lookAgainAt(soonest);
	return true;
}

/** When a node will have room by pods that end, milliseconds since 1970; infinite when it will not. */
function roomAt(node: NodeRow, pods: readonly PodRow[], kept: Unplaced, cluster: Cluster): number {
	// `deletedAt` is when the grace of the pod is over.
	const leaving = pods.filter(({deletedAt = 0}) => deletedAt + AFTERWARDS_MS > cluster.now);
	const staying = pods.filter(pod => !leaving.includes(pod));
	if (leaving.length === 0 || !hasRoom(node, staying, kept, cluster)) return Infinity;
	return Math.max(...leaving.map(({deletedAt = 0}) => deletedAt)) + AFTERWARDS_MS;
}

function hasRoom(node: NodeRow, staying: readonly PodRow[], {pod, fit, obstacle}: Unplaced, cluster: Cluster): boolean {
	const {hostPorts} = pod.spec.placement;
	if (obstacle === 'host-port')
		return !staying.some(({spec}) => spec.placement.hostPorts.some(port => hostPorts.includes(port)));
	if (obstacle !== 'resource') return true;
	return (
		cluster.scope === '' &&
		lackedBy(fit).every(name => {
			const taken = staying.reduce((sum, one) => sum + requestOf(one, name), 0);
			return allocatableOf(node, name) - taken >= requestOf(pod, name);
		})
	);
}
