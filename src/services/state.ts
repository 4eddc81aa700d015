import {isTrue} from '../kinds/conditions.ts';
import type {PodRow} from '../model/pod.ts';
import type {Mark} from '../model/row.ts';
import type {WorkloadRow} from '../model/workload.ts';
import {commonBreakage} from './breakage.ts';
import type {MarkedPod} from './marked-pod.ts';
import {isLive} from './revisions.ts';
import {isRolling} from './rollout.ts';
import type {Rollout} from './service-row.ts';

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

function whenDeleted({workload}: Evidence): State | undefined {
	return workload.deletedAt === undefined ? undefined : {mark: 'progressing', state: 'being deleted'};
}

/** Nothing else that the status says is about the newest spec. */
function whenUnobserved({rollout}: Evidence): State | undefined {
	return rollout.phase === 'unobserved' ? {mark: 'progressing', state: 'waiting for its controller'} : undefined;
}

function whenAsleep({workload}: Evidence): State | undefined {
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
	return {mark: 'progressing', state: words(`rolling out ${rollout.revision}`.trim(), stepOf(workload, rollout))};
}

function stepOf({current}: WorkloadRow, {phase, updated, wanted, available}: Rollout): string {
	if (phase === 'updating') return `${updated} of ${wanted}`;
	if (phase === 'retiring') return `${count(current - updated, 'old pod')} left`;
	return `${Math.min(available, wanted)} of ${wanted} available`;
}

/** No rollout, and fewer pods ready than wanted. */
function whenUnready({workload, pods, now}: Evidence): State | undefined {
	const {wanted, current, ready} = workload;
	const live = pods.filter(({pod}) => isLive(pod));
	const unready = live.filter(({pod}) => !pod.ready);
	// The pods know it before the status does. But where not all are seen (yet, or by lack of rights), the status must do.
	const isSeen = live.length >= current;
	const down = Math.max(0, wanted - (isSeen ? live.length - unready.length : ready));
	if (down === 0) return undefined;
	if (isTrue(workload.conditions, 'ReplicaFailure') && live.length < wanted) {
		return struggling(`${wanted - live.length} of ${count(wanted, 'pod')} cannot be created`, '');
	}
	const breakage = commonBreakage(podsOf(unready), now);
	const fact =
		down === wanted ? `0 of ${count(wanted, 'pod')} ready` : `${down} of ${count(wanted, 'pod')} not ready`;
	const isBad = unready.some(({mark}) => mark === 'struggling' || mark === 'unknown');
	return {
		mark: isBad ? 'struggling' : isSeen ? 'progressing' : 'unknown',
		state: breakage === undefined ? fact : `${fact}: ${breakage}`,
	};
}

/** It waits for a person, by design. */
function whenHeld({workload, rollout}: Evidence): State | undefined {
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
