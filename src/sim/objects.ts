/**
 * The fields that the simulation itself reads and writes, in the shape of the Kubernetes API (v1.35). Objects may
 * carry any others: they are kept and served as they came.
 */
export interface Metadata {
	name: string;
	generateName?: string;
	namespace?: string;
	uid?: string;
	resourceVersion?: string;
	generation?: number;
	creationTimestamp?: string;
	deletionTimestamp?: string;
	deletionGracePeriodSeconds?: number;
	labels?: Record<string, string>;
	annotations?: Record<string, string>;
	ownerReferences?: OwnerReference[];
	finalizers?: string[];
	managedFields?: FieldsOwner[];
}

export interface OwnerReference {
	apiVersion: string;
	kind: string;
	name: string;
	uid: string;
	controller?: boolean;
	blockOwnerDeletion?: boolean;
}

/** Who wrote an object last, and when; the list of the fields is worked out when it is served. */
export interface FieldsOwner {
	manager: string;
	operation: string;
	apiVersion: string;
	time: string;
	fieldsType: string;
	subresource?: string;
}

export interface KubeObject {
	kind?: string;
	apiVersion?: string;
	metadata: Metadata;
	[field: string]: unknown;
}

export interface Condition {
	type: string;
	status: string;
	reason?: string;
	message?: string;
	lastProbeTime?: string | null;
	lastUpdateTime?: string;
	lastTransitionTime?: string;
	observedGeneration?: number;
}

export interface Selector {
	matchLabels?: Record<string, string>;
	matchExpressions?: {key: string; operator: string; values?: string[]}[];
}

export interface Container {
	name: string;
	image: string;
	imagePullPolicy?: string;
	ports?: {name?: string; containerPort: number; protocol?: string}[];
	resources?: {requests?: Record<string, string>; limits?: Record<string, string>};
	readinessProbe?: {initialDelaySeconds?: number; [field: string]: unknown};
	volumeMounts?: unknown[];
	[field: string]: unknown;
}

export interface Toleration {
	key?: string;
	operator?: string;
	value?: string;
	effect?: string;
	tolerationSeconds?: number;
}

export interface PodSpec {
	containers: Container[];
	initContainers?: Container[];
	nodeName?: string;
	nodeSelector?: Record<string, string>;
	affinity?: {
		nodeAffinity?: {
			requiredDuringSchedulingIgnoredDuringExecution?: {
				nodeSelectorTerms: {matchFields?: {key: string; operator: string; values: string[]}[]}[];
			};
		};
	};
	tolerations?: Toleration[];
	restartPolicy?: string;
	terminationGracePeriodSeconds?: number;
	volumes?: unknown[];
	hostname?: string;
	subdomain?: string;
	serviceAccountName?: string;
	[field: string]: unknown;
}

export interface PodTemplate {
	metadata?: {labels?: Record<string, string>; annotations?: Record<string, string>};
	spec: PodSpec;
}

export interface Terminated {
	exitCode: number;
	reason: string;
	startedAt: string;
	finishedAt: string;
	containerID: string;
}

export interface ContainerState {
	waiting?: {reason: string; message?: string};
	running?: {startedAt: string};
	terminated?: Terminated;
}

export interface ContainerStatus {
	name: string;
	state: ContainerState;
	lastState: ContainerState;
	ready: boolean;
	restartCount: number;
	image: string;
	imageID: string;
	containerID?: string;
	started?: boolean;
}

export interface Pod extends KubeObject {
	spec: PodSpec;
	status: {
		phase?: string;
		conditions?: Condition[];
		hostIP?: string;
		podIP?: string;
		podIPs?: {ip: string}[];
		startTime?: string;
		initContainerStatuses?: ContainerStatus[];
		containerStatuses?: ContainerStatus[];
		qosClass?: string;
	};
}

export interface Node extends KubeObject {
	spec: {unschedulable?: boolean; taints?: {key: string; value?: string; effect: string}[]; podCIDR?: string};
	status: {allocatable?: Record<string, string>; addresses?: {type: string; address: string}[]; conditions?: Condition[]};
}

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

export interface Service extends KubeObject {
	spec: {
		selector?: Record<string, string>;
		ports?: {name?: string; protocol?: string; port: number; targetPort?: number | string}[];
		clusterIP?: string;
		clusterIPs?: string[];
		type?: string;
	};
}

export interface Endpoint {
	addresses: string[];
	conditions: {ready: boolean; serving: boolean; terminating: boolean};
	hostname?: string;
	targetRef: {kind: string; namespace: string; name: string; uid: string};
	nodeName?: string;
	zone?: string;
}

export interface EndpointSlice extends KubeObject {
	addressType: string;
	endpoints: Endpoint[];
	ports: {name: string; protocol: string; port: number}[];
}

export interface Autoscaler extends KubeObject {
	spec: {
		scaleTargetRef: {kind: string; name: string; apiVersion?: string};
		minReplicas: number;
		maxReplicas: number;
		metrics: {type: string; resource?: {name: string; target: {type: string; averageUtilization?: number}}}[];
	};
	status: {
		lastScaleTime?: string;
		currentReplicas?: number;
		desiredReplicas?: number;
		currentMetrics?: {type: string; resource: {name: string; current: {averageValue: string; averageUtilization: number}}}[];
		conditions?: Condition[];
	};
}

export interface EventObject extends KubeObject {
	involvedObject: {kind: string; namespace?: string; name: string; uid: string; apiVersion: string; resourceVersion?: string; fieldPath?: string};
	reason: string;
	message: string;
	source: {component?: string; host?: string};
	firstTimestamp: string | null;
	lastTimestamp: string | null;
	count?: number;
	type: string;
	eventTime: string | null;
	series?: {count: number; lastObservedTime: string};
	action?: string;
	reportingComponent: string;
	reportingInstance: string;
}
