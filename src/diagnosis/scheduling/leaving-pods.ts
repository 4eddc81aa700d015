import type {Cluster} from '../cluster.ts';
import {requestOf} from './amounts.ts';
import {lackedBy} from './refusal-words.ts';
import {podsByNode} from './room.ts';
import {suitableNodes} from './suitable.ts';
import type {Unplaced} from './unplaced.ts';

/** After a pod has ended, its node says so within a second or two, and the scheduler tries again. */
const AFTERWARDS_MS = 10_000;

/**
 * When pods that are ending will have made room for those that wait, milliseconds since 1970; undefined when they make none. A
 * rollout or a drain in good order looks like a lack of room until then.
 */
export function roomExpectedAt(kept: Unplaced, cluster: Cluster): number | undefined {
	const names = kept.obstacle === 'pod-cap' ? [] : lackedBy(kept.fit);
	const nodes = suitableNodes(kept.pod.spec, kept.nodes ?? []);
	let soonest: number | undefined;
	for (const pods of podsByNode(nodes, cluster).values()) {
		// `deletedAt` is when the grace of the pod is over.
		const leaving = pods.filter(({deletedAt = 0}) => deletedAt + AFTERWARDS_MS > cluster.now);
		if (leaving.length === 0) continue;
		const at = Math.max(...leaving.map(({deletedAt = 0}) => deletedAt)) + AFTERWARDS_MS;
		const frees = names.every(name => leaving.reduce((sum, pod) => sum + requestOf(pod, name), 0) > 0);
		if (frees && at < (soonest ?? Infinity)) soonest = at;
	}
	return soonest;
}
