import {conditionNamed} from '../../../kinds/conditions.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {isUnplaced} from '../../scheduling/unplaced.ts';

/** A busy scheduler takes seconds. One that is elected anew takes up to half a minute. */
const GRACE_MS = 60_000;

export default defineRule({
	id: 'scheduler-silent',
	title: 'pods that no scheduler looks at',
	why: 'Nobody places them and nobody says why: their scheduler does not run, or its name is mistyped.',
	remedy: 'Correct the schedulerName of the template, or look whether the scheduler runs.',
	about: 'pods',
	reads: ['pod', 'event', 'claim'],
	place: 'cause',
	*find(subject, cluster) {
		if (!subject.pods.some(isUnplaced)) return;
		const unseen = subject.pods.filter(pod => isUnplaced(pod) && isUnseen(pod, cluster));
		const [first] = unseen.toSorted((a, b) => a.createdAt - b.createdAt);
		if (first === undefined || !isDue(subject, cluster, first.createdAt, GRACE_MS)) return;
		const {scheduler} = first.spec.placement;
		const isDefault = scheduler === 'default-scheduler';
		yield {
			verdict: 'struggling',
			confidence: 'likely',
			title: `${subject.who} wait for ${isDefault ? 'the scheduler' : `scheduler ${scheduler}`}, which says nothing`,
			because: 'they have no node, and nobody said that there is none for them',
			pods: unseen,
			evidence: [
				seenOn(first, `Pending without condition PodScheduled, schedulerName ${scheduler}`, first.createdAt),
			],
			since: first.createdAt,
			next: isDefault
				? ['look whether kube-scheduler runs']
				: [`look whether ${scheduler} runs`, 'correct schedulerName of the template'],
		};
	},
});

/** While the volume of a pod that has been placed in thought is made, its scheduler says nothing either. */
function isUnseen(pod: PodRow, cluster: Cluster): boolean {
	if (conditionNamed(pod.conditions, 'PodScheduled') !== undefined) return false;
	if (cluster.eventsOf(pod).some(({reason}) => reason === 'FailedScheduling')) return false;
	return !pod.spec.volumes.some(
		({claim}) => claim !== '' && cluster.named('persistentvolumeclaim', pod.namespace, claim)?.phase === 'Pending',
	);
}
