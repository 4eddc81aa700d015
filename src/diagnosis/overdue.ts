import {conditionNamed} from '../kinds/conditions.ts';
import type {ContainerSpec, Probe} from '../model/pod-spec.ts';
import type {ContainerRow, PodRow} from '../model/pod.ts';
import type {Cluster} from './cluster.ts';

/** Pulling images and init containers may take as long as a rollout waits by default (progressDeadlineSeconds). */
const CREATING_MS = 10 * 60_000;

/** A program may take some time to start that no probe speaks of. */
const STARTING_MS = 60_000;

/** A pod that served may miss a few probes while it is busy. */
const LOST_MS = 30_000;

/**
 * When the absence of readiness counts as trouble, from the pod's own spec: milliseconds since 1970, Infinity when it never will.
 * Before, it starts, is pulled, or gets another chance.
 */
export function overdueAt(pod: PodRow): number {
	if (pod.ready || pod.deletedAt !== undefined || pod.status === 'SchedulingGated') return Infinity;
	if (pod.phase === 'Succeeded' || pod.phase === 'Failed') return Infinity;
	const since = unreadySince(pod);
	if (pod.containers.some(isHeldBack)) return since + LOST_MS;
	const startedAt = Math.max(0, ...pod.containers.map(container => container.startedAt));
	const apps = pod.containers.filter(({role}) => role !== 'init');
	if (startedAt === 0 || apps.some(({state}) => state === 'waiting' || state === 'unknown'))
		return since + CREATING_MS;
	// It was ready after its containers had started, and lost it.
	if (since > startedAt + STARTING_MS && apps.every(({started}) => started)) return since + LOST_MS;
	return startedAt + Math.max(STARTING_MS, ...pod.spec.containers.map(budgetMs));
}

/** Whether all of these pods are past the time that they have. When they are not yet, the rule is asked again when they will be. */
export function areOverdue(
	pods: readonly PodRow[],
	subject: {lookAgainAt(at: number): void},
	{now}: Pick<Cluster, 'now'>,
): boolean {
	const at = Math.max(...pods.map(overdueAt));
	if (at <= now) return true;
	if (at < Infinity) subject.lookAgainAt(at);
	return false;
}

/** Since when the pod is not ready, milliseconds since 1970. */
export function unreadySince({conditions, createdAt}: PodRow): number {
	return Math.max(createdAt, conditionNamed(conditions, 'Ready')?.since ?? 0);
}

/** It waits for something that a start does not wait for, or ends again and again; once may be of its start. */
function isHeldBack({state, reason, restarts, ready, role}: ContainerRow): boolean {
	if (state === 'waiting' && !NORMAL.has(reason) && reason !== 'CrashLoopBackOff') return true;
	// In a crash loop it runs now and then.
	return restarts > 1 && !ready && role !== 'init';
}

const NORMAL: ReadonlySet<string> = new Set(['', 'ContainerCreating', 'PodInitializing']);

/** From the start of a container to the last probe that could make it ready. */
function budgetMs({startup, readiness}: ContainerSpec): number {
	return STARTING_MS + probeMs(startup) + probeMs(readiness);
}

function probeMs(probe: Probe | undefined): number {
	if (probe === undefined) return 0;
	const {initialDelayMs, periodMs, failureThreshold, successThreshold, timeoutMs} = probe;
	return initialDelayMs + periodMs * (failureThreshold + successThreshold) + timeoutMs;
}
