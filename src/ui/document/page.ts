import type {Size} from '../contract.ts';
import type {Move} from '../table/state.ts';
import {type Document, EMPTY_DOCUMENT, findKey} from './document.ts';
import {type Folds, isClosed, NO_FOLDS, opened, shownLines, toggled} from './folds.ts';
import {type Extent, heldAt, moveScroll, placed, rowOfCursor, type Scroll, settled, START} from './scroll.ts';
import {type RowRange, rowRanges} from './wrap.ts';

/** A document as it lies before the reader: what is folded away, where long lines break, how far one has read. */
export interface Page {
	readonly document: Document;
	/** The numbers of the lines that are not folded away. */
	readonly shown: readonly number[];
	/** The number of the line under the cursor. */
	readonly line: number;
	/** `1-36 of 143`; empty when all of it is on the screen. */
	readonly position: string;
	/** Another version of the text: cursor and screen stay with what they were at. */
	take(next: Document): void;
	/** The screen has so many columns for the text, and rows. */
	resize(size: Size): void;
	move(move: Move): void;
	/** Puts the cursor on a line, wherever it is folded away. */
	goTo(line: number): void;
	/** Opens or closes what stands below the line under the cursor; false when nothing does. */
	fold(): boolean;
	toggleWrap(): void;
	/** What is on the screen, from the top. */
	rows(): readonly PageRow[];
}

export interface PageRow {
	readonly line: number;
	/** The part of the line that is in this row. */
	readonly range: RowRange;
	/** Cells that it is indented by. */
	readonly indent: number;
	/** The first row that is seen of the line under the cursor. */
	readonly isCurrent: boolean;
	/** Lines that are folded away behind its end. */
	readonly folded: number;
}

export function createPage(wrapsAtFirst: boolean): Page {
	let document: Document = EMPTY_DOCUMENT;
	let folds: Folds = NO_FOLDS;
	let shown: readonly number[] = [];
	let scroll: Scroll = START;
	let wraps = wrapsAtFirst;
	let size: Size = {width: 80, height: 24};
	let breaks = new Map<number, readonly RowRange[]>();

	const lineAt = (index: number): number => shown[index] ?? 0;
	const breaksOf = (line: number): readonly RowRange[] => {
		const known = breaks.get(line);
		if (known !== undefined) return known;
		const text = document.textAt(line);
		const made = wraps
			? rowRanges(text, Math.max(size.width, 1), document.hangAt(line, size.width))
			: [[0, text.length] as const];
		breaks.set(line, made);
		return made;
	};
	const extent: Extent = {
		get length() {
			return shown.length;
		},
		get height() {
			return Math.max(size.height, 1);
		},
		rowsOf: index => breaksOf(lineAt(index)).length,
	};
	const refold = (next: Folds): void => {
		const [cursor, top] = [lineAt(scroll.cursor), lineAt(scroll.top)];
		folds = next;
		shown = shownLines(document, folds);
		scroll = settled({...scroll, cursor: indexNear(shown, cursor), top: indexNear(shown, top)}, extent);
	};
	const foldedBelow = (line: number): number =>
		isClosed(document, line, folds) ? document.endAt(line) - line - 1 : 0;
	const rows = (): readonly PageRow[] => {
		const seen: PageRow[] = [];
		for (let index = scroll.top; index < shown.length && seen.length < size.height; index++) {
			const line = lineAt(index);
			const ranges = breaksOf(line).slice(index === scroll.top ? scroll.skip : 0);
			for (const [number, range] of ranges.slice(0, size.height - seen.length).entries()) {
				seen.push({
					line,
					range,
					indent: range[0] === 0 ? 0 : document.hangAt(line, size.width),
					isCurrent: index === scroll.cursor && number === 0,
					folded: number === ranges.length - 1 ? foldedBelow(line) : 0,
				});
			}
		}
		return seen;
	};

	return {
		get document() {
			return document;
		},
		get shown() {
			return shown;
		},
		get line() {
			return lineAt(scroll.cursor);
		},
		get position() {
			const seen = rows();
			const isWhole = scroll.top === 0 && scroll.skip === 0 && seen.at(-1)?.line === shown.at(-1);
			if (shown.length === 0 || isWhole) return '';
			return `${scroll.top + 1}-${scroll.top + new Set(seen.map(({line}) => line)).size} of ${shown.length}`;
		},
		take(next) {
			if (next === document) return;
			const before = document;
			const isEmpty = shown.length === 0;
			const cursor = lineAt(scroll.cursor);
			const row = isEmpty ? 0 : rowOfCursor(scroll, extent);
			document = next;
			breaks = new Map();
			shown = shownLines(document, folds);
			// While there is nothing to show, the place is kept for what comes.
			if (next.length === 0) return;
			// At the beginning one stays at the beginning, whatever comes in there.
			const isHeld = scroll.top > 0 && !isEmpty;
			const index =
				scroll.cursor === 0 || isEmpty ? scroll.cursor : indexNear(shown, followed(before, next, cursor));
			scroll = isHeld ? heldAt(index, row, extent) : placed(scroll, index, extent);
		},
		resize(next) {
			const isOther = next.width !== size.width || next.height !== size.height;
			if (next.width !== size.width) breaks = new Map();
			size = next;
			if (isOther && shown.length > 0) scroll = placed(scroll, scroll.cursor, extent);
		},
		move(move) {
			scroll = moveScroll(scroll, move, extent);
		},
		goTo(line) {
			const next = opened(document, line, folds);
			if (next !== folds) refold(next);
			scroll = placed(scroll, indexNear(shown, line), extent);
		},
		fold() {
			const next = toggled(document, lineAt(scroll.cursor), folds);
			if (next !== undefined) refold(next);
			return next !== undefined;
		},
		toggleWrap() {
			wraps = !wraps;
			breaks = new Map();
			scroll = placed({...scroll, skip: 0}, scroll.cursor, extent);
		},
		rows,
	};
}

/** Where a line has gone in the next version of a document; where it was, when it is gone. */
function followed(before: Document, next: Document, line: number): number {
	const found = findKey(next, before.keyAt(line), line);
	return found < 0 ? line : found;
}

/** The shown line with that number, or the last before it: what it is folded into. */
function indexNear(shown: readonly number[], line: number): number {
	let [low, high] = [0, shown.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((shown[middle] ?? 0) <= line) low = middle;
		else high = middle - 1;
	}
	return low;
}
