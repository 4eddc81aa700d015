import {isRunning, type ContainerLife} from './container-life.ts';
import {behaviourOf, momentOf} from './run.ts';
import type {Pod} from '../pod-object.ts';
import type {World} from '../world.ts';

/** How often a readiness probe asks. */
export const PROBE_MS = 5000;
/** A kubelet believes the third failure in a row. */
const BELIEVED_AFTER_MS = 2 * PROBE_MS;

/** What the readiness probe of a container gets now; `isBelieved` once it has failed often enough. Undefined while it succeeds. */
export function failedProbe(
	{behaviours, beganAt}: World,
	pod: Pod,
	life: ContainerLife,
	now: number,
): {readonly problem: string; readonly isBelieved: boolean} | undefined {
	const {newest, seed, container} = life;
	const unready = behaviourOf(behaviours, pod, container, 'unready');
	if (unready === undefined || newest === undefined || !isRunning(life)) return undefined;
	const problem = unready(momentOf(newest, seed, beganAt, now));
	if (problem === undefined) return undefined;
	const before = now - BELIEVED_AFTER_MS;
	const isBelieved = before >= newest.startedAt && unready(momentOf(newest, seed, beganAt, before)) !== undefined;
	return {problem, isBelieved};
}
