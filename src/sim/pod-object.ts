import type {Condition, KubeObject} from './objects.ts';

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
