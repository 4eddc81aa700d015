import type {EventRow} from '../../model/event.ts';
import type {Exit, PodRow} from '../../model/pod.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';

/** A node that ran out of memory as a whole, and the event that says so. */
export interface NodeOutOfMemory {
	readonly node: NodeRow;
	readonly event: EventRow;
}

/** The kernel kills at once, the events come within seconds. */
const AROUND_MS = 30_000;

/** Whether the node of a pod said, around the end of a run, that it had no memory left. */
export function nodeOutOfMemory(
	pod: PodRow,
	{startedAt, finishedAt}: Exit,
	cluster: Cluster,
): NodeOutOfMemory | undefined {
	const node = cluster.named('node', '', pod.node);
	if (node === undefined) return undefined;
	const event = cluster
		.eventsOf(node)
		.findLast(
			one =>
				isOfNode(one) &&
				one.firstAt <= finishedAt + AROUND_MS &&
				one.lastAt >= Math.max(startedAt, finishedAt - AROUND_MS),
		);
	return event === undefined ? undefined : {node, event};
}

/**
 * `SystemOOM` is of the kubelet (pkg/kubelet/oom), `OOMKilling` of the node problem detector, which also passes on kills at the limit
 * of a container: `Memory cgroup out of memory`.
 */
function isOfNode({reason, message}: EventRow): boolean {
	return reason === 'SystemOOM' || (reason === 'OOMKilling' && !message.includes('Memory cgroup'));
}
