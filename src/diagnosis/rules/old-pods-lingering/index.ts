import {formatAge} from '../../../lib/age.ts';
import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {counted} from '../../phrases.ts';

/** Most pods end within it, and nobody asks. */
const USUAL_MS = 10_000;

export default defineRule({
	id: 'old-pods-lingering',
	title: 'a rollout that waits for an old pod to end',
	why: 'Where a new pod takes the place of an old one, the time that the old one takes to end is time without either.',
	remedy: 'Wait for its grace period; shorten it, or see why the program does not end when it is asked to.',
	about: 'workload',
	reads: ['pod', 'workload'],
	place: 'effect',
	*find(subject, cluster) {
		const {object: workload, service, allPods} = subject;
		if (workload.kind === 'deployment' && workload.strategy !== 'Recreate') return;
		if (service.rollout.phase === 'done' || service.rollout.phase === 'paused') return;
		const ending = allPods.filter(pod => isEnding(pod, cluster.now));
		const oldest = ending.toSorted((a, b) => askedAt(a) - askedAt(b))[0];
		if (oldest === undefined) return;
		subject.lookAgainAt(oldest.deletedAt ?? 0);
		if (cluster.now < askedAt(oldest) + USUAL_MS) {
			subject.lookAgainAt(askedAt(oldest) + USUAL_MS);
			return;
		}
		const grace = formatAge(oldest.spec.graceMs);
		yield {
			verdict: 'progressing',
			confidence: 'certain',
			title: `Rollout waits for ${counted(ending.length, 'old pod')} to end, which may take ${grace}`,
			pods: ending,
			evidence: [seenOn(oldest, `asked to end, with a grace period of ${grace}`, askedAt(oldest))],
			since: askedAt(oldest),
			next: [`see in its log what ${oldest.name} still does`],
		};
	},
});

/** Past its grace it is stuck, which is another matter. */
function isEnding({deletedAt, phase}: PodRow, now: number): boolean {
	return deletedAt !== undefined && now < deletedAt && phase !== 'Succeeded' && phase !== 'Failed';
}

/** `deletionTimestamp` is when the grace period ends (apimachinery `rest.BeforeDelete`). */
function askedAt({deletedAt = 0, spec: {graceMs}}: PodRow): number {
	return deletedAt - graceMs;
}
