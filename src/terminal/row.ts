import {BLANK, CONTINUATION, WIDE} from './glyphs.ts';
import type {Glyphs} from './glyphs.ts';
import {PLAIN, styleOfBlank} from './style-bits.ts';

/** A row of cells: for each column a glyph (`glyphs.ts`) and a packed style (`style-bits.ts`). */
export interface Row {
	readonly glyphs: Int32Array;
	readonly styles: Int32Array;
}

/** A blank row. */
export function createRow(columns: number): Row {
	return {glyphs: new Int32Array(columns).fill(BLANK), styles: new Int32Array(columns)};
}

/** Makes the columns from `start` up to `end` blank and plain. */
export function blankCells(row: Row, start: number, end: number): void {
	row.glyphs.fill(BLANK, start, end);
	row.styles.fill(PLAIN, start, end);
}

/** Copies the columns from `start` up to `end` out of another row of the same length. */
export function copyCells(from: Row, to: Row, start: number, end: number): void {
	to.glyphs.set(from.glyphs.subarray(start, end), start);
	to.styles.set(from.styles.subarray(start, end), start);
}

/**
 * Writes text that `sanitize` let through into the columns from `start`, up to `end`, and returns the column after it.
 * A wide character that does not fit becomes a blank; a mark without a character before it in this text is left out.
 */
export function writeText(row: Row, start: number, end: number, text: string, style: number, glyphs: Glyphs): number {
	const blankStyle = styleOfBlank(style);
	let x = start;
	for (let index = 0; index < text.length; index++) {
		const codePoint = text.codePointAt(index) ?? BLANK;
		if (codePoint > 0xffff) index++;
		const glyph = glyphs.of(codePoint);
		if (glyph === undefined) {
			if (x > start) addMark(row, x - 1, codePoint, glyphs);
			continue;
		}
		if (x >= end) break;
		if ((glyph & WIDE) === 0) {
			row.glyphs[x] = glyph;
			row.styles[x] = glyph === BLANK ? blankStyle : style;
		} else if (x + 1 < end) {
			row.glyphs[x] = glyph;
			row.styles[x] = style;
			x++;
			row.glyphs[x] = CONTINUATION;
			row.styles[x] = style;
		} else {
			row.glyphs[x] = BLANK;
			row.styles[x] = blankStyle;
		}
		x++;
	}
	return x;
}

/** Blanks the halves of wide characters that lost their other half under something laid over them. */
export function mendHalves({glyphs, styles}: Row): void {
	for (let x = 0; x < glyphs.length; x++) {
		const glyph = glyphs[x] ?? BLANK;
		if ((glyph & WIDE) !== 0 && glyphs[x + 1] === CONTINUATION) {
			// The right half may be another character's: both halves look like the left one.
			styles[x + 1] = styles[x] ?? PLAIN;
			x++;
		} else if ((glyph & WIDE) !== 0 || glyph === CONTINUATION) {
			glyphs[x] = BLANK;
			styles[x] = styleOfBlank(styles[x] ?? PLAIN);
		}
	}
}

function addMark(row: Row, last: number, mark: number, glyphs: Glyphs): void {
	const x = row.glyphs[last] === CONTINUATION ? last - 1 : last;
	const glyph = row.glyphs[x];
	if (glyph !== undefined && glyph !== BLANK) row.glyphs[x] = glyphs.combined(glyph, mark);
}
