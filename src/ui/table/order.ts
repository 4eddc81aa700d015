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

	const rebuild = (): void => {
		// As they stand now, and then the new ones: what is nearly sorted is sorted in one pass.
		const standing = new Set(shown.map(({row}) => row.uid));
		const next = [...standing].map(uid => entries.get(uid));
		for (const [uid, entry] of entries) if (!standing.has(uid)) next.push(entry);
		shown = next.filter(entry => entry !== undefined).filter(entry => entry.shown).sort(rules.compare);
	};
	const indexOf = (uid: string): number => {
		const entry = entries.get(uid);
		return entry?.shown === true ? placeOf(shown, entry, rules.compare) : -1;
	};
	const remove = (uid: string): void => {
		const index = indexOf(uid);
		if (index >= 0) shown.splice(index, 1);
		entries.delete(uid);
	};
	const put = (row: R, facts: Facts): void => {
		const before = indexOf(row.uid);
		const entry = rules.entryOf(row, entries.get(row.uid)?.sequence ?? sequence++, facts);
		entries.set(row.uid, entry);
		if (before >= 0 && entry.shown && fits(shown, before, entry, rules.compare)) {
			shown[before] = entry;
			return;
		}
		if (before >= 0) shown.splice(before, 1);
		if (entry.shown) shown.splice(placeOf(shown, entry, rules.compare), 0, entry);
	};

	return {
		length: () => shown.length,
		total: () => entries.size,
		rowAt: index => shown[index]?.row,
		uidAt: index => shown[index]?.row.uid,
		indexOf,
		has: uid => entries.has(uid),
		replace(rows, facts) {
			sortedAt = facts.now;
			sequence = 0;
			entries.clear();
			for (const row of rows) entries.set(row.uid, rules.entryOf(row, sequence++, facts));
			rebuild();
		},
		update(changed, removed, facts) {
			const then = asOf(sortedAt, facts);
			if (changed.length + removed.length <= MOVES_MAX) {
				for (const uid of removed) remove(uid);
				for (const row of changed) put(row, then);
				return;
			}
			for (const uid of removed) entries.delete(uid);
			for (const row of changed) {
				entries.set(row.uid, rules.entryOf(row, entries.get(row.uid)?.sequence ?? sequence++, then));
			}
			rebuild();
		},
		refresh(facts) {
			sortedAt = facts.now;
			for (const [uid, entry] of entries) entries.set(uid, rules.rekey(entry, facts));
			rebuild();
		},
		arrange(next, facts) {
			const filtered = next.filter !== arrangement.filter;
			arrangement = next;
			rules = createEntryRules(shape, next);
			sortedAt = facts.now;
			for (const [uid, entry] of entries) {
				entries.set(uid, filtered ? rules.entryOf(entry.row, entry.sequence, facts) : rules.rekey(entry, facts));
			}
			rebuild();
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
function fits<R extends Row>(sorted: readonly Entry<R>[], index: number, entry: Entry<R>, compare: Compare<R>): boolean {
	const [above, below] = [sorted[index - 1], sorted[index + 1]];
	return (above === undefined || compare(above, entry) < 0) && (below === undefined || compare(entry, below) < 0);
}

function asOf(now: number, facts: Facts): Facts {
	return {now, usageOf: row => facts.usageOf(row), restartsOf: row => facts.restartsOf(row)};
}
