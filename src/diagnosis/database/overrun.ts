import {perPod, type Share} from '../../services/budget/budget.ts';
import type {Cluster} from '../cluster.ts';
import {isDue} from '../due.ts';
import type {WorkloadSubject} from '../subject.ts';
import {demandOf, type Demand} from './sum-words.ts';
import {isFirst, type Used} from './used.ts';

/** More connections than a server has, now or in a case that can come. */
export interface Overrun {
	readonly when:
		/** A rollout is adding pods. */
		| 'rollout'
		/** The autoscaler has just added pods, or is about to. */
		| 'scaling'
		/** With the pods that there are. */
		| 'now'
		/** When the autoscaler makes as many as it may. */
		| 'at-most'
		/** While a rollout adds its pods. */
		| 'surge';
	readonly demand: Demand;
	/** Pods of the service then. */
	readonly pods: number;
}

/** Who was scaled so long ago has shown by now whether it fits. */
const SCALED_MS = 10 * 60_000;

/** The nearest case in which the pods of a service overrun its server; each case is told of one service. Undefined when none does. */
export function overrunOf(subject: WorkloadSubject, used: Used, cluster: Cluster): Overrun | undefined {
	const {state, own} = used;
	const {usable} = state.server.budget;
	const {share} = own.user;
	if (usable === undefined || share === undefined) return undefined;
	const {workload, autoscaler} = subject.service;
	const most = (one: Share): number => Math.max(one.pods, one.podsAtMost ?? 0);
	const over = (when: Overrun['when'], podsOf: (one: Share) => number): Overrun | undefined => {
		const demand = demandOf(state, podsOf);
		return demand.total > usable ? {when, demand, pods: podsOf(share)} : undefined;
	};
	const alone = (when: Overrun['when'], pods: number): Overrun | undefined =>
		over(when, one => (one.service === share.service ? Math.max(pods, one.pods) : one.pods));

	if (subject.isRolling) {
		const found = alone('rollout', workload.wanted + share.surge);
		if (found !== undefined) return found;
	}
	if (autoscaler !== undefined) {
		const isAdding = autoscaler.wanted > share.pods;
		const isFresh =
			autoscaler.lastScaleAt !== undefined && !isDue(subject, cluster, autoscaler.lastScaleAt, SCALED_MS);
		const found = isAdding || isFresh ? alone('scaling', autoscaler.wanted) : undefined;
		if (found !== undefined) return found;
	}
	const weigh = (of: (one: Share) => number): boolean =>
		isFirst(used, ({user}) => (user.share === undefined ? 0 : of(user.share)));
	if (state.server.budget.now > usable)
		return weigh(one => one.pods * perPod(one)) ? over('now', one => one.pods) : undefined;
	const growth = (one: Share): number => (most(one) - one.pods) * perPod(one);
	if (growth(share) > 0 && weigh(growth)) {
		const found = over('at-most', most);
		if (found !== undefined) return found;
	}
	return alone('surge', most(share) + share.surgeAtMost);
}
