import {conditionNamed} from '../../../kinds/conditions.ts';
import type {JobRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {counted} from '../../phrases.ts';
import {toldRefusal} from '../../refusal/refusal.ts';
import {type Shortage, shortageOf} from '../../refusal/shortage.ts';
import type {PodsSubject} from '../../subject.ts';

/** Controllers create pods within a second; a busy one takes some more. */
const LATE_MS = 60_000;

export default defineRule({
	id: 'pods-not-created',
	title: 'pods that ought to exist and do not, and nothing says why',
	why: 'Their controller does not create them, or is refused and the refusal cannot be seen.',
	remedy: 'See to the right to list events; else look at kube-controller-manager.',
	about: 'pods',
	reads: ['pod', 'workload', 'revision', 'event', 'job'],
	place: 'failure',
	*find(subject, cluster) {
		const shortage = shortageOf(subject, cluster);
		if (shortage === undefined || !isOut(shortage, subject) || isTold(shortage, cluster)) return;
		const since = changedAt(shortage, subject, cluster);
		if (cluster.now - since < LATE_MS) {
			subject.lookAgainAt(since + LATE_MS);
			return;
		}
		const {missing, wanted, creator} = shortage;
		yield {
			verdict: 'struggling',
			confidence: 'likely',
			title: `${subject.who} are not created: ${missing} of ${counted(wanted, 'pod')} ${missing === 1 ? 'is' : 'are'} missing`,
			because: cluster.knows('event')
				? 'no event says why: its controller does nothing, or the event is older than an hour'
				: 'why cannot be seen (list events)',
			affects: creator === subject.object ? [] : [creator],
			evidence: [seenOn(creator, `${counted(wanted, 'pod')} wanted, ${wanted - missing} there`)],
			since,
			next: [
				cluster.knows('event')
					? `look at the log of kube-controller-manager for ${creator.name}`
					: 'ask for the right to list events: a refusal is told there',
			],
		};
	},
});

/** Between two counts of a controller some are missing all the time; what is out altogether is another matter. */
function isOut({missing, wanted}: Shortage, {service, object, allPods}: PodsSubject): boolean {
	if (allPods.length === 0 && missing === wanted && object.kind === 'job') {
		const {failed, succeeded} = object as JobRow;
		return failed + succeeded === 0;
	}
	if (service === undefined) return false;
	const {workload, rollout} = service;
	// A DaemonSet is counted before its new pods are seen.
	if (!workload.observed || rollout.phase === 'paused' || workload.kind === 'daemonset') return false;
	if (conditionNamed(workload.conditions, 'Available')?.status === 'False') return true;
	return workload.kind === 'statefulset' && missing === wanted && allPods.length === 0;
}

/** A rule about refusals speaks of it. */
function isTold(shortage: Shortage, cluster: Cluster): boolean {
	return shortage.condition !== undefined || toldRefusal(shortage, cluster) !== undefined;
}

/** The latest moment from which they may have been missing. */
function changedAt({creator}: Shortage, {object, service, events}: PodsSubject, cluster: Cluster): number {
	const conditions = service?.workload.conditions ?? [];
	const moments = [
		...[...events, ...cluster.eventsOf(creator)].map(({lastAt}) => lastAt),
		...conditions.map(({since}) => since),
		...(service?.pods ?? []).map(({createdAt, deletedAt}) => deletedAt ?? createdAt),
	];
	return moments.reduce(
		(latest, at) => Math.max(latest, Math.min(at, cluster.now)),
		Math.max(creator.createdAt, object.createdAt),
	);
}
