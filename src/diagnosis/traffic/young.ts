import type {PodRow} from '../../model/pod.ts';

/** A program that starts connects to what is not there yet, fills its caches, and answers that it is not ready. */
export const YOUNG_MS = 60_000;

/** When a pod's containers have been running for so long that nothing is forgiven any more, milliseconds since 1970. */
export function grownUpAt({containers, createdAt}: PodRow): number {
	return Math.max(createdAt, ...containers.map(({startedAt}) => startedAt)) + YOUNG_MS;
}
