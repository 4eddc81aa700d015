import type {Verdict} from '../model/finding.ts';
import type {Cluster} from './cluster.ts';
import {isDue} from './due.ts';

/**
 * What is often over at the next try is under way until its grace is over; then the rule is asked again.
 * @param since when it began, milliseconds since 1970
 */
export function afterGrace(
	subject: {lookAgainAt(at: number): void},
	cluster: Pick<Cluster, 'now'>,
	since: number,
	graceMs: number,
	verdict: Verdict,
): Verdict {
	return isDue(subject, cluster, since, graceMs) ? verdict : 'progressing';
}
