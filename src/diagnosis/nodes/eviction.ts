/** Why a kubelet evicted a pod (kubernetes `pkg/kubelet/eviction/helpers.go`). */
export type Eviction =
	/** The node was short of something. */
	| {readonly by: 'node'; readonly resource: string}
	/** The pod went beyond a limit of its own; `words` say which. */
	| {readonly by: 'limit'; readonly words: string};

export function evictionOf(message: string): Eviction {
	for (const [pattern, words] of LIMITS) {
		const groups = pattern.exec(message)?.groups;
		if (groups !== undefined) return {by: 'limit', words: words(groups['name'] ?? '', groups['limit'] ?? '')};
	}
	const {resource, condition} = NODE.exec(message)?.groups ?? {};
	return {by: 'node', resource: resource ?? CONDITIONS[condition ?? ''] ?? ''};
}

const LIMITS: readonly (readonly [RegExp, (name: string, limit: string) => string])[] = [
	[
		/Container (?<name>\S{1,253}) exceeded its local ephemeral storage limit "(?<limit>[^"]{1,40})"/,
		(name, limit) => `container ${name} wrote more to local disk than its ephemeral-storage limit of ${limit}`,
	],
	[
		/Pod ephemeral local storage usage exceeds the total limit of containers (?<limit>[^\s]{1,40}?)\.?(?:\s|$)/,
		(_, limit) => `they wrote more to local disk than their ephemeral-storage limits of ${limit} together`,
	],
	[
		/Usage of EmptyDir volume "(?<name>[^"]{1,253})" exceeds the limit "(?<limit>[^"]{1,40})"/,
		(name, limit) => `emptyDir volume ${name} grew beyond its limit of ${limit}`,
	],
];

const NODE = /low on resource: (?<resource>[\w./-]{1,63}?)\.?(?:\s|$)|had condition: \[(?<condition>\w{1,63})/;

const CONDITIONS: Readonly<Record<string, string>> = {
	MemoryPressure: 'memory',
	DiskPressure: 'ephemeral-storage',
	PIDPressure: 'pids',
};
