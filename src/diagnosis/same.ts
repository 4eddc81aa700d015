import {isSameValue} from '../lib/same.ts';
import type {Finding} from '../model/finding.ts';

/** The findings after a run, with the objects of the run before where they say the same; the same array when all do. */
export function sameFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
	const known = new Map(before.map(finding => [finding.id, finding]));
	const next = after.map(finding => {
		const old = known.get(finding.id);
		return old !== undefined && isSameValue(old, finding) ? old : finding;
	});
	return next.length === before.length && next.every((finding, index) => finding === before[index]) ? before : next;
}
