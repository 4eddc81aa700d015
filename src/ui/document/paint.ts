import type {Line, Span, Style} from '../../terminal/line.ts';
import {cut, width as cellsOf} from '../../terminal/width.ts';
import type {Range} from '../filter/filter.ts';
import {stale, type Theme} from '../theme/theme.ts';

/** How a row of a document is drawn besides what it says. */
export interface RowLook {
	/** It is the first row that is seen of the line under the cursor. */
	readonly isCurrent: boolean;
	/** What it says is old. */
	readonly isStale: boolean;
	/** Blanks before it. */
	readonly indent: number;
	/** Behind its end, when there is room: what is folded below it. */
	readonly aside: string;
}

/** Left of each row: the cursor. */
export const GUTTER_CELLS = 1;

/** A row of at most `width` cells; what does not fit shows as `…`. */
export function paintRow(line: Line, {isCurrent, isStale, indent, aside}: RowLook, width: number, theme: Theme): Line {
	const {glyphs, tones} = theme;
	const pointer = isCurrent ? glyphs.cursor : ' ';
	const row: Line = [
		{text: `${pointer}${' '.repeat(indent)}`, style: isCurrent ? theme.title : undefined},
		...line,
		...(aside === '' ? [] : [{text: ` ${aside}`, style: tones.muted}]),
	];
	const fitting = cutLine(row, width);
	return isStale ? fitting.map(span => ({...span, style: stale(span.style)})) : fitting;
}

/** A line with what a search found in its text. */
export function marked(line: Line, ranges: readonly Range[], {match}: Theme): Line {
	if (ranges.length === 0) return line;
	const spans: Span[] = [];
	let at = 0;
	for (const {text, style} of line) {
		let done = 0;
		for (const [start, end] of ranges) {
			const [from, to] = [Math.max(start - at, done), Math.min(end - at, text.length)];
			if (from >= to) continue;
			if (from > done) spans.push({text: text.slice(done, from), style});
			spans.push({text: text.slice(from, to), style: withFlags(style, match.flags ?? 0)});
			done = to;
		}
		if (done < text.length) spans.push({text: text.slice(done), style});
		at += text.length;
	}
	return spans;
}

function withFlags(style: Style | undefined, flags: number): Style {
	return {...style, flags: (style?.flags ?? 0) | flags};
}

function cutLine(line: Line, width: number): Line {
	const kept: Span[] = [];
	let room = width;
	for (const [index, span] of line.entries()) {
		const size = cellsOf(span.text);
		if (size > room || (size === room && hasText(line, index + 1)))
			return [...kept, {...span, text: cut(`${span.text}  `, room)}];
		kept.push(span);
		room -= size;
	}
	return kept;
}

function hasText(line: Line, from: number): boolean {
	return line.slice(from).some(({text}) => text !== '');
}
