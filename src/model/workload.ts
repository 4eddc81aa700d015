import type {PodSpec} from './pod-spec.ts';
import type {Condition, Labels, Resources, Row, Selector} from './row.ts';

/** A Deployment, StatefulSet or DaemonSet: what the home screen calls a service. */
export interface WorkloadRow extends Row {
	readonly kind: 'deployment' | 'statefulset' | 'daemonset';
	/** Replicas wanted: spec.replicas, or the nodes a DaemonSet should run on. */
	readonly wanted: number;
	/** Pods that exist. */
	readonly current: number;
	/** Pods of the newest revision. */
	readonly updated: number;
	readonly ready: number;
	readonly available: number;
	/** False until the controller has seen the newest spec. */
	readonly observed: boolean;
	readonly paused: boolean;
	/** `RollingUpdate`, `Recreate` or `OnDelete`. */
	readonly strategy: string;
	/** The number a Deployment's annotation gives; empty for the other kinds (see their revision hashes). */
	readonly revision: string;
	/** StatefulSet: currentRevision and updateRevision; empty otherwise. */
	readonly currentHash: string;
	readonly updateHash: string;
	/** StatefulSet: pods below this ordinal stay on the old revision; 0 otherwise. */
	readonly partition: number;
	/** StatefulSet: pods are made one after the other, each when those before it are ready (podManagementPolicy); else false. */
	readonly ordered: boolean;
	readonly progressDeadlineMs: number | undefined;
	readonly selector: Selector | undefined;
	/** Labels of the pod template, to know which Services select its pods. */
	readonly templateLabels: Labels;
	/** `name=image` would repeat the name: these are the images of the app containers in order. */
	readonly images: readonly string[];
	readonly template: PodSpec;
	/** Pods above and below the wanted number during a rollout, as written: `1`, `25%`; empty where the kind has no such thing. */
	readonly surge: string;
	readonly unavailable: string;
	/** How long a pod must be ready to count as available. */
	readonly minReadyMs: number;
	/** Who applies it from elsewhere and would undo a change: `Argo CD app shop`, `Helm release api`; empty for nobody known. */
	readonly manager: string;
	readonly conditions: readonly Condition[];
}

/** A ReplicaSet or a ControllerRevision: one version of a workload's template. */
export interface RevisionRow extends Row {
	readonly kind: 'replicaset' | 'controllerrevision';
	/** Number of the revision; 0 when it is not numbered. */
	readonly revision: number;
	/** What its pods carry as revisionHash. */
	readonly hash: string;
	readonly wanted: number;
	readonly current: number;
	readonly ready: number;
	readonly available: number;
	readonly images: readonly string[];
	readonly template: PodSpec;
	/** The annotation kubernetes.io/change-cause. */
	readonly changeCause: string;
	readonly conditions: readonly Condition[];
}

export interface AutoscalerRow extends Row {
	readonly kind: 'hpa';
	readonly target: {readonly kind: string; readonly name: string};
	readonly replicasMin: number;
	readonly replicasMax: number;
	readonly current: number;
	readonly wanted: number;
	/** One text per metric, as kubectl prints TARGETS: `cpu: 52%/70%`, `<unknown>/70%`. */
	readonly targets: readonly string[];
	readonly lastScaleAt: number | undefined;
	readonly conditions: readonly Condition[];
}

export interface JobRow extends Row {
	readonly kind: 'job';
	readonly completions: number | undefined;
	readonly parallelism: number;
	readonly succeeded: number;
	readonly failed: number;
	readonly active: number;
	readonly suspended: boolean;
	/** Failed pods that it takes before it gives up. */
	readonly backoffLimit: number;
	readonly template: PodSpec;
	/** `Complete`, `Failed`, `Suspended`, `Running` … as kubectl prints STATUS. */
	readonly status: string;
	readonly startedAt: number | undefined;
	readonly finishedAt: number | undefined;
	readonly selector: Selector | undefined;
	readonly conditions: readonly Condition[];
}

export interface CronJobRow extends Row {
	readonly kind: 'cronjob';
	readonly schedule: string;
	readonly timezone: string;
	readonly suspended: boolean;
	readonly active: number;
	readonly lastScheduledAt: number | undefined;
	readonly lastSucceededAt: number | undefined;
}

export interface NodeRow extends Row {
	readonly kind: 'node';
	/** As kubectl prints STATUS: `Ready`, `NotReady,SchedulingDisabled` … */
	readonly status: string;
	readonly roles: readonly string[];
	readonly version: string;
	readonly internalIp: string;
	/** `others` by name: bytes of `ephemeral-storage`, pieces of `nvidia.com/gpu`; what it has none of is left out. */
	readonly allocatable: Resources & {
		readonly pods: number | undefined;
		readonly others: Readonly<Record<string, number>>;
	};
	readonly unschedulable: boolean;
	readonly taints: readonly {readonly key: string; readonly value: string; readonly effect: string}[];
	readonly conditions: readonly Condition[];
}
