import type {Placement} from './placement.ts';
import type {Labels, Resources} from './row.ts';

/** What a pod template asks for, as far as rules and diffs read it; all pods made from one template share one. */
export interface PodSpec {
	/** In the order of the pod's containers: init containers first. */
	readonly containers: readonly ContainerSpec[];
	readonly volumes: readonly VolumeSpec[];
	readonly nodeSelector: Labels;
	/** Required node affinity in words, one text per term: `disktype in (ssd)`; a node must fit one of them. */
	readonly nodeAffinity: readonly string[];
	readonly tolerations: readonly Toleration[];
	/** Empty: `default`. */
	readonly serviceAccount: string;
	readonly pullSecrets: readonly string[];
	readonly priorityClass: string;
	readonly graceMs: number;
	readonly readinessGates: readonly string[];
	/** `Always`, `OnFailure` or `Never`. */
	readonly restartPolicy: string;
	readonly placement: Placement;
}

export interface ContainerSpec {
	readonly name: string;
	readonly image: string;
	/** `sidecar` is an init container that restarts always. */
	readonly role: 'app' | 'init' | 'sidecar';
	/** Empty: the entrypoint of the image. */
	readonly command: readonly string[];
	readonly args: readonly string[];
	readonly env: readonly EnvVariable[];
	readonly envFrom: readonly ConfigReference[];
	readonly liveness: Probe | undefined;
	readonly readiness: Probe | undefined;
	readonly startup: Probe | undefined;
	readonly requests: Resources;
	readonly limits: Resources;
	readonly ports: readonly {readonly name: string; readonly port: number; readonly protocol: string}[];
	readonly hasPreStop: boolean;
}

export interface EnvVariable {
	readonly name: string;
	/** As written in the template; undefined when it comes from elsewhere. */
	readonly value: string | undefined;
	readonly from: (ConfigReference & {readonly key: string}) | undefined;
}

/** A ConfigMap or a Secret that a pod needs to start, unless it is optional. */
export interface ConfigReference {
	readonly kind: 'configmap' | 'secret';
	readonly name: string;
	readonly optional: boolean;
}

export interface VolumeSpec {
	readonly name: string;
	readonly config: ConfigReference | undefined;
	/** Name of a PersistentVolumeClaim; empty for other volumes. */
	readonly claim: string;
}

export interface Probe {
	readonly how: 'http' | 'tcp' | 'exec' | 'grpc';
	/** A number, or the name of a port; empty for `exec`. */
	readonly port: string;
	/** `/health` for `http`, the command for `exec`, else empty. */
	readonly path: string;
	/** `HTTPS`, else empty. */
	readonly scheme: string;
	readonly initialDelayMs: number;
	readonly periodMs: number;
	readonly timeoutMs: number;
	readonly failureThreshold: number;
	readonly successThreshold: number;
}

export interface Toleration {
	/** Empty with `Exists`: every taint. */
	readonly key: string;
	readonly operator: string;
	readonly value: string;
	readonly effect: string;
}
