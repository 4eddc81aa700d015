import type {Verdict} from '../model/finding.ts';
import type {Cluster} from './cluster.ts';

/** Clocks of a cluster and ours differ; a beginning that is further ahead than this says nothing about how long it lasts. */
const AHEAD_MS = 5000;

/**
 * What is often over at the next try is under way until its grace is over; then the rule is asked again.
 * @param since when it began, milliseconds since 1970
 */
export function afterGrace(
	subject: {lookAgainAt(at: number): void},
	{now}: Pick<Cluster, 'now'>,
	since: number,
	graceMs: number,
	verdict: Verdict,
): Verdict {
	const endsAt = since + graceMs;
	if (now >= endsAt || since > now + AHEAD_MS) return verdict;
	subject.lookAgainAt(endsAt);
	return 'progressing';
}
