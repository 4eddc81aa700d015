import {BLANK, UNSURE, WIDE} from './glyphs.ts';
import type {Pen} from './pen.ts';
import {copyCells} from './row.ts';
import type {Row} from './row.ts';
import {PLAIN, styleOfBlank} from './style-bits.ts';

/** Writing up to this many cells again is not longer than the sequence that skips them. */
const GAP_MAX = 4;

/** Up to this many blanks at the end of a row are not longer than the sequence that erases it. */
const BLANKS_MAX = 3;

/** Draws what differs between the row that was sent and the one to show, then makes the sent one equal to it. */
export function drawDifference(y: number, sent: Row, next: Row, pen: Pen): void {
	const columns = next.glyphs.length;
	const textEnd = endOfText(next);
	// After a character whose width terminals dispute, its neighbour may have been drawn over.
	let disputed = -1;
	let x = 0;
	while (x < textEnd) {
		const glyph = next.glyphs[x] ?? BLANK;
		if (x === disputed || !isSame(sent, next, x)) {
			reach(x, y, next, pen);
			pen.draw(glyph, next.styles[x] ?? PLAIN);
			if ((glyph & UNSURE) !== 0) disputed = x + ((glyph & WIDE) === 0 ? 1 : 2);
		}
		x += (glyph & WIDE) === 0 ? 1 : 2;
	}
	while (x < columns && x !== disputed && isSame(sent, next, x)) x++;
	if (x < columns) drawBlanks(x, y, columns, pen);
	copyCells(next, sent, 0, columns);
}

/** The column after which all is blank and plain. */
function endOfText({glyphs, styles}: Row): number {
	let end = glyphs.length;
	while (end > 0 && glyphs[end - 1] === BLANK && styles[end - 1] === PLAIN) end--;
	return end;
}

function isSame(sent: Row, next: Row, x: number): boolean {
	return sent.glyphs[x] === next.glyphs[x] && sent.styles[x] === next.styles[x];
}

/** Goes to a cell: over a small gap of cells in the pen's style by writing them again, else by moving. */
function reach(x: number, y: number, next: Row, pen: Pen): void {
	if (pen.y === y && pen.x >= 0 && pen.x <= x && x - pen.x <= GAP_MAX && isPlainGap(pen.x, x, next, pen.style)) {
		for (let gap = pen.x; gap < x; gap++) pen.draw(next.glyphs[gap] ?? BLANK, next.styles[gap] ?? PLAIN);
	} else {
		pen.moveTo(x, y);
	}
}

function isPlainGap(start: number, end: number, {glyphs, styles}: Row, style: number): boolean {
	for (let x = start; x < end; x++) {
		const glyph = glyphs[x] ?? BLANK;
		const wanted = glyph === BLANK ? styleOfBlank(style) : style;
		if (styles[x] !== wanted || glyph < BLANK || glyph > 0x7e) return false;
	}
	return true;
}

function drawBlanks(x: number, y: number, columns: number, pen: Pen): void {
	pen.moveTo(x, y);
	if (columns - x > BLANKS_MAX) pen.eraseToEnd();
	else for (let blank = x; blank < columns; blank++) pen.draw(BLANK, PLAIN);
}
