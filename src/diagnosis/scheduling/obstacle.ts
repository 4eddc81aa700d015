/** Why a node does not take a pod, by what a person would do about it. */
export type Obstacle =
	/** Not enough of a resource is left. */
	| 'resource'
	/** It runs as many pods as it may. */
	| 'pod-cap'
	/** It is not what selector or affinity ask for. */
	| 'selector'
	/** Somebody keeps it for others. */
	| 'taint'
	/** It takes no new pods: cordoned, drained, being removed. */
	| 'cordon'
	/** It is not well, or not up yet. */
	| 'trouble'
	/** Other pods are there, or are not. */
	| 'spread'
	| 'host-port'
	| 'claim-missing'
	| 'claim-unbound'
	| 'claim-lost'
	/** The volume cannot be used there. */
	| 'volume-elsewhere'
	| 'other';

interface Meaning {
	readonly obstacle: Obstacle;
	/** `cpu`, the taint, the claim; empty when the words do not say. */
	readonly name: string;
}

/** What a reason of the scheduler means, without its number. */
export function obstacleOf(words: string): Meaning {
	if (TAINT.test(words)) return taintOf(words);
	for (const [obstacle, pattern] of MEANINGS) {
		const match = pattern.exec(words);
		if (match !== null) return {obstacle, name: match.groups?.['name'] ?? ''};
	}
	return {obstacle: 'other', name: ''};
}

/** The wordings of Kubernetes 1.12 to 1.35 (kube-scheduler `framework/plugins/*`). The first that fits counts. */
const MEANINGS: readonly (readonly [Obstacle, RegExp])[] = [
	['resource', /^Insufficient (?<name>\S{1,253})/],
	['pod-cap', /^Too many pods/],
	['claim-missing', /^persistentvolumeclaim "(?<name>[^"]{1,253})" (?:not found|is being deleted)/],
	['claim-missing', /could not find v1\.PersistentVolumeClaim "(?:[^"/]{1,253}\/)?(?<name>[^"/]{1,253})"/],
	['claim-lost', /bound to non-existent (?:persistentvolume|pv)/i],
	[
		'claim-unbound',
		/unbound immediate PersistentVolumeClaims|didn't find available persistent volumes|enough free storage/,
	],
	['volume-elsewhere', /volume node affinity conflict|PersistentVolume's node affinity|no available volume zone/],
	['spread', /pod (?:anti-)?affinity|pods anti-affinity|affinity\/anti-affinity|topology spread/],
	[
		'selector',
		/node affinity|node selector|requested node name|plugin\(s\) \[[^\]]{0,200}NodeAffinity|prefilter result/,
	],
	['host-port', /free ports/],
	['cordon', /were unschedulable/],
	[
		'trouble',
		/no nodes available|were not ready|unknown condition|(?:memory|disk|pid) ?pressure|network unavailable|out of disk/i,
	],
];

const TAINT = /\btaints?\b/;

/** `{dedicated: db}` before 1.35; after, the taint is not named. A value may hold a brace, a key may not. */
function taintOf(words: string): Meaning {
	const {key = '', value = ''} =
		/\{(?<key>[^:{}\s]{1,317})(?:: (?<value>[^\s,]{0,63}?))?\}/.exec(words)?.groups ?? {};
	return {obstacle: obstacleOfTaint(key), name: value === '' ? key : `${key}=${value}`};
}

/** Who sets a taint tells what it means: the node's own controllers, whoever takes it out of service, or a person. */
export function obstacleOfTaint(key: string): 'trouble' | 'cordon' | 'taint' {
	if (CORDONS.test(key)) return 'cordon';
	return TROUBLES.test(key) ? 'trouble' : 'taint';
}

const CORDONS =
	/^node\.kubernetes\.io\/unschedulable$|^ToBeDeletedByClusterAutoscaler$|^DeletionCandidateOfClusterAutoscaler$|^karpenter\.sh\/disrupt/;

const TROUBLES =
	/^node\.kubernetes\.io\/|^node\.cloudprovider\.kubernetes\.io\/|\/(?:agent-)?not-ready$|^karpenter\.sh\/unregistered$/;
