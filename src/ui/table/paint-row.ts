import type {Line, Span, Style} from '../../terminal/line.ts';
import {cut, width as cellsOf} from '../../terminal/width.ts';
import {matchRanges, type Filter} from '../filter/filter.ts';
import {stale, type Theme} from '../theme/theme.ts';
import type {Cells} from './cells.ts';
import type {Layout} from './columns.ts';

/** How a row is drawn besides what it says. */
export interface RowLook {
	/** `band` is the cursor of the pane that has the focus, `sign` that of another. */
	readonly cursor: 'none' | 'sign' | 'band';
	readonly marked: boolean;
	/** The data is old. */
	readonly stale: boolean;
	readonly filter: Filter;
}

/** A column as it is painted: where its text is in the cells of a row. */
export interface PaintedColumn {
	readonly id: string;
	/** Its title, with the arrow when it is sorted by. */
	readonly heading: string;
	/** In place of the heading where that does not fit. */
	readonly titleShort?: string;
	readonly align?: 'right';
	readonly index: number;
	readonly shorten?: (text: string) => string;
}

/**
 * The band of the cursor is one style and covers the columns that end within so many cells: a move changes two rows, and
 * with their colours they must stay below 450 bytes on the wire.
 */
const BAND_CELLS_MAX = 176;

/** A row as styled text; it ends with its last column. */
export function paintRow(cells: Cells, look: RowLook, layout: Layout<PaintedColumn>, theme: Theme): Line {
	const line = createLine(look.stale);
	const band = look.cursor === 'band' ? theme.selected[cells.mark] : undefined;
	paintGutter(line, cells, look, layout.gutter, theme, band);
	for (const [number, {column, x, width}] of layout.placed.entries()) {
		const banded = band !== undefined && (number === 0 || x + width <= BAND_CELLS_MAX);
		const base = banded ? band : undefined;
		const text = fit(cells.texts[column.index] ?? '', width, column);
		const blanks = blank(width - cellsOf(text));
		line.add(blank(x - line.cells()), base);
		if (column.align === 'right') line.add(blanks, base);
		const tone = cells.tones[column.index];
		if (banded) line.add(text, band);
		else addHighlighted(line, text, tone === undefined ? undefined : theme.tones[tone], look.filter, theme);
		// A band reaches to its end; blanks at the end of other rows are nothing.
		if (column.align !== 'right' && (banded || number < layout.placed.length - 1)) line.add(blanks, base);
	}
	return line.spans;
}

/** The column titles, right-aligned as what is below them. */
export function paintTitles(layout: Layout<PaintedColumn>, theme: Theme): Line {
	const line = createLine(false);
	for (const {column, x, width} of layout.placed) {
		const isShort = column.titleShort !== undefined && cellsOf(column.heading) > width;
		const text = cut(isShort ? column.titleShort : column.heading, width);
		const indent = column.align === 'right' ? width - cellsOf(text) : 0;
		line.add(blank(x + indent - line.cells()), theme.title);
		line.add(text, theme.title);
	}
	return line.spans;
}

/** Parts of a text may be counted wider than the whole, when a mark stands apart from its letter: then there is no room left. */
function blank(cells: number): string {
	return ' '.repeat(Math.max(cells, 0));
}

interface LineBuilder {
	readonly spans: Span[];
	cells(): number;
	add(text: string, style: Style | undefined): void;
}

/** Joins neighbours of one style. */
function createLine(isStale: boolean): LineBuilder {
	const spans: Span[] = [];
	let last: Style | undefined;
	let cells = 0;
	return {
		spans,
		cells: () => cells,
		add(text, style) {
			if (text === '') return;
			cells += cellsOf(text);
			const before = spans.at(-1);
			if (before !== undefined && last === style) spans[spans.length - 1] = {...before, text: before.text + text};
			else spans.push({text, style: isStale ? stale(style) : style});
			last = style;
		},
	};
}

function paintGutter(
	line: LineBuilder,
	{mark}: Cells,
	{cursor, marked}: RowLook,
	cells: number,
	{glyphs, marks}: Theme,
	band: Style | undefined,
): void {
	const state = glyphs.marks[mark];
	const stateStyle = band ?? marks[mark];
	if (cells <= 1) {
		line.add((cursor !== 'none' && state === ' ' ? glyphs.cursor : state).slice(0, cells), stateStyle);
		return;
	}
	line.add(marked ? glyphs.marked : ' ', band);
	line.add(state, stateStyle);
	line.add(cursor === 'none' ? ' ' : glyphs.cursor, band);
}

/** A pod's own part of its name is five characters and a dash. */
const NAME_END_CELLS = 6;

/** Whole, else in the column's own short form, else cut. Names end in what tells them apart (`api-7f9c5d-x2xkq`): they are cut before that. */
function fit(text: string, cells: number, {id, shorten}: PaintedColumn): string {
	if (shorten !== undefined && cellsOf(text) > cells) return cut(shorten(text), cells);
	const isName = id === 'name' && cells >= NAME_END_CELLS * 2 && text.length > cells && /^[ -~]*$/.test(text);
	return isName ? cut(text, cells - NAME_END_CELLS) + text.slice(-NAME_END_CELLS) : cut(text, cells);
}

function addHighlighted(line: LineBuilder, text: string, style: Style | undefined, filter: Filter, theme: Theme): void {
	const found = {...style, flags: (style?.flags ?? 0) | (theme.match.flags ?? 0)};
	let at = 0;
	for (const [start, end] of matchRanges(filter, text)) {
		line.add(text.slice(at, start), style);
		line.add(text.slice(start, end), found);
		at = end;
	}
	line.add(text.slice(at), style);
}
