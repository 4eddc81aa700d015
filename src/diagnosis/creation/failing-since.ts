import type {ContainerRow, PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';
import {takenAt} from './being-created.ts';

/**
 * When a container that waits could not be created for the first time, as far as events tell; else when the kubelet took its pod. Not
 * before the end of its last run: what failed until then was overcome. Milliseconds since 1970.
 */
export function failingSince(pod: PodRow, container: ContainerRow, cluster: Cluster): number {
	const begunAt = container.lastExit?.finishedAt || takenAt(pod);
	let since: number | undefined;
	for (const {reason, container: name, firstAt, lastAt} of cluster.eventsOf(pod)) {
		// Some kubelets do not say which container they mean.
		if (reason !== 'Failed' || (name !== '' && name !== container.name) || lastAt < begunAt) continue;
		since = Math.min(since ?? Infinity, Math.max(firstAt, begunAt));
	}
	return since ?? begunAt;
}
