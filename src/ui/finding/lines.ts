import type {Line, Style} from '../../terminal/line.ts';
import {width as cellsOf} from '../../terminal/width.ts';
import {wrap} from '../../terminal/wrap.ts';
import type {Theme} from '../theme/theme.ts';

/** Cells of the words on the left: `because  `. */
const LABEL_CELLS = 9;

/** Below this width each cell is needed for what is said. */
const LABELLED_CELLS_MIN = 46;

/** Beyond this column nothing is aligned to the right: the eye would lose the line on its way. */
const RIGHT_EDGE_MAX = 117;

/** `because  5 pods × 25 = 125 connections`: lines below the first are indented. What is in `aside` follows where there is room. */
export function labelled(
	label: string,
	text: string,
	aside: string,
	{width, linesMax, theme}: {readonly width: number; readonly linesMax: number; readonly theme: Theme},
): readonly Line[] {
	const indent = width >= LABELLED_CELLS_MIN ? LABEL_CELLS : 0;
	const muted = theme.tones.muted;
	const texts = wrap(text, width - indent, linesMax);
	const lines = texts.map((piece, row): Line => [
		{text: (row === 0 ? label : '').padEnd(indent).slice(0, indent), style: muted},
		{text: piece},
	]);
	const last = texts.at(-1) ?? '';
	const behind = `  ${aside}`;
	if (aside === '') return lines;
	if (indent + cellsOf(last) + cellsOf(behind) <= width)
		return [...lines.slice(0, -1), [...(lines.at(-1) ?? []), {text: behind, style: muted}]];
	if (texts.length >= linesMax) return lines;
	const [more = ''] = wrap(aside, width - indent, 1);
	return [...lines, [{text: ' '.repeat(indent)}, {text: more, style: muted}]];
}

/** A headline, and what is in `aside` at the right end of its line; else on a line of its own. */
export function headline(
	text: string,
	aside: string,
	{
		width,
		linesMax,
		theme,
		style,
	}: {
		readonly width: number;
		readonly linesMax: number;
		readonly theme: Theme;
		readonly style: Style | undefined;
	},
): readonly Line[] {
	const muted = theme.tones.muted;
	const texts = wrap(text, width, linesMax);
	const lines = texts.map((piece): Line => [{text: piece, style}]);
	if (aside === '') return lines;
	const edge = Math.min(width, RIGHT_EDGE_MAX);
	const gap = edge - cellsOf(texts[0] ?? '') - cellsOf(aside);
	if (texts.length === 1 && gap >= 3)
		return [[...(lines[0] ?? []), {text: ' '.repeat(gap)}, {text: aside, style: muted}]];
	const [below = ''] = wrap(aside, width, 1);
	return [...lines, [{text: below, style: muted}]];
}
