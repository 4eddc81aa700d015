import type {Column} from '../../kinds/contract.ts';
import type {Sort} from './shape.ts';

type Sortable = Pick<Column, 'id' | 'align'>;

/** Right-aligned, but what people look for first is the least of it. */
const SMALL_FIRST: ReadonlySet<string> = new Set(['age', 'ready']);

/** A column's own sort key: numbers with the greatest first, texts and ages with the least; pressed again it flips. */
export function sortBy(current: Sort | undefined, column: Sortable): Sort {
	if (current?.column === column.id) return flip(current);
	return {column: column.id, descending: column.align === 'right' && !SMALL_FIRST.has(column.id)};
}

export function flip(sort: Sort): Sort {
	return {...sort, descending: !sort.descending};
}

/** The column to the left or right of the sorted one, of those that are shown; from none, the first or the last. */
export function stepSort(current: Sort | undefined, columns: readonly Sortable[], by: -1 | 1): Sort | undefined {
	const at = columns.findIndex(({id}) => id === current?.column);
	const next = at < 0 ? (by === 1 ? 0 : columns.length - 1) : Math.min(Math.max(at + by, 0), columns.length - 1);
	const column = columns[next];
	return column === undefined || next === at ? current : sortBy(undefined, column);
}
