import type {Condition, KubeObject, Selector} from './objects.ts';
import type {PodTemplate} from './pod-object.ts';

export interface Deployment extends KubeObject {
	spec: {
		replicas: number;
		selector: Selector;
		template: PodTemplate;
		paused?: boolean;
		minReadySeconds?: number;
		revisionHistoryLimit: number;
		progressDeadlineSeconds: number;
		strategy: {type: string; rollingUpdate?: {maxSurge: number | string; maxUnavailable: number | string}};
	};
	status: {
		observedGeneration?: number;
		replicas?: number;
		updatedReplicas?: number;
		readyReplicas?: number;
		availableReplicas?: number;
		unavailableReplicas?: number;
		terminatingReplicas?: number;
		conditions?: Condition[];
	};
}

export interface ReplicaSet extends KubeObject {
	spec: {replicas: number; minReadySeconds?: number; selector: Selector; template: PodTemplate};
	status: {
		replicas: number;
		fullyLabeledReplicas?: number;
		readyReplicas?: number;
		availableReplicas?: number;
		terminatingReplicas?: number;
		observedGeneration?: number;
		conditions?: Condition[];
	};
}

export interface StatefulSet extends KubeObject {
	spec: {
		replicas: number;
		selector: Selector;
		template: PodTemplate;
		serviceName?: string;
		podManagementPolicy?: string;
		volumeClaimTemplates?: KubeObject[];
		updateStrategy: {type: string; rollingUpdate?: {partition?: number}};
		revisionHistoryLimit: number;
	};
	status: {
		observedGeneration?: number;
		replicas?: number;
		readyReplicas?: number;
		currentReplicas?: number;
		updatedReplicas?: number;
		currentRevision?: string;
		updateRevision?: string;
		collisionCount?: number;
		availableReplicas?: number;
	};
}

export interface DaemonSet extends KubeObject {
	spec: {
		selector: Selector;
		template: PodTemplate;
		updateStrategy: {type: string; rollingUpdate?: {maxUnavailable?: number | string}};
		revisionHistoryLimit: number;
	};
	status: {
		currentNumberScheduled?: number;
		numberMisscheduled?: number;
		desiredNumberScheduled?: number;
		numberReady?: number;
		observedGeneration?: number;
		updatedNumberScheduled?: number;
		numberAvailable?: number;
		numberUnavailable?: number;
	};
}

export interface ControllerRevision extends KubeObject {
	data: {spec: {template: PodTemplate & {$patch?: string}}};
	revision: number;
}

export interface Job extends KubeObject {
	spec: {
		parallelism: number;
		completions?: number;
		backoffLimit: number;
		suspend?: boolean;
		selector?: Selector;
		template: PodTemplate;
	};
	status: {
		conditions?: Condition[];
		startTime?: string;
		completionTime?: string;
		active?: number;
		ready?: number;
		succeeded?: number;
		failed?: number;
		terminating?: number;
		uncountedTerminatedPods?: object;
	};
}
