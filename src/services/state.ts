import {isTrue} from '../kinds/conditions.ts';
import type {PodRow} from '../model/pod.ts';
import type {Mark} from '../model/row.ts';
import type {WorkloadRow} from '../model/workload.ts';
import {commonBreakage} from './breakage.ts';
import type {MarkedPod} from './marked-pod.ts';
import {isLive} from './revisions.ts';
import {isRolling} from './rollout.ts';
import type {Rollout, ServiceRow} from './service-row.ts';

interface Evidence {
	readonly workload: WorkloadRow;
	readonly rollout: Rollout;
	readonly pods: readonly MarkedPod[];
	/** Those of the current revision that are to stay. */
	readonly newPods: readonly MarkedPod[];
	readonly now: number;
}

interface State {
	readonly mark: Mark;
	readonly state: string;
}

/** What the STATE column says of a service: the most important fact, in about forty characters. Empty words when all is well. */
export function stateOf(evidence: Evidence): State {
	return (
		whenDeleted(evidence) ??
		whenUnobserved(evidence) ??
		whenAsleep(evidence) ??
		(isRolling(evidence.rollout) ? whileRolling(evidence) : undefined) ??
		whenUnready(evidence) ??
		whenHeld(evidence) ?? {mark: 'healthy', state: ''}
	);
}

/**
 * What it says of a service that nobody knows anything bad of: as above, without a word for trouble. Pods that are not ready for good
 * reason look broken to whoever only looks at them.
 */
export function calmStateOf({workload, rollout, pods}: ServiceRow): string {
	const {wanted} = workload;
	const ready = wanted - downOf(workload, pods.filter(isLive));
	const states = [
		whenDeleted({workload}),
		whenUnobserved({rollout}),
		whenAsleep({workload}),
		isRolling(rollout) ? {state: rolloutWords(workload, rollout)} : undefined,
		ready < wanted ? {state: `${ready} of ${count(wanted, 'pod')} ready`} : undefined,
		whenHeld({workload, rollout}),
	];
	return states.find(found => found !== undefined)?.state ?? '';
}

function whenDeleted({workload}: Pick<Evidence, 'workload'>): State | undefined {
	return workload.deletedAt === undefined ? undefined : {mark: 'progressing', state: 'being deleted'};
}

/** Nothing else that the status says is about the newest spec. */
function whenUnobserved({rollout}: Pick<Evidence, 'rollout'>): State | undefined {
	return rollout.phase === 'unobserved' ? {mark: 'progressing', state: 'waiting for its controller'} : undefined;
}

function whenAsleep({workload}: Pick<Evidence, 'workload'>): State | undefined {
	if (workload.wanted > 0) return undefined;
	return {mark: 'healthy', state: workload.kind === 'daemonset' ? 'no node to run on' : 'scaled to 0'};
}

/** Pods of older revisions are about to go: what is wrong with them is not asked any more. */
function whileRolling({workload, rollout, newPods, now}: Evidence): State {
	const breakage = commonBreakage(podsOf(newPods), now);
	if (breakage !== undefined) return struggling(`new pods do not start: ${breakage}`, rollout.revision);
	if (isTrue(workload.conditions, 'ReplicaFailure'))
		return struggling('new pods cannot be created', rollout.revision);
	if (rollout.phase === 'stuck') {
		const because = workload.progressDeadlineMs === undefined ? 'makes no progress' : 'stuck past its deadline';
		return struggling(`rollout ${because}`, rollout.revision);
	}
	return {mark: 'progressing', state: rolloutWords(workload, rollout)};
}

function rolloutWords(workload: WorkloadRow, rollout: Rollout): string {
	return words(`rolling out ${rollout.revision}`.trim(), stepOf(workload, rollout));
}

function stepOf({current}: WorkloadRow, {phase, updated, wanted, available}: Rollout): string {
	// One that is stuck is so in one of these steps.
	if (updated < wanted) return `${updated} of ${wanted}`;
	if (phase === 'retiring') return `${count(current - updated, 'old pod')} left`;
	return `${Math.min(available, wanted)} of ${wanted} available`;
}

/** No rollout, and fewer pods ready than wanted. */
function whenUnready({workload, pods, now}: Evidence): State | undefined {
	const {wanted} = workload;
	const live = pods.filter(({pod}) => isLive(pod));
	const unready = live.filter(({pod}) => !pod.ready);
	const down = downOf(workload, podsOf(live));
	if (down === 0) return undefined;
	if (isTrue(workload.conditions, 'ReplicaFailure') && live.length < wanted) {
		return struggling(`${wanted - live.length} of ${count(wanted, 'pod')} cannot be created`, '');
	}
	const breakage = commonBreakage(podsOf(unready), now);
	const fact =
		down === wanted ? `0 of ${count(wanted, 'pod')} ready` : `${down} of ${count(wanted, 'pod')} not ready`;
	const isBad = unready.some(({mark}) => mark === 'struggling' || mark === 'unknown');
	return {
		mark: isBad ? 'struggling' : isSeen(workload, live) ? 'progressing' : 'unknown',
		state: breakage === undefined ? fact : `${fact}: ${breakage}`,
	};
}

/**
 * How many ready pods are missing, of those that are wanted. The pods know it before the status does; but where not all of them are
 * seen (yet, or by lack of rights), the status must do.
 */
function downOf(workload: WorkloadRow, live: readonly PodRow[]): number {
	const ready = isSeen(workload, live) ? live.filter(pod => pod.ready).length : workload.ready;
	return Math.max(0, workload.wanted - ready);
}

function isSeen({current}: WorkloadRow, live: readonly unknown[]): boolean {
	return live.length >= current;
}

/** It waits for a person, by design. */
function whenHeld({workload, rollout}: Pick<Evidence, 'workload' | 'rollout'>): State | undefined {
	const {phase, revision, updated, wanted} = rollout;
	if (phase === 'on-delete') return {mark: 'healthy', state: `updates on delete · ${updated} of ${wanted} updated`};
	if (phase !== 'paused') return undefined;
	const isHalfway = workload.current > updated;
	return {mark: isHalfway ? 'progressing' : 'healthy', state: revision === '' ? 'paused' : `paused at ${revision}`};
}

function struggling(fact: string, revision: string): State {
	return {mark: 'struggling', state: words(fact, revision)};
}

function words(...parts: readonly string[]): string {
	return parts.filter(part => part !== '').join(' · ');
}

function count(number: number, thing: string): string {
	return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function podsOf(marked: readonly MarkedPod[]): readonly PodRow[] {
	return marked.map(({pod}) => pod);
}
