import type {Finding} from '../model/finding.ts';
import type {Place} from './contract.ts';
import {compareFound, EVIDENCE_MAX, type Found, isTrouble, worse} from './findings.ts';

const RANK: Readonly<Record<Place, number>> = {cause: 0, failure: 1, effect: 2};

/**
 * Puts consequences under their causes. On one object a finding explains those of a later place, unless both name pods and share
 * none: two causes on different pods are two findings. Across objects it explains what says that it follows from that object.
 * @param behind uids of what a finding blames: the Service that its host means, and the workloads behind it
 * @returns causes only, the worst first; each is as bad as the worst of its consequences on the same object
 */
export function explain(found: readonly Found[], behind: (one: Found) => readonly string[]): readonly Finding[] {
	const sorted = found.toSorted(compareFound);
	const byObject = Map.groupBy(sorted, ({finding}) => finding.object.uid);
	const causeOf = new Map<Found, Found>();
	for (const one of sorted) {
		const elsewhere = [...one.follows, ...behind(one)].flatMap(uid => byObject.get(uid) ?? []);
		const here = byObject.get(one.finding.object.uid) ?? [];
		const cause =
			here.find(other => explainsHere(other, one)) ?? elsewhere.find(other => explainsElsewhere(other, one));
		if (cause !== undefined) causeOf.set(one, cause);
	}
	const roots = new Map<Found, Found[]>();
	for (const one of sorted) {
		const root = rootOf(one, causeOf);
		const below = roots.get(root) ?? [];
		if (root !== one) below.push(one);
		roots.set(root, below);
	}
	return [...roots]
		.map(([root, below]) => withConsequences(root, below))
		.toSorted((a, b) => compareFound(weighed(a), weighed(b)))
		.map(({finding}) => finding);
}

/** What dooms others comes first, even when it is a small thing by itself. */
function weighed(found: Found): Found {
	const {consequences, verdict} = found.finding;
	const worst = consequences.reduce((one, consequence) => worse(one, consequence.verdict), verdict);
	return {...found, finding: {...found.finding, verdict: worst}};
}

function explainsHere(cause: Found, one: Found): boolean {
	if (cause === one || !isTrouble(cause.finding) || RANK[cause.place] >= RANK[one.place]) return false;
	if (one.finding.verdict === 'info') return false;
	return cause.hits.size === 0 || one.hits.size === 0 || [...cause.hits].some(uid => one.hits.has(uid));
}

function explainsElsewhere(cause: Found, one: Found): boolean {
	if (cause === one || one.finding.verdict === 'info') return false;
	// Who is about to get well takes along what only follows from it.
	if (cause.finding.verdict === 'progressing') return cause.place !== 'effect' && one.place === 'effect';
	return isTrouble(cause.finding) || (cause.canBeMissed && isTrouble(one.finding));
}

/** Two that blame each other are both followed to the first that comes again. */
function rootOf(one: Found, causeOf: ReadonlyMap<Found, Found>): Found {
	const seen = new Set([one]);
	let root = one;
	for (let next = causeOf.get(root); next !== undefined && !seen.has(next); next = causeOf.get(root)) {
		seen.add(next);
		root = next;
	}
	// Inside a ring everybody must agree on one root.
	if (causeOf.get(root) === undefined) return root;
	return [...seen].toSorted(compareFound)[0] ?? root;
}

function withConsequences(root: Found, below: readonly Found[]): Found {
	if (below.length === 0) return root;
	const consequences = below.map(({finding}) => finding);
	if (root.canBeMissed) return {...root, finding: missed(root.finding, consequences)};
	// What follows from it on other objects does not make this one doomed: their own row says so.
	const own = consequences.filter(({object}) => object.uid === root.finding.object.uid);
	return {...root, finding: {...root.finding, verdict: worstOf(root.finding, own), consequences}};
}

/** All of them are shown below it. */
const TOLD_MAX = 2;

/** All that is wrong with it is what others say of it: so that is why, and what was seen. */
function missed(finding: Finding, consequences: readonly Finding[]): Finding {
	const misses = consequences.slice(0, TOLD_MAX).map(({object, title}) => `${object.name}: ${title}`);
	return {
		...finding,
		verdict: worstOf(finding, consequences),
		because: misses.join('; '),
		evidence: [...finding.evidence, ...consequences.flatMap(({evidence}) => evidence)].slice(0, EVIDENCE_MAX),
		consequences,
	};
}

function worstOf({verdict}: Finding, others: readonly Finding[]): Finding['verdict'] {
	return others.reduce((worst, other) => worse(worst, other.verdict), verdict);
}
