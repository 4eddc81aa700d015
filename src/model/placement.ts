import type {Selector} from './row.ts';

/** What of a pod's spec decides on which nodes it may run, for those who ask why it runs on none. */
export interface Placement {
	/** Who is to place it: `default-scheduler`, or one that was installed. */
	readonly scheduler: string;
	/** Names of what must let it pass before it is placed at all. */
	readonly gates: readonly string[];
	/** Required node affinity: a node must fit one of the terms. Empty: any node. */
	readonly terms: readonly NodeTerm[];
	readonly spread: readonly SpreadRule[];
	/** Ports of the node that its containers take, each once per node. */
	readonly hostPorts: readonly number[];
	/** What it requests beside cpu and memory, by name: bytes of `ephemeral-storage`, pieces of `nvidia.com/gpu`. */
	readonly requests: Readonly<Record<string, number>>;
}

/** All of its requirements must hold. */
export type NodeTerm = readonly NodeRequirement[];

export interface NodeRequirement {
	/** Of a label; of a field (`metadata.name`) when `isField`. */
	readonly key: string;
	readonly isField: boolean;
	/** `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`. */
	readonly operator: string;
	readonly values: readonly string[];
}

/** How pods stand to each other: only what must hold, not what is preferred. */
export interface SpreadRule {
	/** Not beside those of the selector, beside them, or spread evenly among them. */
	readonly how: 'apart' | 'together' | 'evenly';
	/** The label that makes nodes one place: `kubernetes.io/hostname`, `topology.kubernetes.io/zone`. */
	readonly topologyKey: string;
	readonly selector: Selector | undefined;
	/** `evenly`: how many more pods one place may have than another. */
	readonly skewMax: number;
}
