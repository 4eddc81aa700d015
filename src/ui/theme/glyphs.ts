import type {Mark} from '../../model/row.ts';

/**
 * The signs that the screens draw, by their meaning. All are one cell wide, and the terminal layer has a stand-in for each
 * (`terminal/ascii.ts`), so nothing here asks what the terminal can show.
 */
export interface Glyphs {
	readonly marks: Readonly<Record<Mark, string>>;
	/** Of a healthy thing where a blank would say nothing. Tables leave it blank. */
	readonly healthy: string;
	readonly connection: Readonly<Record<'live' | 'partial' | 'waiting' | 'refused', string>>;
	/** Left of the row under the cursor. */
	readonly cursor: string;
	/** Left of a row that was marked with space. */
	readonly marked: string;
	/** There is nothing to say. */
	readonly nothing: string;
	readonly separator: string;
	readonly ellipsis: string;
	/** Between the steps of the breadcrumb. */
	readonly step: string;
	readonly ascending: string;
	readonly descending: string;
	/** What the title of a pane stands on. */
	readonly rule: string;
	/** How much of a whole: what is taken, the rest of it, and what is beyond the whole. */
	readonly bar: {readonly taken: string; readonly rest: string; readonly over: string};
	/** Heights of a histogram, the lowest for nothing. */
	readonly heights: readonly string[];
}

export const GLYPHS: Glyphs = {
	marks: {doomed: '✖', struggling: '!', progressing: '…', healthy: ' ', unknown: '?'},
	healthy: '✔',
	connection: {live: '●', partial: '◐', waiting: '○', refused: '✖'},
	cursor: '▸',
	marked: '*',
	nothing: '–',
	separator: '·',
	ellipsis: '…',
	step: '›',
	ascending: '▲',
	descending: '▼',
	rule: '─',
	bar: {taken: '█', rest: '░', over: '▶'},
	heights: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
};
