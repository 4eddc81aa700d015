import {formatAge} from '../lib/age.ts';
import type {Row} from '../model/row.ts';
import type {Column, Facts} from './contract.ts';

/** What a cell says when there is nothing to say: an empty cell could be a bug. */
export const NOTHING = '–';

/** The text, or that there is none. */
export function orNothing(text: string): string {
	return text === '' ? NOTHING : text;
}

/** How long ago, or nothing when the time is unknown. */
export function ago(at: number | undefined, {now}: Facts): string {
	return at === undefined || at === 0 ? NOTHING : formatAge(now - at);
}

export const namespaceColumn: Column = {
	id: 'namespace',
	title: 'NAMESPACE',
	width: {min: 6, max: 30},
	priority: 2,
	value: row => orNothing(row.namespace),
};

export const nameColumn: Column = {
	id: 'name',
	title: 'NAME',
	width: {min: 16, max: 80},
	priority: 1,
	value: row => orNothing(row.name),
};

export const ageColumn: Column = {
	id: 'age',
	title: 'AGE',
	align: 'right',
	// `9m59s`: an age that is cut says nothing.
	width: {min: 5, max: 6},
	priority: 4,
	value: (row, facts) => ago(row.createdAt, facts),
	sort: (row, facts) => facts.now - row.createdAt,
};

/** A column of whole numbers. */
export function countColumn<R extends Row>(
	options: Pick<Column<R>, 'id' | 'title' | 'priority' | 'wide'> & {readonly of: (row: R) => number},
): Column<R> {
	const {of, ...column} = options;
	return {
		...column,
		align: 'right',
		width: {min: column.title.length, max: Math.max(column.title.length, 6)},
		value: row => String(of(row)),
		sort: of,
	};
}
