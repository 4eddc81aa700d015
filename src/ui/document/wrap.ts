import {cellsOf} from '../../terminal/character.ts';
import type {Line, Span} from '../../terminal/line.ts';

/** A row of a wrapped line: from and up to (not including), in UTF-16 units of its text. */
export type RowRange = readonly [start: number, end: number];

/** Of one line; what is longer is no text that a person reads on a screen. */
const ROWS_MAX = 500;

/**
 * Where a line breaks that is shown in rows of `cells` columns: after blanks where that fills half of a row, else inside a word.
 * Rows after the first are `hang` cells shorter. The text is harmless already. At least one row.
 */
export function rowRanges(text: string, cells: number, hang: number): readonly RowRange[] {
	const rows: RowRange[] = [];
	let start = 0;
	while (rows.length < ROWS_MAX) {
		const room = Math.max(rows.length === 0 ? cells : cells - hang, 1);
		const end = endOfRow(text, start, room);
		rows.push([start, Math.max(start + text.slice(start, end).trimEnd().length, start)]);
		start = end;
		// Blanks at the break are nobody's.
		while (text[start] === ' ') start += 1;
		if (start >= text.length) break;
	}
	return rows;
}

/** The part of a line between two units of its text. */
export function sliceLine(line: Line, [start, end]: RowRange): Line {
	const spans: Span[] = [];
	let at = 0;
	for (const span of line) {
		const from = Math.max(start - at, 0);
		const to = Math.min(end - at, span.text.length);
		if (from < to)
			spans.push(from === 0 && to === span.text.length ? span : {...span, text: span.text.slice(from, to)});
		at += span.text.length;
		if (at >= end) break;
	}
	return spans;
}

function endOfRow(text: string, start: number, room: number): number {
	let [used, at, afterBlank] = [0, start, start];
	while (at < text.length) {
		const codePoint = text.codePointAt(at) ?? 0;
		used += cellsOf(codePoint);
		// A blank may hang over the edge, where nobody sees it. A row is not left half empty for a word that is too long.
		if (used > room && codePoint !== BLANK)
			return afterBlank - start > room / 2 ? afterBlank : Math.max(at, start + 1);
		at += codePoint > 0xffff ? 2 : 1;
		if (codePoint === BLANK && text[at] !== ' ') afterBlank = at;
	}
	return text.length;
}

const BLANK = 0x20;
