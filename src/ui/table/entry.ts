import type {Column, Facts} from '../../kinds/contract.ts';
import type {Mark, Row} from '../../model/row.ts';
import {matches, type Filter} from '../filter/filter.ts';
import {TEXT_MAX} from '../filter/pattern.ts';
import {compareNatural, compareUnits} from './natural.ts';
import type {Sort, TableShape} from './shape.ts';

/** What of all rows is shown, and in which order. */
export interface Arrangement {
	readonly filter: Filter;
	/** Leaves out what is healthy or merely under way. */
	readonly faultsOnly: boolean;
	/** The user's choice; undefined for the table's own order. */
	readonly sort: Sort | undefined;
}

/** A row with what it is sorted and filtered by, worked out once. One per object: 10,000 new ones a second would be garbage. */
export interface Entry<R extends Row> {
	row: R;
	/** In which order the rows were given. */
	readonly sequence: number;
	/** Of its mark, 0 the worst; 0 for all when marks do not count. */
	rank: number;
	key: number | string;
	/** The filter lets it through. */
	found: boolean;
	/** And it is a fault, when only faults are shown. */
	shown: boolean;
	/** It stands in the sorted list: while it does, what it is compared by must not change unless the list is sorted anew. */
	listed: boolean;
}

export interface EntryRules<R extends Row> {
	/** Works out everything for a row that is new to it. The filter reads the text of all its cells: that is the costly part. */
	assess(entry: Entry<R>, row: R, facts: Facts): void;
	/** Key and rank anew: time has passed, the row is the same. What the filter said of it stays. */
	reassess(entry: Entry<R>, facts: Facts): void;
	/** A strict order: two rows are never equal. */
	compare(a: Entry<R>, b: Entry<R>): number;
}

const RANKS: Readonly<Record<Mark, number>> = {doomed: 0, struggling: 1, unknown: 2, progressing: 3, healthy: 4};
const FAULTS: ReadonlySet<Mark> = new Set<Mark>(['doomed', 'struggling', 'unknown']);

/** How rows become entries under an arrangement, and how entries compare. */
export function createEntryRules<R extends Row>(
	shape: TableShape<R>,
	{filter, faultsOnly, sort}: Arrangement,
): EntryRules<R> {
	const byMark = sort === undefined && shape.worstFirst;
	const wanted = sort ?? shape.sortedBy;
	const column = shape.columns.find(({id}) => id === wanted?.column);
	const keyOf = (row: R, facts: Facts): number | string =>
		column === undefined ? 0 : (column.sort?.(row, facts) ?? column.value(row, facts));
	const reassess = (entry: Entry<R>, facts: Facts): void => {
		const mark = byMark || faultsOnly ? shape.mark(entry.row, facts) : 'healthy';
		entry.rank = byMark ? RANKS[mark] : 0;
		entry.key = keyOf(entry.row, facts);
		entry.shown = entry.found && (!faultsOnly || FAULTS.has(mark));
	};
	const given = wanted === undefined;
	const direction = wanted?.descending === true ? -1 : 1;
	return {
		assess(entry, row, facts) {
			entry.row = row;
			entry.found = isFound(filter, row, shape.columns, facts);
			reassess(entry, facts);
		},
		reassess,
		compare: (a, b) =>
			given
				? a.sequence - b.sequence
				: a.rank - b.rank || direction * compareKeys(a.key, b.key) || compareNames(a.row, b.row),
	};
}

function isFound<R extends Row>(filter: Filter, row: R, columns: readonly Column<R>[], facts: Facts): boolean {
	if (filter.mode === 'everything') return true;
	return matches(filter, filter.mode === 'labels' ? '' : textOf(row, columns, facts), row.labels);
}

/** Name and namespace first, so that `^` begins there; without the age, since `/3m` should find a name and not a moment. */
function textOf<R extends Row>(row: R, columns: readonly Column<R>[], facts: Facts): string {
	let text = `${row.name} ${row.namespace}`;
	for (const column of columns) {
		if (text.length >= TEXT_MAX) break;
		if (column.id !== 'name' && column.id !== 'namespace' && column.id !== 'age')
			text += ` ${column.value(row, facts)}`;
	}
	return text;
}

/** Numbers before texts; what is no number comes before all numbers. */
function compareKeys(a: number | string, b: number | string): number {
	if (typeof a === 'string') return typeof b === 'string' ? compareNatural(a, b) : 1;
	if (typeof b === 'string') return -1;
	if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
	return a < b ? -1 : a > b ? 1 : 0;
}

function compareNames(a: Row, b: Row): number {
	return compareNatural(a.name, b.name) || compareUnits(a.namespace, b.namespace) || compareUnits(a.uid, b.uid);
}
