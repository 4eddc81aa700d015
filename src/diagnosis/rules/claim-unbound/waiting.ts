import type {Evidence} from '../../../model/finding.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {isUnplaced, unplacedPods} from '../../scheduling/unplaced.ts';
import {claimsOf} from '../../storage/claims.ts';
import {type UnboundClaim, unboundClaim} from '../../storage/unbound-claim.ts';
import type {PodsSubject} from '../../subject.ts';

/** Pods that wait for claims in one kind of trouble. */
export interface Waiting {
	/** The fault when it is one that stays; empty for what may change by the minute. */
	readonly key: string;
	readonly fault: UnboundClaim['fault'];
	readonly pods: readonly PodRow[];
	/** The worst first; empty when claims cannot be seen. */
	readonly unbound: readonly UnboundClaim[];
	/** Why the scheduler finds no volume, in its words; empty when it was not asked for one. */
	readonly words: string;
	/** What the scheduler says. */
	readonly evidence: readonly Evidence[];
}

/** The scheduler says so of claims that are bound at once; of those that wait for a pod to be placed only their own events tell. */
export function waitingForClaims(subject: PodsSubject, cluster: Cluster): readonly Waiting[] {
	const told = unplacedPods(subject, cluster).find(({obstacle}) => obstacle === 'claim-unbound');
	const groups = new Map<string, {readonly pods: PodRow[]; readonly unbound: Map<string, UnboundClaim>}>();
	for (const pod of subject.pods) {
		if (!isUnplaced(pod)) continue;
		const isTold = told?.pods.includes(pod) === true;
		const pending = claimsOf(pod, cluster).filter(({phase}) => phase === 'Pending');
		const unbound = pending.map(claim => unboundClaim(claim, cluster)).filter(one => isTold || isFailure(one));
		// When all claims are bound by now, the scheduler has not looked again yet.
		const isBlind = isTold && !cluster.knows('persistentvolumeclaim');
		if (unbound.length === 0 && !isBlind) continue;
		const key = unbound.toSorted(compare).map(({fault}) => (LASTING.has(fault) ? fault : ''))[0] ?? '';
		const group = groups.get(key) ?? {pods: [], unbound: new Map<string, UnboundClaim>()};
		group.pods.push(pod);
		for (const one of unbound) group.unbound.set(one.claim.uid, one);
		groups.set(key, group);
	}
	const words = told?.fit.refusals.find(({obstacle}) => obstacle === 'claim-unbound')?.text ?? '';
	const evidence = told?.evidence ?? [];
	return [...groups].map(([key, group]) => {
		const unbound = [...group.unbound.values()].toSorted(compare);
		return {key, fault: unbound[0]?.fault ?? 'unknown', pods: group.pods, unbound, words, evidence};
	});
}

const LASTING: ReadonlySet<string> = new Set<UnboundClaim['fault']>(['class-missing', 'no-class']);

const ORDER: readonly UnboundClaim['fault'][] = [
	'class-missing',
	'no-class',
	'failed',
	'unanswered',
	'unknown',
	'none',
];

function compare(a: UnboundClaim, b: UnboundClaim): number {
	return ORDER.indexOf(a.fault) - ORDER.indexOf(b.fault);
}

function isFailure({fault}: UnboundClaim): boolean {
	return fault !== 'none' && fault !== 'unknown';
}
