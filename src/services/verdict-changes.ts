import type {Finding} from '../model/finding.ts';
import {type Happening, judged, type VerdictChange} from './happening.ts';

/** Tells what changed between two looks at the verdict. */
export interface VerdictChanges {
	/** What came, became worse or better, and went since the last look; and again what is known better now than when it was told. */
	since(findings: readonly Finding[], now: number): readonly Happening[];
}

/** Findings that come back are known again; a cluster in which more than these come and go has other worries. */
const REMEMBERED_MAX = 5000;

/** A log that is read, or an event that comes, tells more of what was found a moment ago: that is no change. */
const SETTLING_MS = 5000;

/** What was told last of a finding, and when. */
interface Told {
	readonly finding: Finding;
	readonly change: VerdictChange;
	readonly at: number;
	readonly toldAt: number;
}

export function createVerdictChanges(): VerdictChanges {
	let last: readonly Finding[] = [];
	/** What was told and is not over; a cause that is found later may explain it meanwhile. */
	const told = new Map<string, Told>();
	const ended = new Set<string>();

	const tell = (finding: Finding, change: VerdictChange, at: number, toldAt: number): Happening => {
		told.set(finding.id, {finding, change, at, toldAt});
		return judged(finding, change, at);
	};
	const changeOf = (finding: Finding, now: number): Happening | undefined => {
		const {id, verdict, title, since} = finding;
		const before = told.get(id);
		if (before === undefined)
			// The first time it stands where it began, which is what makes the rest of the list understandable.
			return ended.has(id) ? tell(finding, 'back', now, now) : tell(finding, 'came', since, now);
		if (before.finding.verdict === verdict && before.finding.title === title) return undefined;
		const isSame = before.finding.verdict === verdict || now - before.toldAt < SETTLING_MS;
		return isSame ? tell(finding, before.change, before.at, before.toldAt) : tell(finding, 'changed', now, now);
	};

	return {
		since(findings, now) {
			if (findings === last) return [];
			last = findings;
			const changes = findings.flatMap(finding => changeOf(finding, now) ?? []);
			const there = new Set(findings.flatMap(({id, consequences}) => [id, ...consequences.map(one => one.id)]));
			for (const [id, {finding}] of told) {
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
