import type {Column} from '../../kinds/contract.ts';

/** A column with its place on the screen. */
export interface Placed<C> {
	readonly column: C;
	/** Cells from the left edge of the table. */
	readonly x: number;
	readonly width: number;
}

export interface Layout<C> {
	readonly placed: readonly Placed<C>[];
	/** Cells left of the first column: for the marks and the cursor. */
	readonly gutter: number;
	/** Up to the end of the last column. */
	readonly width: number;
}

type Sized = Pick<Column, 'id' | 'title' | 'width' | 'priority'>;

/** A marked row's sign, the state's, the cursor's. */
const GUTTER_CELLS = 3;

/** Below this a name needs each cell: only the state's sign remains beside it. */
const GUTTERED_CELLS_MIN = 16;

/** From here on two blanks stand between columns, since there is room for it. */
const ROOMY_CELLS_MIN = 100;

/**
 * Columns in their order for a table of that width. They are taken in by priority as long as their least widths fit. Then
 * they grow to what their contents need (`contents`: cells by column id, not beyond the column's most), whoever lacks least
 * first: one long name must not cut all ages. Nothing is stretched further: a wide gap is hard to cross with the eye, and
 * each cell of the cursor's row costs a byte.
 */
export function layoutColumns<C extends Sized>(
	columns: readonly C[],
	contents: ReadonlyMap<string, number>,
	width: number,
): Layout<C> {
	const gutter = width >= GUTTERED_CELLS_MIN ? GUTTER_CELLS : Math.min(width, 1);
	const gap = width >= ROOMY_CELLS_MIN ? 2 : 1;
	const widths = new Map<C, number>();
	let free = width - gutter;
	for (const column of columns.toSorted((a, b) => a.priority - b.priority)) {
		const least = Math.max(column.width.min, column.title.length);
		const cost = least + (widths.size === 0 ? 0 : gap);
		// The first is never left out, only cut: a table without names says nothing.
		if (cost > free && widths.size > 0) break;
		widths.set(column, Math.min(least, free));
		free = Math.max(0, free - cost);
	}
	const lacking = [...widths].map(([column, least]) => {
		const wanted = Math.min(contents.get(column.id) ?? 0, column.width.max);
		return {column, least, lack: Math.max(0, wanted - least)};
	});
	for (const {column, least, lack} of lacking.toSorted((a, b) => a.lack - b.lack)) {
		const more = Math.min(lack, free);
		widths.set(column, least + more);
		free -= more;
	}
	return place(columns, widths, gutter, gap);
}

function place<C extends Sized>(
	columns: readonly C[],
	widths: ReadonlyMap<C, number>,
	gutter: number,
	gap: number,
): Layout<C> {
	const placed: Placed<C>[] = [];
	let x = gutter;
	for (const column of columns) {
		const width = widths.get(column) ?? 0;
		if (width === 0) continue;
		placed.push({column, x, width});
		x += width + gap;
	}
	return {placed, gutter, width: placed.length === 0 ? gutter : x - gap};
}
