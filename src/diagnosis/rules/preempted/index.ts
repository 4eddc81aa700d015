import {conditionNamed} from '../../../kinds/conditions.ts';
import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {isRecent} from '../../due.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {endedAt, isWholeAgain} from '../../nodes/ended-pods.ts';
import {quoted} from '../../phrases.ts';

const RECENT_MS = 10 * 60_000;

export default defineRule({
	id: 'preempted',
	title: 'pods that had to go for others of higher priority',
	why: 'The scheduler takes away what matters less when something that matters more finds no room.',
	remedy: 'Give them a priority class that says what they are worth, or add nodes.',
	about: 'pods',
	reads: ['pod', 'event', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		if (!subject.allPods.some(isPreempted)) return;
		const pods = subject.allPods.filter(
			pod => isPreempted(pod) && isRecent(subject, cluster, pod.deletedAt ?? endedAt(pod), RECENT_MS),
		);
		const [first] = pods;
		if (first === undefined) return;
		const event = cluster.eventsOf(first).findLast(({reason}) => reason === 'Preempted' || reason === 'Preempting');
		const condition = conditionNamed(first.conditions, 'DisruptionTarget');
		const {priorityClass} = first.spec;
		yield {
			verdict: 'info',
			confidence: 'certain',
			title: 'Pods had to go for others of higher priority',
			because: [
				priorityClass === '' ? 'they have no priority class' : `their priority class is ${priorityClass}`,
				...(isWholeAgain(subject) ? ['all its pods are there again'] : []),
			].join('; '),
			pods,
			evidence: [
				event === undefined
					? seenOn(
							first,
							`${first.name}: ${quoted(condition?.message || first.message || first.reason)}`,
							endedAt(first),
						)
					: heardOf(event, first, quoted(event.message)),
			],
			since: Math.min(...pods.map(endedAt)),
			next: ['give them a priority class that says what they are worth', 'add a node'],
		};
	},
});

/** The kubelet does it too, for pods that the node itself needs. */
function isPreempted({deletedAt, phase, reason, conditions}: PodRow): boolean {
	if (deletedAt === undefined && phase !== 'Failed') return false;
	return (
		reason === 'Preempting' || conditionNamed(conditions, 'DisruptionTarget')?.reason === 'PreemptionByScheduler'
	);
}
