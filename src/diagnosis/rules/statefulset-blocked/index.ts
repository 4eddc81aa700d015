import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {areOverdue, unreadySince} from '../../overdue.ts';
import {listed, quoted} from '../../phrases.ts';
import type {PodRow} from '../../../model/pod.ts';
import {inOrder, ordinalOf, whyUnready} from '../../stateful-pods.ts';
import type {WorkloadSubject} from '../../subject.ts';

export default defineRule({
	id: 'statefulset-blocked',
	title: 'a StatefulSet whose pods wait for one that is not ready',
	why: 'Its pods are made and updated one after the other, each only when the one before is ready.',
	remedy: 'See what keeps the first one from getting ready; all others follow.',
	about: 'workload',
	reads: ['pod', 'workload', 'revision'],
	place: 'effect',
	*find(subject, cluster) {
		const {object: workload, pods} = subject;
		if (workload.kind !== 'statefulset' || workload.wanted === 0 || pods.every(({ready}) => ready)) return;
		const waiting = waitingFor(subject);
		if (waiting === undefined) return;
		const {blocker, names, deed} = waiting;
		if (!areOverdue([blocker], subject, cluster)) return;
		const isAgain = subject.isRolling && subject.rollBack !== undefined;
		yield {
			key: blocker.name,
			verdict: 'struggling',
			confidence: 'certain',
			title: `Pod ${blocker.name} is not ready, so ${names} ${deed}`,
			because: `${workload.ordered ? 'the pods of a StatefulSet are made and updated' : 'a StatefulSet is updated'} one after the other`,
			pods: [blocker],
			evidence: [seenOn(blocker, quoted(whyUnready(blocker)), unreadySince(blocker))],
			since: unreadySince(blocker),
			next: [
				...(isAgain && subject.rollBack !== undefined ? [subject.rollBack] : []),
				...(isAgain && workload.ordered
					? [
							`then kubectl delete pod ${blocker.name} -n ${workload.namespace}: it is not replaced while it is not ready`,
						]
					: []),
				`see why ${blocker.name} is not ready`,
			],
		};
	},
});

interface Waiting {
	readonly blocker: PodRow;
	/** `db-1 and db-0`. */
	readonly names: string;
	/** `are not updated`, `is not made`. */
	readonly deed: string;
}

function waitingFor({object: workload, pods, oldPods, isRolling, allPods}: WorkloadSubject): Waiting | undefined {
	const unready = inOrder(pods).filter(({ready}) => !ready);
	const last = unready.at(-1);
	const old = inOrder(oldPods).filter(pod => ordinalOf(pod) >= workload.partition);
	// Updated from the last to the first.
	if (isRolling && last !== undefined && old.length > 0) {
		const names = old.map(({name}) => name).toReversed();
		return {blocker: last, names: listed(names, 3), deed: `${names.length === 1 ? 'is' : 'are'} not updated`};
	}
	const first = unready[0];
	if (!workload.ordered || first === undefined) return undefined;
	const there = new Set(allPods.map(({name}) => name));
	const missing = Array.from({length: Math.min(workload.wanted, ORDINALS_MAX)}, (_, ordinal) => ordinal)
		.filter(ordinal => ordinal > ordinalOf(first))
		.map(ordinal => `${workload.name}-${ordinal}`)
		.filter(name => !there.has(name));
	if (missing.length === 0) return undefined;
	return {blocker: first, names: listed(missing, 3), deed: `${missing.length === 1 ? 'is' : 'are'} not made`};
}

/** Nobody has more, and a spec may say anything. */
const ORDINALS_MAX = 1000;
