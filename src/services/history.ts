import type {Finding} from '../model/finding.ts';
import type {WorkloadRow} from '../model/workload.ts';
import {createByTime, newestOf} from './by-time.ts';
import {gap, type Happening, type What} from './happening.ts';
import {createVerdictChanges} from './verdict-changes.ts';

/** What happened to services and what belongs to them, for the timeline screen; bounded, the oldest of a sort goes first. */
export interface History {
	/** A happening with the uid of one that is there replaces it. */
	put(happening: Happening): void;
	/** The verdict as of now. Takes note of what came, changed and went. */
	judge(findings: readonly Finding[], now: number): void;
	/** Finds the workloads behind objects: an event may come before its object, and outlives it. Notes when the watch began. */
	settle(workloadOfObject: (uid: string) => string | undefined, now: number): void;
	/** The cluster told an event of that time; what is older than all of them, it has forgotten. */
	reachedBack(eventAt: number): void;
	/** When something was found that does not get well by itself, in that time, `to` not included. */
	troubles(scope: string | undefined, from: number, to: number): readonly Happening[];
	/**
	 * The newest thousand, the oldest of them first, with rows that say where sight ends. Of all, or of one object: what happened to
	 * it and to what belongs to it. The same array when nothing happened.
	 */
	of(
		scope: string | undefined,
		name: string | undefined,
		workload: (uid: string) => WorkloadRow | undefined,
	): readonly Happening[];
}

/** Half a screen a minute for an hour; from the flood of one sort nothing of another may drown. */
const KEPT_MAX: Readonly<Record<What, number>> = {
	rollout: 2000,
	scale: 1000,
	restart: 2000,
	warning: 2000,
	ready: 2000,
	config: 500,
	finding: 1000,
	gap: 0,
};

/** An object that comes later than this after its event does not come. */
const LOOKED_FOR_MS = 60_000;

/** More than anybody scrolls through. */
const SHOWN_MAX = 1000;

export function createHistory(): History {
	const lists = new Map(WHATS.map(what => [what, createByTime<Happening>(KEPT_MAX[what])]));
	const byUid = new Map<string, Happening>();
	/** Of which no workload is known, with the time from which on nobody looks for one any more. */
	const homeless = new Map<string, number>();
	const verdicts = createVerdictChanges();
	/** Up to when happenings of a sort were thrown away. */
	const lostAt = new Map<What, number>();
	let [eventsFrom, watchedFrom]: (number | undefined)[] = [undefined, undefined];
	let shown: {readonly scope: string | undefined; readonly rows: readonly Happening[]} | undefined;

	const forget = ({uid}: Happening): void => {
		byUid.delete(uid);
		homeless.delete(uid);
	};
	const put = (happening: Happening): void => {
		const {uid, what} = happening;
		const list = lists.get(what);
		const before = byUid.get(uid);
		if (before !== undefined) list?.remove(before);
		byUid.set(uid, happening);
		if (happening.workloadUid === undefined && what !== 'config') homeless.set(uid, Infinity);
		const lost = list?.put(happening);
		if (lost !== undefined) {
			forget(lost);
			lostAt.set(what, lost.at);
		}
		shown = undefined;
	};
	const house = (happening: Happening, workloadUid: string): void => {
		const housed = {...happening, workloadUid};
		homeless.delete(happening.uid);
		byUid.set(happening.uid, housed);
		lists.get(happening.what)?.replace(happening, housed);
		shown = undefined;
	};
	const gaps = (): readonly Happening[] => {
		const rows: Happening[] = [];
		if (watchedFrom !== undefined) rows.push(gap('watch', watchedFrom, 'watched from here on'));
		if (eventsFrom !== undefined && watchedFrom !== undefined && eventsFrom < watchedFrom)
			rows.push(gap('events', eventsFrom, 'events reach back to here'));
		for (const [what, at] of lostAt) rows.push(gap(what, at, `${WORDS[what]} are kept from here on`));
		return rows;
	};

	return {
		put,
		judge(findings, now) {
			for (const change of verdicts.since(findings, now)) put(change);
		},
		settle(workloadOfObject, now) {
			watchedFrom ??= now;
			for (const [uid, until] of homeless) {
				if (until === Infinity) homeless.set(uid, now + LOOKED_FOR_MS);
				else if (until < now) homeless.delete(uid);
				const happening = byUid.get(uid);
				const workloadUid = happening && workloadOfObject(happening.object.uid);
				if (happening !== undefined && workloadUid !== undefined) house(happening, workloadUid);
			}
		},
		reachedBack(eventAt) {
			if (eventsFrom === undefined || eventAt < eventsFrom) eventsFrom = eventAt;
		},
		troubles(scope, from, to) {
			const found = lists.get('finding')?.items ?? [];
			return found.filter(one => one.at >= from && one.at < to && one.mark === 'doomed' && isOn(one, scope));
		},
		of(scope, name, workload) {
			if (shown !== undefined && shown.scope === scope) return shown.rows;
			const all = [...lists.values()].map(({items}) => items);
			const own = newestOf(all, one => isOn(one, scope) || one.object.uid === name, SHOWN_MAX);
			const timely = withoutUntimely(own).filter(row => !isFirst(row, workload) && !isToldTwice(row, own));
			const rows = [...gathered(timely.toReversed()), ...gaps()];
			shown = {scope, rows: rows.sort((a, b) => a.at - b.at || orderOf(a) - orderOf(b))};
			return shown.rows;
		},
	};
}

const WHATS = Object.keys(KEPT_MAX) as readonly What[];

const WORDS: Readonly<Record<What, string>> = {
	rollout: 'rollouts',
	scale: 'changes of scale',
	restart: 'restarts',
	warning: 'warnings',
	ready: 'changes of readiness',
	config: 'changes of settings',
	finding: 'findings',
	gap: 'gaps',
};

/** Whether it belongs on the timeline of an object; on that of everything, everything does. */
function isOn({object, workloadUid, alsoOn}: Happening, uid: string | undefined): boolean {
	return uid === undefined || workloadUid === uid || object.uid === uid || alsoOn.includes(uid);
}

/**
 * Leaves out revisions that were taken again before we watched: they have a new number and their old time, and nothing tells when.
 * @param newestFirst as the list comes
 */
function withoutUntimely(newestFirst: readonly Happening[]): readonly Happening[] {
	const least = new Map<string, number>();
	return newestFirst.filter(({revision, object}) => {
		if (revision === 0) return true;
		const later = least.get(object.uid) ?? Infinity;
		least.set(object.uid, Math.min(later, revision));
		return revision < later;
	});
}

/** The revision that a workload began with, or was restored with, is no rollout. */
function isFirst({revision, object, at}: Happening, workload: (uid: string) => WorkloadRow | undefined): boolean {
	const owner = revision === 0 ? undefined : workload(object.uid);
	return owner !== undefined && owner.createdAt >= at;
}

/** The autoscaler's event and the change of replicas that we saw ourselves are seconds apart at most; its words say why. */
const SAME_SCALE_MS = 30_000;

function isToldTwice(seen: Happening, all: readonly Happening[]): boolean {
	if (seen.what !== 'scale' || seen.object.uid !== seen.workloadUid) return false;
	return all.some(
		({what, object, workloadUid, at}) =>
			what === 'scale' &&
			object.uid !== workloadUid &&
			workloadUid === seen.workloadUid &&
			Math.abs(at - seen.at) < SAME_SCALE_MS,
	);
}

/** Pods of one workload that get ready one after the other, with nothing in between, are one row. */
function gathered(rows: readonly Happening[]): readonly Happening[] {
	const list: Happening[] = [];
	for (const row of rows) {
		const before = list.at(-1);
		if (before === undefined || !isSameMove(before, row)) list.push(row);
		else {
			const count = before.count + row.count;
			const state = row.mark === 'healthy' ? 'ready' : 'not ready';
			list[list.length - 1] = {...row, uid: before.uid, count, text: `${count} pods ${state}, this one last`};
		}
	}
	return list;
}

/** A pause longer than this is worth seeing. */
const TOGETHER_MS = 60_000;

function isSameMove(a: Happening, b: Happening): boolean {
	if (a.what !== 'ready' || b.what !== 'ready' || a.mark !== b.mark || a.object.uid === b.object.uid) return false;
	return a.workloadUid !== undefined && a.workloadUid === b.workloadUid && b.at - a.at < TOGETHER_MS;
}

/** At one moment the line where sight ends comes first, then what people and controllers did, and last what was found. */
function orderOf({what}: Happening): number {
	return ORDER[what];
}

const ORDER: Readonly<Record<What, number>> = {
	gap: 0,
	config: 1,
	rollout: 1,
	scale: 1,
	ready: 2,
	restart: 2,
	warning: 2,
	finding: 3,
};
