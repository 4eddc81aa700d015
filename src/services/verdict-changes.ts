import type {Finding} from '../model/finding.ts';
import {type Happening, judged} from './happening.ts';

/** Tells what changed between two looks at the verdict. */
export interface VerdictChanges {
	/** What came, became worse or better, and went since the last look. */
	since(findings: readonly Finding[], now: number): readonly Happening[];
}

/** Findings that come back are known again; a cluster in which more than these come and go has other worries. */
const REMEMBERED_MAX = 5000;

export function createVerdictChanges(): VerdictChanges {
	let last: readonly Finding[] = [];
	/** What was told and is not over; a cause that is found later may explain it meanwhile. */
	const told = new Map<string, Finding>();
	const ended = new Set<string>();
	return {
		since(findings, now) {
			if (findings === last) return [];
			last = findings;
			const changes: Happening[] = [];
			for (const finding of findings) {
				const {id, verdict, since} = finding;
				const before = told.get(id);
				told.set(id, finding);
				// The first time it stands where it began, which is what makes the rest of the list understandable.
				if (before === undefined)
					changes.push(ended.has(id) ? judged(finding, 'back', now) : judged(finding, 'came', since));
				else if (before.verdict !== verdict) changes.push(judged(finding, 'changed', now));
			}
			const there = new Set(findings.flatMap(({id, consequences}) => [id, ...consequences.map(one => one.id)]));
			for (const [id, finding] of told) {
				if (there.has(id)) continue;
				told.delete(id);
				ended.add(id);
				changes.push(judged(finding, 'over', now));
			}
			if (ended.size > REMEMBERED_MAX) ended.clear();
			return changes;
		},
	};
}
