import type {Facts} from '../../kinds/contract.ts';
import type {Row} from '../../model/row.ts';
import {NO_FILTER} from '../filter/filter.ts';
import {createEntryRules, type Arrangement, type Entry} from './entry.ts';
import type {TableShape} from './shape.ts';

/** The rows of a table in the order of the screen; it is kept sorted, so that a changed row costs no sorting of the others. */
export interface Order<R extends Row = Row> {
	/** Rows that are shown. */
	length(): number;
	/** Rows that there are. */
	total(): number;
	rowAt(index: number): R | undefined;
	uidAt(index: number): string | undefined;
	/** The row with that uid, shown or not. */
	rowOf(uid: string): R | undefined;
	/** -1 when it is not shown. */
	indexOf(uid: string): number;
	/** Whether it exists, shown or not. */
	has(uid: string): boolean;
	/** Other rows in place of all. */
	replace(rows: Iterable<R>, facts: Facts): void;
	/** A few rows are new or have changed, and these uids are gone. */
	update(changed: readonly R[], removed: readonly string[], facts: Facts): void;
	/** What is known beside the rows has changed: usage, restarts, the time. Due about once a second. */
	refresh(facts: Facts): void;
	/** Another filter or sort. */
	arrange(arrangement: Arrangement, facts: Facts): void;
}

/** From this many changes on, sorting all (which is nearly sorted already) is cheaper than moving one by one. */
const MOVES_MAX = 64;

/** A row must not be listed under a time of its own: all are sorted as of the last time that all were looked at. */
export function createOrder<R extends Row>(shape: TableShape<R>): Order<R> {
	let arrangement: Arrangement = {filter: NO_FILTER, faultsOnly: false, sort: undefined};
	let rules = createEntryRules(shape, arrangement);
	const entries = new Map<string, Entry<R>>();
	let shown: Entry<R>[] = [];
	let sequence = 0;
	let sortedAt = 0;

	const entryOf = (row: R): Entry<R> => {
		const known = entries.get(row.uid);
		if (known !== undefined) return known;
		const entry = {row, sequence: sequence++, rank: 0, key: 0, found: false, shown: false, listed: false};
		entries.set(row.uid, entry);
		return entry;
	};
	/** As they stand now, and then the new ones: what is nearly sorted is sorted in one pass. */
	const sortAll = (): void => {
		const next = shown.filter(entry => entry.shown);
		for (const entry of entries.values()) {
			if (entry.shown && !entry.listed) next.push(entry);
			entry.listed = entry.shown;
		}
		shown = next.sort(rules.compare);
	};
	const forget = (uid: string): void => {
		const entry = entries.get(uid);
		// Also for the list, until it is made anew.
		if (entry !== undefined) entry.shown = false;
		entries.delete(uid);
	};
	const indexOf = (uid: string): number => {
		const entry = entries.get(uid);
		return entry?.listed === true ? placeOf(shown, entry, rules.compare) : -1;
	};
	const remove = (uid: string): void => {
		const index = indexOf(uid);
		if (index >= 0) shown.splice(index, 1);
		entries.delete(uid);
	};
	const put = (row: R, facts: Facts): void => {
		const before = indexOf(row.uid);
		const entry = entryOf(row);
		rules.assess(entry, row, facts);
		entry.listed = entry.shown;
		if (before >= 0 && entry.shown && fits(shown, before, entry, rules.compare)) return;
		if (before >= 0) shown.splice(before, 1);
		if (entry.shown) shown.splice(placeOf(shown, entry, rules.compare), 0, entry);
	};

	return {
		length: () => shown.length,
		total: () => entries.size,
		rowAt: index => shown[index]?.row,
		uidAt: index => shown[index]?.row.uid,
		rowOf: uid => entries.get(uid)?.row,
		indexOf,
		has: uid => entries.has(uid),
		replace(rows, facts) {
			sortedAt = facts.now;
			sequence = 0;
			entries.clear();
			shown = [];
			for (const row of rows) rules.assess(entryOf(row), row, facts);
			sortAll();
		},
		update(changed, removed, facts) {
			const then = asOf(sortedAt, facts);
			if (changed.length + removed.length <= MOVES_MAX) {
				for (const uid of removed) remove(uid);
				for (const row of changed) put(row, then);
				return;
			}
			for (const uid of removed) forget(uid);
			for (const row of changed) rules.assess(entryOf(row), row, then);
			sortAll();
		},
		refresh(facts) {
			sortedAt = facts.now;
			for (const entry of entries.values()) rules.reassess(entry, facts);
			sortAll();
		},
		arrange(next, facts) {
			const filtered = next.filter !== arrangement.filter;
			arrangement = next;
			rules = createEntryRules(shape, next);
			sortedAt = facts.now;
			for (const entry of entries.values()) {
				if (filtered) rules.assess(entry, entry.row, facts);
				else rules.reassess(entry, facts);
			}
			sortAll();
		},
	};
}

type Compare<R extends Row> = (a: Entry<R>, b: Entry<R>) => number;

/** Where the entry stands, or would have to be put, in a sorted list. */
function placeOf<R extends Row>(sorted: readonly Entry<R>[], entry: Entry<R>, compare: Compare<R>): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const other = sorted[middle];
		if (other !== undefined && compare(other, entry) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Whether it may stand there without leaving the order. */
function fits<R extends Row>(
	sorted: readonly Entry<R>[],
	index: number,
	entry: Entry<R>,
	compare: Compare<R>,
): boolean {
	const [above, below] = [sorted[index - 1], sorted[index + 1]];
	return (above === undefined || compare(above, entry) < 0) && (below === undefined || compare(entry, below) < 0);
}

function asOf(now: number, facts: Facts): Facts {
	return {
		now,
		usageOf: row => facts.usageOf(row),
		restartsOf: row => facts.restartsOf(row),
		trafficOf: row => facts.trafficOf(row),
		connectionsOf: row => facts.connectionsOf(row),
	};
}
