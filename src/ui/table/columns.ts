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

type Sized = Pick<Column, 'id' | 'title' | 'width' | 'priority' | 'readWhole'>;

/** A marked row's sign, the state's, the cursor's. */
const GUTTER_CELLS = 3;

/** Below this a name needs each cell: only the state's sign remains beside it. */
const GUTTERED_CELLS_MIN = 16;

/** From here on two blanks stand between columns, since there is room for it. */
const ROOMY_CELLS_MIN = 100;

/** Columns up to this priority are taken in, and sentences among them grow, before anything else is shown at all. */
const ESSENTIAL_PRIORITY = 4;

/**
 * Columns in their order for a table of that width. They are taken in by priority as long as their least widths fit, the
 * essential ones first. Each time they grow to what their contents need (`contents`: cells by column id, not beyond the column's most), whoever lacks least
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
	let isFull = false;
	const urgent = columns.toSorted((a, b) => a.priority - b.priority);
	const takeIn = (column: C): void => {
		const least = Math.max(column.width.min, column.title.length);
		const cost = least + (widths.size === 0 ? 0 : gap);
		// The first is never left out, only cut: a table without names says nothing. After one that does not fit comes none.
		isFull ||= cost > free && widths.size > 0;
		if (isFull) return;
		widths.set(column, Math.min(least, free));
		free = Math.max(0, free - cost);
	};
	const grow = (mayGrow: (column: C) => boolean): void => {
		const growing = [...widths].filter(([column]) => mayGrow(column));
		const lacking = growing.map(([column, now]) => {
			const wanted = Math.min(contents.get(column.id) ?? 0, column.width.max);
			return {column, now, lack: Math.max(0, wanted - now)};
		});
		for (const {column, now, lack} of lacking.toSorted((a, b) => a.lack - b.lack)) {
			const more = Math.min(lack, free);
			widths.set(column, now + more);
			free -= more;
		}
	};
	for (const column of urgent) if (column.priority <= ESSENTIAL_PRIORITY) takeIn(column);
	grow(({readWhole}) => readWhole === true);
	for (const column of urgent) if (column.priority > ESSENTIAL_PRIORITY) takeIn(column);
	grow(() => true);
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
