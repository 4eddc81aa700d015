import {exitName} from '../model/exit-code.ts';
import type {EventRow} from '../model/event.ts';
import type {RevisionRow, WorkloadRow} from '../model/workload.ts';
import type {Happening} from './happening.ts';
import {createNotes} from './notes.ts';
import {isRevision, isWorkload, type RelatedRow} from './relations.ts';
import type {Restart} from './restart.ts';

/** Something that happened, for the strip at the bottom of the home screen. */
export interface Moment {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly kind: 'rollout' | 'finding' | 'restart' | 'warning' | 'scale';
	/** Undefined for the restarts of pods that belong to none. */
	readonly workloadUid: string | undefined;
	/** `rev 42`, `exit 3`, `FailedScheduling`, `3→5`. */
	readonly label: string;
	readonly count: number;
}

export interface Timeline {
	/** Takes note of new revisions and of changes of scale. */
	observe(before: RelatedRow | undefined, after: RelatedRow, now: number): void;
	/** Takes note of warnings and of what autoscalers did. */
	hear(event: EventRow, now: number): void;
	/** Finds the workloads behind the objects of events: an event may come before its object, and outlives it. */
	settle(workloadOfObject: (uid: string) => string | undefined): void;
	forget(now: number): void;
	/** In the order of time, `from` included and `to` not; of one workload, or of all. */
	moments(options: {
		readonly scope: string | undefined;
		readonly from: number;
		readonly to: number;
		readonly restarts: readonly Restart[];
		/** When something was found that does not get well by itself. */
		readonly troubles: readonly Happening[];
		/** Asked when the moments are: a revision may come before its workload. */
		readonly workload: (uid: string) => WorkloadRow | undefined;
	}): readonly Moment[];
}

/** How far back the strip shows. */
export const TIMELINE_MS = 15 * 60_000;

/** Two or three per minute and service in a busy cluster; warnings are kept apart, so that a flood of them drowns nothing else. */
const CHANGES_MAX = 1000;
const WARNINGS_MAX = 1000;

export function createTimeline(): Timeline {
	const revisions = createNotes<Moment>(CHANGES_MAX);
	const scales = createNotes<Moment>(CHANGES_MAX);
	const warnings = createNotes<Heard>(WARNINGS_MAX);
	const rescales = createNotes<Heard>(CHANGES_MAX);
	return {
		observe(before, after, now) {
			if (isRevision(after)) {
				const at = revisionAt(before && isRevision(before) ? before : undefined, after, now);
				if (at === undefined) return;
				const moment = {
					kind: 'rollout',
					workloadUid: after.owner?.uid,
					label: `rev ${after.revision}`,
					count: 1,
				} as const;
				revisions.put(`${after.uid}/${after.revision}`, {at, ...moment});
			} else if (
				isWorkload(after) &&
				before !== undefined &&
				isWorkload(before) &&
				before.wanted !== after.wanted
			) {
				const label = `${before.wanted}→${after.wanted}`;
				scales.put(`${after.uid}/${now}`, {at: now, kind: 'scale', workloadUid: after.uid, label, count: 1});
			}
		},
		hear({uid, type, reason, lastAt, message, object}, now) {
			if (lastAt < now - TIMELINE_MS) return;
			const heard = {at: lastAt, objectUid: object.uid, workloadUid: undefined, count: 1};
			// An event that repeats is one object with a new time: each time that we saw is a moment.
			const key = `${uid}/${lastAt}`;
			if (type === 'Warning') warnings.put(key, {...heard, kind: 'warning', label: reason});
			if (reason === 'SuccessfulRescale') rescales.put(key, {...heard, kind: 'scale', label: newSizeOf(message)});
		},
		settle(workloadOfObject) {
			for (const heard of [warnings, rescales]) {
				for (const note of heard.all()) note.workloadUid ??= workloadOfObject(note.objectUid);
			}
		},
		forget(now) {
			for (const notes of [revisions, scales, warnings, rescales]) notes.forgetBefore(now - TIMELINE_MS);
		},
		moments({scope, from, to, restarts, troubles, workload}) {
			const isOurs = ({workloadUid}: Moment): boolean =>
				workloadUid !== undefined && workload(workloadUid) !== undefined;
			const seenScales = [...scales.all()];
			const moments = [
				...[...revisions.all()].filter(moment => isRollout(moment, workload)),
				...seenScales,
				...[...rescales.all()].filter(
					told => isOurs(told) && !seenScales.some(seen => isSameScale(seen, told)),
				),
				...[...warnings.all()].filter(isOurs),
				...restarts.map(momentOfRestart),
			];
			return moments
				.filter(({at, workloadUid}) => at >= from && at < to && (scope === undefined || scope === workloadUid))
				.concat(troubles.map(momentOfTrouble))
				.sort((a, b) => a.at - b.at);
		},
	};
}

/** What an event told. */
interface Heard extends Moment {
	readonly objectUid: string;
	/** Found out later. */
	workloadUid: string | undefined;
}

/** A revision that is new, or an old one that got a new number: somebody rolled back. */
function revisionAt(before: RevisionRow | undefined, after: RevisionRow, now: number): number | undefined {
	// The first revision of a workload is its creation, not a rollout.
	if (after.revision <= 1) return undefined;
	if (before === undefined) return after.createdAt < now - TIMELINE_MS ? undefined : after.createdAt;
	return after.revision > before.revision ? now : undefined;
}

/** A workload that was restored from a backup brings numbered revisions with it. */
function isRollout({workloadUid, at}: Moment, workload: (uid: string) => WorkloadRow | undefined): boolean {
	const owner = workloadUid === undefined ? undefined : workload(workloadUid);
	return owner === undefined || owner.createdAt < at;
}

/** The autoscaler's event and the change of replicas that we saw ourselves are seconds apart at most. */
const SAME_SCALE_MS = 30_000;

function isSameScale(a: Moment, b: Moment): boolean {
	return a.workloadUid === b.workloadUid && Math.abs(a.at - b.at) < SAME_SCALE_MS;
}

/** `New size: 5; reason: cpu resource utilization above target` (pkg/controller/podautoscaler/horizontal.go). */
function newSizeOf(message: string): string {
	const size = /^New size: (\d{1,9});/.exec(message)?.[1];
	return size === undefined ? 'scaled' : `→${size}`;
}

function momentOfTrouble({at, workloadUid, mark}: Happening): Moment {
	return {at, kind: 'finding', workloadUid, label: mark, count: 1};
}

function momentOfRestart({at, exit, count, workloadUid}: Restart): Moment {
	return {at, kind: 'restart', workloadUid, label: exit === undefined ? 'restarted' : exitName(exit), count};
}
