import {cellsOf} from './character.ts';
import {UNITS_PER_CELL_MAX, sanitize} from './sanitize.ts';

const ASCII = /^[\x20-\x7E]*$/;

/** Columns that the text takes when it is shown, that is after `sanitize`. */
export function width(text: string): number {
	if (ASCII.test(text)) return text.length;
	let cells = 0;
	for (const character of sanitize(text)) cells += cellsOf(character.codePointAt(0) ?? 0);
	return cells;
}

/**
 * The text made harmless and cut to at most `cells` columns; a cut shows as `…` in the last one. A wide character that
 * would stick out is left off, so the result may be one column short. Bounded work however long the text is.
 */
export function cut(text: string, cells: number): string {
	if (cells <= 0) return '';
	const lookedAt = text.length > cells * UNITS_PER_CELL_MAX ? text.slice(0, cells * UNITS_PER_CELL_MAX) : text;
	const shown = sanitize(lookedAt);
	if (ASCII.test(shown)) {
		return shown.length <= cells && lookedAt === text ? shown : `${shown.slice(0, cells - 1)}…`;
	}
	let used = 0;
	let units = 0;
	let unitsBeforeEllipsis = 0;
	for (const character of shown) {
		used += cellsOf(character.codePointAt(0) ?? 0);
		if (used > cells) return `${shown.slice(0, unitsBeforeEllipsis)}…`;
		units += character.length;
		if (used < cells) unitsBeforeEllipsis = units;
	}
	return lookedAt === text ? shown : `${shown.slice(0, unitsBeforeEllipsis)}…`;
}

/** The text made harmless and cut, then filled with blanks to exactly `cells` columns; `end` aligns it to the right. */
export function pad(text: string, cells: number, align: 'start' | 'end' = 'start'): string {
	const shown = cut(text, cells);
	const blanks = ' '.repeat(Math.max(0, cells - width(shown)));
	return align === 'start' ? shown + blanks : blanks + shown;
}
