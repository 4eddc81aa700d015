import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {areOverdue, unreadySince} from '../../overdue.ts';
import {quoted} from '../../phrases.ts';
import type {PodRow} from '../../../model/pod.ts';
import {inOrder, ordinalOf, whyUnready} from '../../stateful-pods.ts';

export default defineRule({
	id: 'statefulset-broken-pod-remains',
	title: 'a broken pod of an older revision that keeps a StatefulSet from being updated',
	why: 'An ordered update waits for every pod to be ready, also for one that only the update could mend.',
	remedy: 'Delete that pod: it is made again from the newest template.',
	about: 'workload',
	reads: ['pod', 'workload', 'revision'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: workload, oldPods, service} = subject;
		if (workload.kind !== 'statefulset' || !workload.ordered || !workload.observed || oldPods.length === 0) return;
		const broken = inOrder(oldPods).filter(pod => !pod.ready && ordinalOf(pod) >= workload.partition);
		for (const pod of broken) {
			if (!areOverdue([pod], subject, cluster)) continue;
			const revision =
				service.revisions.find(({hash}) => hash === pod.revisionHash)?.label ?? 'an older revision';
			yield {
				key: pod.name,
				verdict: isHopeless(pod) ? 'doomed' : 'struggling',
				confidence: 'certain',
				title: `Pod ${pod.name} of ${revision} is broken, and the update to ${subject.revision} waits for it`,
				because:
					'an ordered update replaces no pod while one is not ready, so a better template does not reach it',
				affects: [pod],
				evidence: [
					seenOn(pod, quoted(whyUnready(pod)), unreadySince(pod)),
					seenOn(pod, `controller-revision-hash is ${pod.revisionHash}, the newest ${workload.updateHash}`),
				],
				since: unreadySince(pod),
				next: [`kubectl delete pod ${pod.name} -n ${pod.namespace}: it is made again from the newest template`],
			};
		}
	},
});

/** What its own template asks for cannot be had, and its own template does not change any more. */
function isHopeless({containers}: PodRow): boolean {
	return containers.some(({state, reason}) => state === 'waiting' && HOPELESS.has(reason));
}

const HOPELESS: ReadonlySet<string> = new Set([
	'ErrImagePull',
	'ImagePullBackOff',
	'InvalidImageName',
	'CreateContainerConfigError',
]);
