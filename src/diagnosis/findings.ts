import type {Evidence, Finding, Verdict} from '../model/finding.ts';
import type {Draft, Place, Rule} from './contract.ts';
import {refOf} from './evidence.ts';
import type {Examined} from './examine.ts';
import {oneLine} from './phrases.ts';

/** A finding before causes and consequences are told apart. */
export interface Found {
	readonly finding: Finding;
	readonly place: Place;
	/** Uids of the pods and objects that it hits. */
	readonly hits: ReadonlySet<string>;
	readonly follows: readonly string[];
	readonly blames: Draft['blames'];
	readonly canBeMissed: boolean;
}

/** When findings were first and last seen: a crash loop that runs for a moment is the same crash loop afterwards. */
export interface Sightings {
	/** Notes that it is there now; since when. */
	see(id: string, now: number): number;
	forget(now: number): void;
}

/** As long as restarts are counted. */
const REMEMBERED_MS = 10 * 60_000;

export function createSightings(): Sightings {
	const seen = new Map<string, {readonly first: number; last: number}>();
	return {
		see(id, now) {
			const known = seen.get(id);
			if (known === undefined) seen.set(id, {first: now, last: now});
			else known.last = now;
			return known?.first ?? now;
		},
		forget(now) {
			for (const [id, {last}] of seen) if (last < now - REMEMBERED_MS) seen.delete(id);
		},
	};
}

const AFFECTED_MAX = 20;
export const EVIDENCE_MAX = 8;

/** Names have at most 253 characters, but nothing keeps a hostile server to that. */
const WORDS_CHARS_MAX = 300;

/** Gives a draft its identity, its extent and its age. */
export function foundOf(draft: Draft, rule: Rule, examined: Examined, sightings: Sightings, now: number): Found {
	const {pods = [], affects = [], evidence, key = '', since} = draft;
	const id = `${examined.uid}/${rule.id}${key === '' ? '' : `/${key}`}`;
	const firstSeenAt = sightings.see(id, now);
	const hit = [...pods, ...affects];
	const finding: Finding = {
		id,
		rule: rule.id,
		verdict: draft.verdict,
		confidence: draft.confidence,
		object: examined.ref,
		title: oneLine(draft.title, WORDS_CHARS_MAX),
		extent: examined.extentOf(pods.length),
		because: oneLine(draft.because ?? '', WORDS_CHARS_MAX),
		affects: hit.slice(0, AFFECTED_MAX).map(refOf),
		evidence: unique(evidence).slice(0, EVIDENCE_MAX),
		next: draft.next,
		// A clock that runs ahead must not make a finding of the future.
		since: Math.min(since ?? firstSeenAt, now),
		lastSeenAt: Math.min(now, Math.max(since ?? firstSeenAt, ...evidence.map(({at}) => at ?? 0))),
		consequences: [],
	};
	return {
		finding,
		place: rule.place,
		hits: new Set(hit.map(({uid}) => uid)),
		follows: draft.follows ?? [],
		blames: draft.blames,
		canBeMissed: draft.canBeMissed === true,
	};
}

/** The same words of ten pods are said once. */
function unique(evidence: readonly Evidence[]): readonly Evidence[] {
	const seen = new Set<string>();
	return evidence.filter(({seenIn, text}) => {
		const key = `${seenIn} ${text}`;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

const VERDICTS: readonly Verdict[] = ['doomed', 'struggling', 'progressing', 'info'];
const CONFIDENCES = ['certain', 'likely', 'possible'];
const PLACES: readonly Place[] = ['cause', 'failure', 'effect'];

/** The worst first; of those alike the surer, then what comes first in the chain of causes, then the older. */
export function compareFound(a: Found, b: Found): number {
	return (
		VERDICTS.indexOf(a.finding.verdict) - VERDICTS.indexOf(b.finding.verdict) ||
		PLACES.indexOf(a.place) - PLACES.indexOf(b.place) ||
		CONFIDENCES.indexOf(a.finding.confidence) - CONFIDENCES.indexOf(b.finding.confidence) ||
		b.hits.size - a.hits.size ||
		a.finding.since - b.finding.since ||
		(a.finding.id < b.finding.id ? -1 : 1)
	);
}

/** Of two verdicts the worse. */
export function worse(a: Verdict, b: Verdict): Verdict {
	return VERDICTS.indexOf(a) <= VERDICTS.indexOf(b) ? a : b;
}

/** Whether it says that something is wrong, and not only that something is going on. */
export function isTrouble({verdict}: {readonly verdict: Verdict}): boolean {
	return verdict === 'doomed' || verdict === 'struggling';
}
