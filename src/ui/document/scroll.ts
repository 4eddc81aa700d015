import type {Move} from '../table/state.ts';

/** How far the user has read. Lines are counted without those that are folded away. */
export interface Scroll {
	/** The line that keys act on. */
	readonly cursor: number;
	/** The line at the top of the screen. */
	readonly top: number;
	/** Rows of that line that are above the screen: a wrapped line may be longer than it. */
	readonly skip: number;
}

export interface Extent {
	/** Lines. */
	readonly length: number;
	/** Rows that fit. */
	readonly height: number;
	/** Rows that a line takes: 1 and more. Asked for a screenful of lines at most. */
	rowsOf(line: number): number;
}

export const START: Scroll = {cursor: 0, top: 0, skip: 0};

/** Rows above and below the cursor that stay in sight, so that one sees where one goes. */
const MARGIN_ROWS = 3;

export function moveScroll(scroll: Scroll, move: Move, extent: Extent): Scroll {
	const {cursor} = scroll;
	const {height, length} = extent;
	switch (move) {
		case 'down':
			return rowsBelow(scroll, extent) > 0 ? scrolled(scroll, 1, extent) : placed(scroll, cursor + 1, extent);
		case 'up':
			return cursor === scroll.top && scroll.skip > 0
				? scrolled(scroll, -1, extent)
				: placed(scroll, cursor - 1, extent);
		case 'page-down':
			return byRows(scroll, Math.max(height - 1, 1), extent);
		case 'page-up':
			return byRows(scroll, -Math.max(height - 1, 1), extent);
		case 'half-down':
			return byRows(scroll, Math.max(height >> 1, 1), extent);
		case 'half-up':
			return byRows(scroll, -Math.max(height >> 1, 1), extent);
		case 'first':
			return START;
		case 'last':
			return placed(scroll, length - 1, extent);
	}
}

/** The cursor on that line, and the screen no further away than needed. */
export function placed(scroll: Scroll, line: number, extent: Extent): Scroll {
	const cursor = clamp(line, extent.length - 1);
	return settled(inSight({...scroll, cursor}, extent), extent);
}

/** The row of the screen on which the cursor is, from 0. */
export function rowOfCursor(scroll: Scroll, extent: Extent): number {
	return Math.max(rowsFrom(scroll, scroll.cursor, extent.height, extent), 0);
}

/** The cursor on that line and on that row of the screen, as far as there is text for it. */
export function heldAt(line: number, row: number, extent: Extent): Scroll {
	const cursor = clamp(line, extent.length - 1);
	return settled(moveTop({cursor, top: cursor, skip: 0}, -row, extent), extent);
}

/** After lines came or went, or the screen got another size. */
export function settled(scroll: Scroll, extent: Extent): Scroll {
	const {length, height} = extent;
	const top = clamp(scroll.top, length - 1);
	const skip = length === 0 ? 0 : clamp(scroll.skip, extent.rowsOf(top) - 1);
	const within = {cursor: clamp(scroll.cursor, length - 1), top: length === 0 ? 0 : top, skip};
	const spare = height - rowsFrom(within, length, height, extent);
	return spare > 0 ? moveTop(within, -spare, extent) : within;
}

/** A page further: the cursor goes with what is seen, and to the very end when there is no further page. */
function byRows(scroll: Scroll, rows: number, extent: Extent): Scroll {
	const moved = settled(moveTop(scroll, rows, extent), extent);
	if (moved.top === scroll.top && moved.skip === scroll.skip)
		return {...moved, cursor: rows > 0 ? Math.max(extent.length - 1, 0) : 0};
	// The first line that is seen from its beginning, when one is.
	const isWhole = moved.skip === 0 || extent.rowsOf(moved.top) - moved.skip >= extent.height;
	return {...moved, cursor: isWhole || moved.top >= extent.length - 1 ? moved.top : moved.top + 1};
}

/** The same line under the cursor, the text moved by some rows. */
function scrolled(scroll: Scroll, rows: number, extent: Extent): Scroll {
	return settled(moveTop(scroll, rows, extent), extent);
}

function inSight(scroll: Scroll, extent: Extent): Scroll {
	const {cursor, top, skip} = scroll;
	const {height} = extent;
	const own = extent.length === 0 ? 1 : extent.rowsOf(cursor);
	const margin = Math.min(MARGIN_ROWS, Math.max(0, (height - own) >> 1));
	if (cursor < top || (cursor === top && skip > 0)) return moveTop({cursor, top: cursor, skip: 0}, -margin, extent);
	const above = rowsFrom(scroll, cursor, height + own, extent);
	// Of a line that is longer than the screen the beginning is seen.
	const excess = Math.min(above + own + margin - height, above);
	if (excess > 0)
		return above >= height + own
			? moveTop({cursor, top: cursor, skip: 0}, -Math.max(height - own - margin, 0), extent)
			: moveTop(scroll, excess, extent);
	return above < margin ? moveTop(scroll, above - margin, extent) : scroll;
}

/** Rows of the line under the cursor that are below the screen. */
function rowsBelow(scroll: Scroll, extent: Extent): number {
	const {height, length} = extent;
	if (length === 0) return 0;
	return rowsFrom(scroll, scroll.cursor, height, extent) + extent.rowsOf(scroll.cursor) - height;
}

/** Rows from the top of the screen up to a line, counted no further than `max`. */
function rowsFrom({top, skip}: Scroll, line: number, max: number, extent: Extent): number {
	let rows = -skip;
	for (let at = top; at < line && rows < max; at++) rows += extent.rowsOf(at);
	return rows;
}

function moveTop(scroll: Scroll, by: number, extent: Extent): Scroll {
	let {top} = scroll;
	let skip = scroll.skip + by;
	while (skip < 0 && top > 0) {
		top -= 1;
		skip += extent.rowsOf(top);
	}
	while (top < extent.length - 1 && skip >= extent.rowsOf(top)) {
		skip -= extent.rowsOf(top);
		top += 1;
	}
	return {...scroll, top, skip: Math.max(skip, 0)};
}

function clamp(value: number, max: number): number {
	return Math.max(0, Math.min(value, max));
}
