import type {PodSpec} from '../model/pod-spec.ts';
import type {PodRow} from '../model/pod.ts';
import type {Mark, Row} from '../model/row.ts';
import type {AutoscalerRow, WorkloadRow} from '../model/workload.ts';

/**
 * A row of the home screen: one workload with what belongs to it. Uid, name, namespace and labels are the workload's.
 * As long as nothing of it changes it is the same object.
 */
export interface ServiceRow extends Row {
	readonly kind: WorkloadRow['kind'];
	readonly workload: WorkloadRow;
	/** All its pods, the ending and finished ones too; worst first, then by name. */
	readonly pods: readonly PodRow[];
	/** Newest first. */
	readonly revisions: readonly Revision[];
	/** What its newest pods are made from; undefined when no revision is known (yet, or by lack of rights). */
	readonly current: Revision | undefined;
	/** The one before. */
	readonly previous: Revision | undefined;
	/** Names of the Services that select its pods, sorted. */
	readonly services: readonly string[];
	readonly endpoints: Endpoints;
	readonly autoscaler: AutoscalerRow | undefined;
	readonly rollout: Rollout;
	/** `struggling` at worst: what cannot recover by itself is for the diagnosis to say. */
	readonly mark: Mark;
	/** One line for the STATE column; empty when there is nothing to say. */
	readonly state: string;
}

/** One version of a workload's template: a ReplicaSet or a ControllerRevision. */
export interface Revision {
	readonly uid: string;
	/** Of the ReplicaSet or ControllerRevision. */
	readonly name: string;
	/** 0 when it is not numbered. */
	readonly number: number;
	/** `rev 42`; its hash when it is not numbered. */
	readonly label: string;
	readonly hash: string;
	readonly images: readonly string[];
	readonly template: PodSpec;
	readonly createdAt: number;
	readonly changeCause: string;
	/** Of its pods that are to stay: neither ending nor finished. */
	readonly ready: number;
	readonly total: number;
}

/** The pods of a workload as its Services see them; each pod counts once, however many slices name it. */
export interface Endpoints {
	readonly ready: number;
	readonly total: number;
}

export interface Rollout {
	readonly phase: RolloutPhase;
	/** Label of the revision that it goes to: `rev 42`; empty when that is not known. */
	readonly revision: string;
	readonly updated: number;
	/** How many pods the newest revision is to have: those below a StatefulSet's partition are left out. */
	readonly wanted: number;
	readonly available: number;
	/** When it began at the earliest, milliseconds since 1970; undefined when nothing moves. */
	readonly since: number | undefined;
	/** When it counts as stuck unless something moves before; about right, since Kubernetes keeps the exact time to itself. */
	readonly deadlineAt: number | undefined;
}

export type RolloutPhase =
	/** The controller has not seen the newest spec. */
	| 'unobserved'
	/** Pods of the newest revision are still being made. */
	| 'updating'
	/** All are made; old ones are still there. */
	| 'retiring'
	/** Only new ones are there, and not all are available. */
	| 'waiting'
	/** Past its deadline. */
	| 'stuck'
	| 'paused'
	/** Nothing is being rolled out, though the scale may change. */
	| 'done'
	/** Pods are replaced only when somebody deletes them, and some are old. */
	| 'on-delete';
