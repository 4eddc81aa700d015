import {conditionNamed} from '../../kinds/conditions.ts';
import type {EventRow} from '../../model/event.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';

/**
 * The pod has a node, and none of its containers has run: the kubelet prepares its sandbox, its network, its volumes and its images.
 */
export function isBeingCreated({ready, node, phase, containers}: PodRow): boolean {
	if (ready || node === '' || phase !== 'Pending') return false;
	return containers.every(
		({state, reason, exit, lastExit}) =>
			exit === undefined &&
			lastExit === undefined &&
			(state === 'unknown' || (state === 'waiting' && (reason === '' || PREPARING.has(reason)))),
	);
}

const PREPARING: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing']);

/** When the kubelet took it: it may have been pending for an hour before. */
export function takenAt({conditions, createdAt}: PodRow): number {
	return conditionNamed(conditions, 'Ready')?.since || createdAt;
}

/**
 * The pull that is under way: `Pulling image "x"`, and nothing of that container since; undefined for none. Events tell whole seconds:
 * what happened in the same one came after it.
 */
export function runningPull(pod: PodRow, cluster: Cluster): EventRow | undefined {
	let pull: EventRow | undefined;
	for (const event of cluster.eventsOf(pod)) if (event.reason === 'Pulling') pull = event;
	if (pull === undefined) return undefined;
	const {container, lastAt} = pull;
	const isOver = cluster
		.eventsOf(pod)
		.some(event => event.container === container && event.reason !== 'Pulling' && event.lastAt >= lastAt);
	return isOver ? undefined : pull;
}
