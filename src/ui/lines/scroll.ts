import type {Move} from '../table/state.ts';

/** How the user has moved in a pane of lines. The cursor is on a thing, not on a line: it goes where the thing goes. */
export interface LinesState {
	/** Id of the item under the cursor. Undefined until the user moves: the first, whichever that is. */
	readonly cursor: string | undefined;
	/** The number at which that item was last seen. */
	readonly index: number;
	/** The line at the top of the pane. */
	readonly top: number;
}

/** The items as they are laid out now. */
export interface LinesShape {
	readonly ids: readonly string[];
	/** The first line of each item; one more entry than there are items: the number of all lines. */
	readonly starts: readonly number[];
	/** Lines that fit. */
	readonly height: number;
}

export const INITIAL_LINES: LinesState = {cursor: undefined, index: 0, top: 0};

/**
 * After lines came, went, or the pane got another size: with its item; while that is not there, on the one in its place. It may come
 * back: a smaller pane says less.
 */
export function followLines(state: LinesState, shape: LinesShape): LinesState {
	const found = state.cursor === undefined ? 0 : shape.ids.indexOf(state.cursor);
	const index = found < 0 ? clamp(state.index, shape.ids.length - 1) : found;
	return visible({...state, index}, shape);
}

/** An item that is longer than the pane is scrolled through before the cursor leaves it. */
export function moveLines(state: LinesState, move: Move, shape: LinesShape): LinesState {
	const {index, top} = state;
	const {height} = shape;
	switch (move) {
		case 'down':
			return endOf(index, shape) > top + height ? scrolled(state, 1, shape) : placed(state, index + 1, shape);
		case 'up':
			return startOf(index, shape) < top ? scrolled(state, -1, shape) : placed(state, index - 1, shape);
		case 'page-down':
		case 'half-down':
			return byLines(state, move === 'page-down' ? height : height >> 1, shape);
		case 'page-up':
		case 'half-up':
			return byLines(state, -(move === 'page-up' ? height : height >> 1), shape);
		case 'first':
			return placed({...state, top: 0}, 0, shape);
		case 'last':
			return placed({...state, top: startOf(shape.ids.length, shape)}, shape.ids.length - 1, shape);
	}
}

function byLines(state: LinesState, by: number, shape: LinesShape): LinesState {
	const line = clamp(startOf(state.index, shape) + by, startOf(shape.ids.length, shape) - 1);
	const index = shape.starts.findLastIndex((start, at) => start <= line && at < shape.ids.length);
	return placed({...state, top: state.top + by}, index, shape);
}

function scrolled(state: LinesState, by: number, shape: LinesShape): LinesState {
	return {...state, cursor: shape.ids[state.index], top: clampTop(state.top + by, shape)};
}

function placed(state: LinesState, index: number, shape: LinesShape): LinesState {
	const at = clamp(index, shape.ids.length - 1);
	return visible({...state, cursor: shape.ids[at], index: at}, shape);
}

/** Scrolled no further than needed for the whole item to be seen; of one that is too long, some of it. */
function visible(state: LinesState, shape: LinesShape): LinesState {
	const [start, end] = [startOf(state.index, shape), endOf(state.index, shape)];
	const {height} = shape;
	const isLong = end - start > height;
	const least = isLong ? start : end - height;
	const most = isLong ? end - height : start;
	return {...state, top: clampTop(Math.min(Math.max(state.top, least), most), shape)};
}

function startOf(index: number, {starts}: LinesShape): number {
	return starts[index] ?? 0;
}

function endOf(index: number, {starts}: LinesShape): number {
	return starts[index + 1] ?? 0;
}

function clampTop(top: number, shape: LinesShape): number {
	return clamp(top, startOf(shape.ids.length, shape) - shape.height);
}

function clamp(value: number, most: number): number {
	return Math.max(0, Math.min(value, most));
}
