import type {Timed} from '../../store/by-time.ts';
import {type Extent, heldAt, moveScroll, placed, rowOfCursor, type Scroll, START} from '../document/scroll.ts';
import type {Move} from '../table/state.ts';
import {type Entry, indexNear} from './entry.ts';

/** Where a person reads in a log: at its end as it grows, or at one line, however much comes and goes around it. */
export interface Reader {
	/** The newest line stays in sight. */
	readonly following: boolean;
	/** The line that keys act on. */
	readonly current: Entry | undefined;
	/** The lines as they are now; in place or as another list. */
	take(entries: readonly Entry[]): void;
	resize(height: number): void;
	/** Rows that lines take are others now. */
	reflow(): void;
	/** To move away from the end ends the following; to move to the end begins it again. */
	move(move: Move): void;
	/** Stays at that place, or where the line nearest before it is; wherever lines come. */
	stand(place: Timed): void;
	/** Stays where it is; at the first line of what comes, when there is none yet. */
	hold(): void;
	follow(): void;
	/** From the top of the screen: which lines, and which of their rows from which on. */
	seen(): readonly {readonly entry: Entry; readonly skip: number; readonly isCurrent: boolean}[];
}

const FORWARD: ReadonlySet<Move> = new Set(['down', 'half-down', 'page-down', 'last']);

/** @param rowsOf the rows that a line takes: 1 and more */
export function createReader(rowsOf: (entry: Entry) => number): Reader {
	let entries: readonly Entry[] = [];
	let scroll: Scroll = START;
	let height = 1;
	let following = true;
	/** Where one stands when one does not follow, and on which row of the screen that is. */
	let anchor: Timed | undefined;
	let row = 0;

	const extent: Extent = {
		get length() {
			return entries.length;
		},
		get height() {
			return height;
		},
		rowsOf(index) {
			const entry = entries[index];
			return entry === undefined ? 1 : rowsOf(entry);
		},
	};
	const settle = (): void => {
		if (following || entries.length === 0) scroll = placed({...scroll, skip: 0}, entries.length - 1, extent);
		else scroll = heldAt(anchor === undefined ? 0 : indexNear(entries, anchor), Math.min(row, height - 1), extent);
	};
	const standHere = (): void => {
		anchor = entries[scroll.cursor];
		row = rowOfCursor(scroll, extent);
	};

	return {
		get following() {
			return following;
		},
		get current() {
			return entries[scroll.cursor];
		},
		take(next) {
			entries = next;
			settle();
		},
		resize(next) {
			if (Math.max(next, 1) === height) return;
			height = Math.max(next, 1);
			settle();
		},
		reflow: settle,
		move(move) {
			scroll = moveScroll(scroll, move, extent);
			following = FORWARD.has(move) && scroll.cursor >= entries.length - 1;
			standHere();
		},
		stand(place) {
			following = false;
			anchor = place;
			row = rowOfCursor(scroll, extent);
			if (indexNear(entries, place) !== scroll.cursor) row = height >> 1;
			settle();
		},
		hold() {
			following = false;
			standHere();
		},
		follow() {
			following = true;
			settle();
		},
		seen() {
			const rows: {entry: Entry; skip: number; isCurrent: boolean}[] = [];
			let room = height;
			for (let index = scroll.top; index < entries.length && room > 0; index++) {
				const entry = entries[index];
				if (entry === undefined) break;
				const skip = index === scroll.top ? scroll.skip : 0;
				rows.push({entry, skip, isCurrent: index === scroll.cursor});
				room -= rowsOf(entry) - skip;
			}
			return rows;
		},
	};
}
