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

type Sized = Pick<Column, 'id' | 'title' | 'titleShort' | 'width' | 'priority' | 'readWhole'>;

/** A marked row's sign, the state's, the cursor's. */
const GUTTER_CELLS = 3;

/** Below this a name needs each cell: only the state's sign remains beside it. */
const GUTTERED_CELLS_MIN = 16;

/** From here on two blanks stand between columns, since there is room for it. */
const ROOMY_CELLS_MIN = 100;

/** Columns up to this priority are taken in before anything is kept for sentences. */
const ESSENTIAL_PRIORITY = 4;

/** So much of a sentence says what it is about. */
const SENTENCE_CELLS = 33;

/** The sorted column's title is longer by its arrow. Room for it is kept, so that sorting takes no column away. */
const ARROW_CELLS = 1;

/**
 * Columns in their order for a table of that width. Which ones follows from the width alone, so that none comes or goes when a text
 * changes: they are taken in by priority as long as their least widths fit; after the essential ones, as much of each sentence
 * is kept as says something. Then they grow to what their contents need (`contents`: cells by column id, not beyond the column's most),
 * sentences first, then whoever lacks least: one long name must not cut all ages. Nothing is stretched further: a wide gap is hard to
 * cross with the eye, and each cell of the cursor's row costs a byte.
 * @param sorted id of the column whose title has an arrow
 */
export function layoutColumns<C extends Sized>(
	columns: readonly C[],
	contents: ReadonlyMap<string, number>,
	width: number,
	sorted?: string,
): Layout<C> {
	const gutter = width >= GUTTERED_CELLS_MIN ? GUTTER_CELLS : Math.min(width, 1);
	const room = width - gutter;
	const dense = takenIn(columns, room, 1);
	// Air is worth no column.
	const gap = width >= ROOMY_CELLS_MIN && takenIn(columns, room, 2).length === dense.length ? 2 : 1;
	const widths = new Map(dense.map(column => [column, leastOf(column) + (column.id === sorted ? ARROW_CELLS : 0)]));
	let free = room - gap * Math.max(dense.length - 1, 0);
	for (const [column, least] of widths) {
		widths.set(column, Math.min(least, free));
		free = Math.max(0, free - least);
	}
	const grow = (wantedOf: (column: C) => number): void => {
		const lacking = [...widths].map(([column, now]) => {
			const named = column.titleShort === undefined ? 0 : column.title.length;
			const content = Math.max(contents.get(column.id) ?? 0, named);
			const wanted = Math.min(content, column.width.max, wantedOf(column));
			return {column, now, lack: Math.max(0, wanted - now)};
		});
		for (const {column, now, lack} of lacking.toSorted((a, b) => a.lack - b.lack)) {
			const more = Math.min(lack, free);
			widths.set(column, now + more);
			free -= more;
		}
	};
	grow(({readWhole}) => (readWhole === true ? SENTENCE_CELLS : 0));
	grow(() => Infinity);
	return place(columns, widths, gutter, gap);
}

/** The columns that fit, by priority. The first is never left out, only cut: a table without names says nothing. */
function takenIn<C extends Sized>(columns: readonly C[], room: number, gap: number): readonly C[] {
	const taken: C[] = [];
	let free = room - ARROW_CELLS;
	for (const column of columns.toSorted((a, b) => a.priority - b.priority)) {
		const cost = leastOf(column) + (taken.length === 0 ? 0 : gap);
		const kept = column.priority > ESSENTIAL_PRIORITY ? keptFor(taken) : 0;
		// After one that does not fit comes none.
		if (cost + kept > free && taken.length > 0) break;
		taken.push(column);
		free -= cost;
	}
	return room > 0 ? taken : [];
}

function leastOf({width, title, titleShort = title}: Sized): number {
	return Math.max(width.min, titleShort.length);
}

/** Cells that the sentences among them need beyond their least. */
function keptFor(columns: readonly Sized[]): number {
	const sentences = columns.filter(({readWhole}) => readWhole === true);
	return sentences.reduce(
		(sum, column) => sum + Math.max(0, Math.min(SENTENCE_CELLS, column.width.max) - leastOf(column)),
		0,
	);
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
