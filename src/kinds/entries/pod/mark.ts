import type {ContainerRow, PodRow} from '../../../model/pod.ts';
import type {Mark} from '../../../model/row.ts';
import {conditionNamed} from '../../conditions.ts';
import type {Facts} from '../../contract.ts';

/** The worst state that a pod's own object proves. Whether it can recover is for the diagnosis to say. */
export function markOf(pod: PodRow, {now}: Facts): Mark {
	if (pod.status === 'Unknown' || pod.status === 'NodeLost' || pod.phase === 'Unknown') return 'unknown';
	if (pod.deletedAt !== undefined) return 'progressing';
	if (pod.phase === 'Succeeded') return 'healthy';
	if (pod.phase === 'Failed' || pod.containers.some(isBroken)) return 'struggling';
	if (pod.ready) return 'healthy';
	if (pod.containers.some(container => endedLately(container, now))) return 'struggling';
	return now - unreadySince(pod) > patienceMs(pod) ? 'struggling' : 'progressing';
}

/** Held back for any reason but a normal start, or ended with an error: kubelets often stay at `Error` during the back-off. */
function isBroken({state, reason, exit}: ContainerRow): boolean {
	if (state === 'waiting') return reason !== '' && reason !== 'ContainerCreating' && reason !== 'PodInitializing';
	return exit !== undefined && exit.code !== 0;
}

/** As long as restarts are counted: a crash loop must not look like a start each time it runs for a few seconds. */
const LATELY_MS = 10 * 60_000;

function endedLately({role, lastExit}: ContainerRow, now: number): boolean {
	return role !== 'init' && lastExit !== undefined && now - lastExit.finishedAt < LATELY_MS;
}

/** Since its readiness changed or its newest container started, whichever came later. */
function unreadySince(pod: PodRow): number {
	const since = conditionNamed(pod.conditions, 'Ready')?.since ?? 0;
	return Math.max(pod.createdAt, since, ...pod.containers.map(container => container.startedAt));
}

/** What the scheduler or a readiness probe does not grant within a minute is trouble; most grant it in seconds. */
const NOT_READY_MS = 60_000;

/** Pulling images, init containers and startup probes may take as long as a rollout waits by default (progressDeadlineSeconds). */
const STARTING_MS = 10 * 60_000;

function patienceMs(pod: PodRow): number {
	// Somebody holds it back on purpose.
	if (pod.status === 'SchedulingGated') return Infinity;
	const isPlaced = pod.node !== '';
	const isStarting = pod.containers.some(container => container.role !== 'init' && !container.started);
	return isPlaced && isStarting ? STARTING_MS : NOT_READY_MS;
}
