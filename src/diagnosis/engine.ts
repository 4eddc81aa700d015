import {isSameValue} from '../lib/same.ts';
import type {Finding} from '../model/finding.ts';
import type {PodRow} from '../model/pod.ts';
import type {JobRow} from '../model/workload.ts';
import type {Rule} from './contract.ts';
import {createDirtReader, type Dirt} from './dirt.ts';
import {type Examined, examineJob, examineObject, examineOwner, examineService, type LoneRow} from './examine.ts';
import {explain} from './explain.ts';
import {createSightings, type Found, foundOf} from './findings.ts';
import {EVERYTHING, type InputSet, inputSet} from './inputs.ts';
import {type LogWish, logWishesOf} from './log-wishes.ts';
import {createLonePods} from './lone-pods.ts';
import {ownerKeyOf, ownerRow} from './owner.ts';
import {sameFindings} from './same.ts';
import {type Commit, createSnapshot} from './snapshot.ts';
import type {Subject, SubjectKind} from './subject.ts';

/** Says what is wrong, and what with. */
export interface Engine {
	/** From now on these rules are asked, and with the next commit of all that is known already. */
	learn(rules: readonly Rule[]): void;
	/** Takes a commit, or only that time has passed, and asks the rules that it concerns. */
	run(commit: Commit): void;
	/** Causes only, the worst first. The same array when nothing changed, the same finding for a cause that did not. */
	readonly findings: readonly Finding[];
	/** The findings that an object has a part in, as their subject or among their consequences; the worst first. */
	findingsOf(uid: string): readonly Finding[];
	/** Logs whose end would tell more, as of that moment. */
	logWishes(now: number): readonly LogWish[];
	/** Rules that threw, with what they said: they are left out for the subject on which they did. */
	readonly broken: ReadonlyMap<string, string>;
}

/** One subject, and what its rules said last. */
interface Entry {
	examined: Examined;
	readonly found: Map<string, readonly Found[]>;
	readonly wakeAt: Map<string, number>;
}

interface AskedRule {
	readonly rule: Rule;
	readonly reads: InputSet;
}

const NO_FINDINGS: readonly Finding[] = [];

export function createEngine(): Engine {
	let asked: ReadonlyMap<SubjectKind, readonly AskedRule[]> = new Map();
	let hasLearned = false;
	const snapshot = createSnapshot();
	const {cluster} = snapshot;
	const readDirt = createDirtReader();
	const sightings = createSightings();
	const entries = new Map<string, Entry>();
	const broken = new Map<string, string>();
	const troubled = new Set<string>();
	const lonePods = createLonePods();
	let findings: readonly Finding[] = NO_FINDINGS;
	let byUid = new Map<string, Finding[]>();

	/** The earliest moment at which the rule that is being asked wants to be asked again. */
	let wakeAt = Infinity;
	const ask = ({rule}: AskedRule, subject: Subject<SubjectKind>, entry: Entry, now: number): boolean => {
		const before = entry.found.get(rule.id);
		wakeAt = Infinity;
		let found: readonly Found[] = [];
		try {
			const drafts = [...rule.find(subject as never, cluster)];
			found = drafts.map(draft => asBefore(foundOf(draft, rule, entry.examined, sightings, now), before));
		} catch (error) {
			broken.set(rule.id, error instanceof Error ? error.message : String(error));
		}
		if (found.length === 0) entry.found.delete(rule.id);
		else entry.found.set(rule.id, found);
		if (wakeAt === Infinity) entry.wakeAt.delete(rule.id);
		else entry.wakeAt.set(rule.id, wakeAt);
		return found.length > 0 || before !== undefined;
	};
	/** Whether anything that was said may have changed. */
	const examine = (uid: string, changed: InputSet, now: number, commit: Commit): boolean => {
		const examined = examinedOf(uid, commit);
		if (examined === undefined) {
			const entry = entries.get(uid);
			entries.delete(uid);
			troubled.delete(uid);
			lonePods.forget(uid);
			return entry !== undefined && entry.found.size > 0;
		}
		if (examined.ref.kind === 'pod' && !lonePods.admit(uid)) return false;
		const entry = entries.get(uid) ?? {examined, found: new Map(), wakeAt: new Map()};
		const inputs = entries.has(uid) ? changed : EVERYTHING;
		entries.set(uid, entry);
		entry.examined = examined;
		if (examined.pods.every(({ready, restarts}) => ready && restarts === 0)) troubled.delete(uid);
		else troubled.add(uid);
		const subject = examined.subject(cluster, at => {
			if (at > now) wakeAt = Math.min(wakeAt, at);
		});
		let isNew = false;
		for (const about of examined.about) {
			for (const one of asked.get(about) ?? []) {
				const isDue = entry.wakeAt.size > 0 && (entry.wakeAt.get(one.rule.id) ?? Infinity) <= now;
				if ((isDue || (one.reads & inputs) !== 0) && ask(one, subject, entry, now)) isNew = true;
			}
		}
		return isNew;
	};
	/** Lets it go, so that others have room, if it is well, nothing was said of it and no rule waits for a moment; whether so. */
	const release = (uid: string): boolean => {
		const entry = entries.get(uid);
		const isBusy =
			entry !== undefined &&
			(entry.examined.pods.some(({ready}) => !ready) || entry.found.size > 0 || entry.wakeAt.size > 0);
		if (!isBusy) entries.delete(uid);
		return !isBusy;
	};
	const publish = (): void => {
		const found = [...entries.values()].flatMap(entry => [...entry.found.values()].flat());
		const next = explain(found, ({blames, finding}) => {
			const service = blames && cluster.serviceAt(blames.host, finding.object.namespace);
			return service === undefined ? [] : [service, ...cluster.behind(service)].map(({uid}) => uid);
		});
		findings = sameFindings(findings, next);
		byUid = new Map();
		for (const finding of findings) {
			const uids = new Set([finding.object.uid, ...finding.consequences.map(({object}) => object.uid)]);
			for (const uid of uids) byUid.set(uid, [...(byUid.get(uid) ?? []), finding]);
		}
	};

	return {
		learn(rules) {
			asked = Map.groupBy(
				rules.map((rule): AskedRule => ({rule, reads: inputSet(rule.reads)})),
				({rule}) => rule.about,
			);
			hasLearned = true;
		},
		run(commit) {
			const {now} = commit;
			snapshot.take(commit);
			const dirt = readDirt(commit);
			const subjects = subjectsToAsk(hasLearned ? {...dirt, everywhere: EVERYTHING} : dirt, entries, now);
			hasLearned = false;
			let isNew = false;
			for (const [uid, inputs] of subjects) if (examine(uid, inputs, now, commit)) isNew = true;
			for (const uid of lonePods.next(release)) if (examine(uid, EVERYTHING, now, commit)) isNew = true;
			sightings.forget(now);
			if (isNew) publish();
		},
		get findings() {
			return findings;
		},
		findingsOf: uid => byUid.get(uid) ?? NO_FINDINGS,
		logWishes: now => [...troubled].flatMap(uid => logWishesOf(entries.get(uid)?.examined.pods ?? [], now)),
		broken,
	};
}

/** A pod that nobody owns, is well, and always was: a cluster may have thousands, and no rule has anything to say of it. */
function isPlain({ready, restarts, deletedAt}: PodRow): boolean {
	return ready && restarts === 0 && deletedAt === undefined;
}

/** With the finding of before where it says the same: nothing that is kept needs to be compared again. */
function asBefore(one: Found, before: readonly Found[] = []): Found {
	const old = before.find(({finding}) => finding.id === one.finding.id);
	return old !== undefined && isSameValue(old.finding, one.finding) ? {...one, finding: old.finding} : one;
}

/** Who is asked again, and in which respect: nothing of a subject whose time has come changed but the time. */
function subjectsToAsk(dirt: Dirt, entries: ReadonlyMap<string, Entry>, now: number): ReadonlyMap<string, InputSet> {
	const subjects = new Map(dirt.subjects);
	const isWide = dirt.everywhere !== 0 || dirt.namespaces.size > 0;
	for (const [uid, {examined, wakeAt}] of entries) {
		let inputs = isWide ? dirt.everywhere | (dirt.namespaces.get(examined.ref.namespace) ?? 0) : 0;
		if (wakeAt.size > 0 && !subjects.has(uid)) for (const at of wakeAt.values()) if (at <= now) inputs |= TIME;
		if (inputs !== 0) subjects.set(uid, (subjects.get(uid) ?? 0) | inputs);
	}
	return subjects;
}

/** No input has this bit: only rules that wished for the time are asked. */
const TIME: InputSet = EVERYTHING + 1;

/** What there is under a uid now; undefined when it is gone, or nothing can be said of it. */
function examinedOf(uid: string, {collections, join}: Commit): Examined | undefined {
	const service = join.service(uid);
	if (service !== undefined) return examineService(service);
	const job = collections['job']?.rows.get(uid) as JobRow | undefined;
	if (job !== undefined) return examineJob(job, join.podsOwnedBy(uid));
	for (const kind of ['service', 'ingress', 'hpa', 'cronjob', 'node', 'namespace']) {
		const row = collections[kind]?.rows.get(uid);
		if (row !== undefined) return examineObject(row as LoneRow);
	}
	const pod = collections['pod']?.rows.get(uid) as PodRow | undefined;
	if (pod !== undefined) return isPlain(pod) || ownerKeyOf(pod, join) !== uid ? undefined : examineOwner(pod, [pod]);
	const pods = join.podsOwnedBy(uid);
	const [first] = pods;
	if (first === undefined || ownerKeyOf(first, join) !== uid) return undefined;
	return examineOwner(ownerRow(first, uid, collections['replicaset']?.rows.get(first.owner?.uid ?? '')), pods);
}
