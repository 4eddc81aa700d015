import type {Line} from './line.ts';
import {blankCells, writeText} from './row.ts';
import type {Row} from './row.ts';
import type {Glyphs} from './glyphs.ts';
import {UNITS_PER_CELL_MAX, sanitize} from './sanitize.ts';
import {packStyle} from './style-bits.ts';
import type {Colors} from './style-bits.ts';

/** Lays a line over the columns from `start` up to `end`: cut to them, and filled up with plain blanks. */
export function writeLine(row: Row, start: number, end: number, line: Line, colors: Colors, glyphs: Glyphs): void {
	let x = start;
	for (const {text, style} of line) {
		if (x >= end) return;
		const lookedAt = text.slice(0, (end - x) * UNITS_PER_CELL_MAX);
		x = writeText(row, x, end, sanitize(lookedAt), packStyle(style, colors), glyphs);
	}
	blankCells(row, x, end);
}
