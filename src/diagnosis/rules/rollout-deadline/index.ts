import {conditionNamed} from '../../../kinds/conditions.ts';
import {formatAge} from '../../../lib/age.ts';
import type {Evidence} from '../../../model/finding.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {areOverdue} from '../../overdue.ts';
import {counted, listed, quoted} from '../../phrases.ts';
import type {WorkloadSubject} from '../../subject.ts';
import {whatChanged} from '../../what-changed.ts';

export default defineRule({
	id: 'rollout-deadline',
	title: 'a rollout that has made no progress until its deadline',
	why: 'New pods do not get ready, so the old ones go on serving and the release is not out.',
	remedy: 'See what keeps the new pods from getting ready, or roll back.',
	about: 'workload',
	reads: ['pod', 'workload', 'revision'],
	place: 'effect',
	*find(subject, cluster) {
		const {object: workload, service, pods} = subject;
		const {rollout} = service;
		if (rollout.phase !== 'stuck' || workload.wanted === 0 || workload.deletedAt !== undefined) return;
		const unready = pods.filter(({ready}) => !ready);
		// An ordered update stands still because of one pod, which another rule names.
		if (workload.kind === 'statefulset' && unready.length > 0) return;
		const expired = conditionNamed(workload.conditions, 'Progressing');
		const isTold = expired?.reason === 'ProgressDeadlineExceeded';
		// Kinds without a deadline may have pods that are allowed to start more slowly.
		if (!isTold && !areOverdue(unready, subject, cluster)) return;
		const revision = rollout.revision === '' ? '' : ` of ${rollout.revision}`;
		const deadline = `its deadline of ${formatAge(workload.progressDeadlineMs ?? 600_000)}`;
		const made = subject.isRolling ? 'new pods' : 'pods';
		yield {
			verdict: 'struggling',
			confidence: isTold ? 'certain' : 'likely',
			title: `Rollout${revision} stands still past ${deadline}: ${pods.length - unready.length} of ${rollout.wanted} ${made} ready`,
			because: whatChanged(service) || oldPodsWords(subject),
			pods: unready,
			evidence: [
				isTold
					? seenOn(workload, quoted(`${expired.reason}: ${expired.message}`), expired.since)
					: seenOn(
							workload,
							`${rollout.updated} of ${rollout.wanted} pods are updated, ${workload.ready} ready`,
						),
				...unready.slice(0, 3).map(pod => podEvidence(pod)),
			],
			next: [
				...(subject.rollBack === undefined ? [] : [subject.rollBack]),
				unready.length === 0
					? `see what the rollout waits for: kubectl rollout status ${workload.kind}/${workload.name} -n ${workload.namespace}`
					: `see why ${listed(
							unready.map(({name}) => name),
							2,
						)} ${unready.length === 1 ? 'is' : 'are'} not ready`,
			],
			since: isTold ? expired.since || undefined : rollout.deadlineAt,
		};
	},
});

function podEvidence(pod: WorkloadSubject['pods'][number]): Evidence {
	const ready = conditionNamed(pod.conditions, 'Ready');
	const why = ready === undefined || ready.message === '' ? '' : `: ${ready.message}`;
	return seenOn(pod, quoted(`${pod.status}, not ready${why}`), ready?.since || undefined);
}

function oldPodsWords({oldPods}: WorkloadSubject): string {
	if (oldPods.length === 0) return '';
	return `${counted(oldPods.length, 'old pod')} ${oldPods.length === 1 ? 'remains' : 'remain'}`;
}
