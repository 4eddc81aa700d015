import type {LogRecord} from '../../model/log.ts';
import {byTime, indexByTime, mergeByTime, type Timed} from '../../store/by-time.ts';

/** Something that happened to the view or to a pod, as a rule between the lines: `m88sd started, rev 42`. */
export interface LogRule extends Timed {
	readonly rule: string;
}

/** What has a place of its own in a log view: a line with those that belong to it, or a rule. */
export type Entry = LogRecord | LogRule;

export function isRule(entry: Entry): entry is LogRule {
	return 'rule' in entry;
}

/** Where an entry is in a list that is in order; -1 when it is not in it. */
export function indexOfEntry(entries: readonly Entry[], entry: Entry): number {
	const index = indexByTime(entries, entry);
	return entries[index] === entry ? index : -1;
}

/** The entry, or the one that is nearest before it; 0 in an empty list. */
export function indexNear(entries: readonly Entry[], place: Timed): number {
	const index = indexByTime(entries, place);
	const at = entries[index];
	return at !== undefined && byTime(at, place) === 0 ? index : Math.max(index - 1, 0);
}

/** Puts one entry in its place, unless it is there already. False when it is. */
export function insertEntry(entries: Entry[], entry: Entry): boolean {
	if (indexOfEntry(entries, entry) >= 0) return false;
	mergeByTime(entries, [entry]);
	return true;
}

/** Takes away what comes before a place. */
export function dropBefore(entries: Timed[], place: Timed): void {
	const [oldest] = entries;
	if (oldest === undefined || byTime(oldest, place) >= 0) return;
	entries.splice(0, indexByTime(entries, place));
}
