/** What metrics.k8s.io measured of a pod or node. CPU in cores, memory (working set) in bytes. */
export interface Usage {
	readonly cpu: number;
	readonly memory: number;
	/** End of the window that was measured, milliseconds since 1970. */
	readonly measuredAt: number;
}

/** Key of a pod's usage: `namespace/name`; of a node's: its name. */
export interface UsageTable {
	readonly pods: ReadonlyMap<string, Usage>;
	readonly nodes: ReadonlyMap<string, Usage>;
	readonly state: UsageState;
}

export type UsageState =
	/** Nothing was asked yet. */
	| {readonly phase: 'starting'}
	/** The last answer came at `at`. */
	| {readonly phase: 'fresh'; readonly at: number}
	/** The API is not installed in this cluster. */
	| {readonly phase: 'missing'}
	| {readonly phase: 'forbidden'; readonly permission: string}
	/** It failed: the figures are of `at`, or there are none (undefined). */
	| {readonly phase: 'stale'; readonly at: number | undefined; readonly because: string};
