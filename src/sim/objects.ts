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

export interface Node extends KubeObject {
	spec: {unschedulable?: boolean; taints?: {key: string; value?: string; effect: string}[]; podCIDR?: string};
	status: {
		allocatable?: Record<string, string>;
		addresses?: {type: string; address: string}[];
		conditions?: Condition[];
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
		currentMetrics?: {
			type: string;
			resource: {name: string; current: {averageValue: string; averageUtilization: number}};
		}[];
		conditions?: Condition[];
	};
}

export interface EventObject extends KubeObject {
	involvedObject: {
		kind: string;
		namespace?: string;
		name: string;
		uid: string;
		apiVersion: string;
		resourceVersion?: string;
		fieldPath?: string;
	};
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
