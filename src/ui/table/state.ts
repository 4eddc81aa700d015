/** How the user has moved in a table. The cursor is on an object, not on a line: it goes where the object goes. */
export interface TableState {
	/** The uid under the cursor. Undefined until the user moves: the first row, whichever that is. */
	readonly cursor: string | undefined;
	/** The row number at which the cursor was last seen. */
	readonly index: number;
	/** The row number at the top of the screen. */
	readonly top: number;
	/** Rows that fit on the screen, without the column titles. */
	readonly height: number;
	/** Uids that were marked with space. */
	readonly marked: ReadonlySet<string>;
	/** Where a range of marks begins: the row that was marked last. */
	readonly anchor: string | undefined;
}

export type Move = 'up' | 'down' | 'half-up' | 'half-down' | 'page-up' | 'page-down' | 'first' | 'last';

export type TableEvent =
	| {readonly type: 'move'; readonly move: Move}
	/** To that object, if it is shown. */
	| {readonly type: 'go'; readonly uid: string}
	/** Rows came, went, changed places, or were filtered. */
	| {readonly type: 'rows'}
	| {readonly type: 'resize'; readonly height: number}
	/** The user acts on the row under the cursor: from now on the cursor stays with that object. */
	| {readonly type: 'hold'}
	/** Marks the row under the cursor, or takes its mark away. */
	| {readonly type: 'mark'}
	/** Marks everything between the last marked row and the cursor. */
	| {readonly type: 'mark-range'}
	| {readonly type: 'clear-marks'};

/** What the reducer asks of the order of the rows. */
export interface Rows {
	length(): number;
	uidAt(index: number): string | undefined;
	/** -1 when it is not shown. */
	indexOf(uid: string): number;
	/** Whether it exists, shown or not. */
	has(uid: string): boolean;
}

export const INITIAL_TABLE: TableState = {
	cursor: undefined,
	index: 0,
	top: 0,
	height: 0,
	marked: new Set(),
	anchor: undefined,
};

/** The uid of the row that keys act on; undefined in an empty table. */
export function selectedUid(state: TableState, rows: Rows): string | undefined {
	return rows.uidAt(state.index);
}

/** The state after an event; the same object when nothing changed. */
export function reduceTable(state: TableState, event: TableEvent, rows: Rows): TableState {
	const next = after(state, event, rows);
	const same = (Object.keys(next) as (keyof TableState)[]).every(key => next[key] === state[key]);
	return same ? state : next;
}

function after(state: TableState, event: TableEvent, rows: Rows): TableState {
	switch (event.type) {
		case 'move':
			return moved(state, event.move, rows);
		case 'go': {
			const index = rows.indexOf(event.uid);
			return index < 0 ? state : placed(state, index, state.top, rows);
		}
		case 'rows':
			return followed(state, rows);
		case 'resize':
			return visible({...state, height: event.height}, rows.length());
		case 'hold':
			return placed(state, state.index, state.top, rows);
		case 'mark': {
			const uid = selectedUid(state, rows);
			if (uid === undefined) return state;
			const marked = new Set(state.marked);
			if (!marked.delete(uid)) marked.add(uid);
			return {...placed(state, state.index, state.top, rows), marked, anchor: uid};
		}
		case 'mark-range':
			return rangeMarked(state, rows);
		case 'clear-marks':
			return {...state, marked: INITIAL_TABLE.marked, anchor: undefined};
	}
}

function moved(state: TableState, move: Move, rows: Rows): TableState {
	const {index, top, height} = state;
	const page = Math.max(height, 1);
	const half = Math.max(height >> 1, 1);
	switch (move) {
		case 'up':
			return placed(state, index - 1, top, rows);
		case 'down':
			return placed(state, index + 1, top, rows);
		case 'half-up':
			return placed(state, index - half, top - half, rows);
		case 'half-down':
			return placed(state, index + half, top + half, rows);
		case 'page-up':
			return placed(state, index - page, top - page, rows);
		case 'page-down':
			return placed(state, index + page, top + page, rows);
		case 'first':
			return placed(state, 0, 0, rows);
		case 'last':
			return placed(state, rows.length() - 1, rows.length() - page, rows);
	}
}

/** The cursor on that row, or on the nearest that there is. */
function placed(state: TableState, index: number, top: number, rows: Rows): TableState {
	const at = clamp(index, rows.length() - 1);
	// In an empty table the cursor stays with its object, which may come back.
	return visible({...state, cursor: rows.uidAt(at) ?? state.cursor, index: at, top}, rows.length());
}

/** After the rows changed: with its object; when that is gone, on the row that took its place. */
function followed(before: TableState, rows: Rows): TableState {
	const state = withoutLostMarks(before, rows);
	const {cursor, index, top, height} = state;
	if (cursor === undefined || rows.length() === 0) return visible({...state, index: 0, top: 0}, rows.length());
	const now = rows.indexOf(cursor);
	if (now < 0) return placed(state, index, top, rows);
	// At the top the first rows, the worst, stay in sight as long as the cursor does; else it keeps its line on the screen.
	return placed(state, now, top === 0 && now < height ? 0 : top + now - index, rows);
}

/** What is gone is not marked any more: a verb must not meet another object. What is only filtered out stays marked. */
function withoutLostMarks(state: TableState, rows: Rows): TableState {
	const kept = [...state.marked].filter(uid => rows.has(uid));
	const anchor = state.anchor !== undefined && rows.has(state.anchor) ? state.anchor : undefined;
	if (kept.length === state.marked.size && anchor === state.anchor) return state;
	return {...state, marked: new Set(kept), anchor};
}

function rangeMarked(state: TableState, rows: Rows): TableState {
	const anchored = state.anchor === undefined ? -1 : rows.indexOf(state.anchor);
	const from = anchored < 0 ? state.index : anchored;
	const marked = new Set(state.marked);
	for (let index = Math.min(from, state.index); index <= Math.max(from, state.index); index++) {
		const uid = rows.uidAt(index);
		if (uid !== undefined) marked.add(uid);
	}
	return {...placed(state, state.index, state.top, rows), marked, anchor: selectedUid(state, rows)};
}

/** Scrolled no further than needed for the cursor to be seen, and never past the end. */
function visible(state: TableState, length: number): TableState {
	const {index, height} = state;
	const top = clamp(Math.min(Math.max(state.top, index - height + 1), index), Math.max(length - height, 0));
	return top === state.top ? state : {...state, top};
}

function clamp(value: number, most: number): number {
	return Math.max(0, Math.min(value, most));
}
