import type {PodSpec} from './pod-spec.ts';
import type {Condition, Labels, Resources, Row} from './row.ts';

/** How a container ended. */
export interface Exit {
	readonly code: number;
	readonly signal: number;
	/** `OOMKilled`, `Error`, `Completed` …; empty when the runtime gave none. */
	readonly reason: string;
	readonly message: string;
	readonly startedAt: number;
	readonly finishedAt: number;
}

export interface ContainerRow {
	readonly name: string;
	readonly image: string;
	/** `sidecar` is an init container that restarts always. */
	readonly role: 'app' | 'init' | 'sidecar';
	readonly ready: boolean;
	readonly started: boolean;
	/** Restarts in its whole life. */
	readonly restarts: number;
	readonly state: 'waiting' | 'running' | 'terminated' | 'unknown';
	/** Why it waits or how it ended; empty while it runs. */
	readonly reason: string;
	readonly message: string;
	/** Since when it runs; 0 otherwise. */
	readonly startedAt: number;
	/** The end of the run that is shown as its state, when it is terminated. */
	readonly exit: Exit | undefined;
	/** The end of the run before. */
	readonly lastExit: Exit | undefined;
	readonly requests: Resources;
	readonly limits: Resources;
	readonly ports: readonly {readonly name: string; readonly port: number; readonly protocol: string}[];
}

export interface PodRow extends Row {
	readonly kind: 'pod';
	/** As `kubectl get pods` prints STATUS. */
	readonly status: string;
	readonly phase: string;
	/** Why the pod as a whole ended or was refused: `Evicted`; empty for most. */
	readonly reason: string;
	readonly message: string;
	/** Containers that are ready, of those that count, as kubectl prints READY. */
	readonly readyContainers: number;
	readonly totalContainers: number;
	/** As kubectl prints RESTARTS: of the whole life, not of a window. */
	readonly restarts: number;
	readonly lastRestartAt: number | undefined;
	/** The Ready condition. */
	readonly ready: boolean;
	readonly node: string;
	readonly ip: string;
	/** In the order of the spec: init containers first. */
	readonly containers: readonly ContainerRow[];
	readonly spec: PodSpec;
	/** Sums over the containers that run beside each other; undefined when one of them sets none. */
	readonly requests: Resources;
	readonly limits: Resources;
	/** pod-template-hash or controller-revision-hash: which revision it is of. */
	readonly revisionHash: string;
	/** Ready, and of the others those that are not simply true: false, unknown, or true for a reason. */
	readonly conditions: readonly Condition[];
	/** Its annotations `prometheus.io/…`, by what follows the slash; missing when it has none, as most. */
	readonly prometheus?: Labels;
}
