import {conditionNamed} from '../kinds/conditions.ts';
import type {PodRow} from '../model/pod.ts';
import type {WorkloadRow} from '../model/workload.ts';
import type {Revision, Rollout, RolloutPhase, ServiceRow} from './service-row.ts';

interface Evidence {
	readonly workload: WorkloadRow;
	/** Newest first. */
	readonly revisions: readonly Revision[];
	readonly current: Revision | undefined;
	/** The pods of the current revision that are to stay. */
	readonly newPods: readonly PodRow[];
	/** The service as it was last seen. */
	readonly before: ServiceRow | undefined;
	readonly now: number;
}

/**
 * How far a rollout is. The phases are what `kubectl rollout status` waits for (kubectl `pkg/polymorphichelpers/rollout_status.go`),
 * with two differences: a change of scale alone is no rollout, and what has no deadline of its own gets the one of Deployments.
 */
export function rolloutOf(evidence: Evidence): Rollout {
	const {workload, current, now} = evidence;
	const phase = phaseOf(evidence);
	const since = MOVING.has(phase) ? sinceOf(evidence, phase) : undefined;
	const deadlineAt = ROLLING.has(phase) ? deadlineOf(evidence, since) : undefined;
	const isOverdue = workload.progressDeadlineMs === undefined && deadlineAt !== undefined && now >= deadlineAt;
	return {
		phase: isOverdue ? 'stuck' : phase,
		revision: workload.revision === '' ? (current?.label ?? '') : `rev ${workload.revision}`,
		updated: workload.updated,
		wanted: Math.max(0, workload.wanted - workload.partition),
		available: workload.available,
		since,
		deadlineAt,
	};
}

/** A rollout is on its way, if not well. */
export function isRolling({phase}: Rollout): boolean {
	return ROLLING.has(phase);
}

const ROLLING: ReadonlySet<RolloutPhase> = new Set<RolloutPhase>(['updating', 'retiring', 'waiting', 'stuck']);
const MOVING: ReadonlySet<RolloutPhase> = new Set<RolloutPhase>([...ROLLING, 'unobserved']);

function phaseOf(evidence: Evidence): RolloutPhase {
	const {workload} = evidence;
	if (!workload.observed) return 'unobserved';
	if (workload.paused) return 'paused';
	if (workload.strategy === 'OnDelete') return workload.current > workload.updated ? 'on-delete' : 'done';
	const status = STATUS[workload.kind](workload);
	const phase = status === 'done' && hasStrandedPods(evidence) ? 'updating' : status;
	return phase === 'done' || phase === 'stuck' || isRollout(evidence) ? phase : 'done';
}

const STATUS: Readonly<Record<WorkloadRow['kind'], (workload: WorkloadRow) => RolloutPhase>> = {
	deployment({wanted, updated, current, available, conditions}) {
		if (conditionNamed(conditions, 'Progressing')?.reason === 'ProgressDeadlineExceeded') return 'stuck';
		if (updated < wanted) return 'updating';
		if (current > updated) return 'retiring';
		return available < updated ? 'waiting' : 'done';
	},
	statefulset({wanted, partition, updated, ready, currentHash, updateHash}) {
		// The controller makes them equal when the last pod is ready.
		if (currentHash === updateHash) return 'done';
		if (updated < wanted - partition) return 'updating';
		return ready < wanted ? 'waiting' : 'done';
	},
	daemonset({wanted, updated, available}) {
		if (updated < wanted) return 'updating';
		return available < wanted ? 'waiting' : 'done';
	},
};

/**
 * A StatefulSet that was rolled back calls itself done, since it is at the revision where it was before. A pod of the one between may
 * remain all the same: an ordered update does not replace what is not ready.
 */
function hasStrandedPods({workload, revisions, current}: Evidence): boolean {
	if (workload.kind !== 'statefulset' || workload.partition > 0) return false;
	return workload.current > workload.updated && revisions.some(({uid, total}) => uid !== current?.uid && total > 0);
}

/**
 * Pods are missing or not available: because of a new revision, or because of a new scale or a pod that failed? A Deployment keeps
 * `NewReplicaSetAvailable` from the end of one rollout to the start of the next; where nothing like it is kept, we remember.
 */
function isRollout({workload, newPods, before}: Evidence): boolean {
	const {wanted, current, updated, partition, conditions} = workload;
	// Pods below the partition are not part of it.
	if (partition > 0 && updated >= wanted - partition && newPods.every(({ready}) => ready)) return false;
	if (current > updated || workload.currentHash !== workload.updateHash) return true;
	const progress = conditionNamed(conditions, 'Progressing');
	if (progress !== undefined) return progress.reason !== 'NewReplicaSetAvailable';
	return before !== undefined && isRolling(before.rollout);
}

/**
 * Not before its newest revision was made; and where we saw it begin, not before that either: rolling back takes an old revision
 * again. Undefined when neither is known. What no controller has seen has no revision yet, and counts from when we saw it.
 */
function sinceOf({workload, revisions, before, now}: Evidence, phase: RolloutPhase): number | undefined {
	if (phase === 'unobserved') return before?.rollout.phase === phase ? before.rollout.since : now;
	const madeAt = Math.max(0, ...revisions.map(({createdAt}) => createdAt));
	if (before === undefined) return madeAt || undefined;
	const isNew = !MOVING.has(before.rollout.phase) || versionOf(before.workload) !== versionOf(workload);
	return Math.max(madeAt, isNew ? now : (before.rollout.since ?? 0)) || undefined;
}

function versionOf({revision, updateHash}: WorkloadRow): string {
	return revision || updateHash;
}

/** The API's default of progressDeadlineSeconds. */
const DEADLINE_MS = 600_000;

/** A Deployment whose deadline is the largest 32-bit number of seconds has none. */
const NO_DEADLINE_MS = 2 ** 31 * 1000 - 1000;

/** Counted anew from each new pod that is made or gets ready. Undefined while we do not see all of them. */
function deadlineOf({workload, newPods}: Evidence, since: number | undefined): number | undefined {
	const {progressDeadlineMs = DEADLINE_MS, updated} = workload;
	if (progressDeadlineMs === NO_DEADLINE_MS || newPods.length < updated) return undefined;
	const movedAt = newPods.reduce((at, pod) => Math.max(at, pod.createdAt, readyAt(pod)), since ?? 0);
	return movedAt === 0 ? undefined : movedAt + progressDeadlineMs;
}

function readyAt({conditions}: PodRow): number {
	const ready = conditionNamed(conditions, 'Ready');
	return ready?.status === 'True' ? ready.since : 0;
}
