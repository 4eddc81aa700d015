import type {Labels, Selector} from '../../model/row.ts';
import {selects} from '../../model/selector.ts';
import {fuzzyPositions} from './fuzzy.ts';
import {parseLabels} from './labels.ts';
import {parsePattern, TEXT_MAX, type Pattern} from './pattern.ts';

/** What was typed after `/`, understood. */
export type Filter = {readonly text: string; readonly problem?: string} & (
	| {readonly mode: 'everything'}
	| {readonly mode: 'pattern'; readonly inverse: boolean; readonly pattern: Pattern}
	| {readonly mode: 'fuzzy'; readonly letters: string}
	| {readonly mode: 'labels'; readonly selector: Selector}
);

/** From and up to (not including), in UTF-16 units of the text that was searched. */
export type Range = readonly [start: number, end: number];

/** Nobody types more, and prompts end there too. */
const FILTER_MAX = 500;

/** More in one cell is a pattern that matches everywhere: nothing stands out then. */
const RANGES_MAX = 32;

export const NO_FILTER: Filter = {mode: 'everything', text: ''};

/** k9s's grammar, without the `/`: `x` a regex ignoring case, `!x` what does not match it, `-f x` fuzzy, `-l k=v,k2!=v` labels. */
export function parseFilter(typed: string): Filter {
	const text = typed.trim().slice(0, FILTER_MAX);
	const [, option, rest = ''] = /^-([fl])(?:\s+|$)(.*)$/s.exec(text) ?? [];
	if (option === 'f')
		return rest === '' ? {mode: 'everything', text} : {mode: 'fuzzy', text, letters: lettersOf(rest)};
	if (option === 'l') return {mode: 'labels', text, ...parseLabels(rest)};
	const inverse = text.startsWith('!');
	const source = inverse ? text.slice(1) : text;
	if (source === '') return {mode: 'everything', text};
	const pattern = parsePattern(source);
	const filter = {mode: 'pattern', text, inverse, pattern} as const;
	return pattern.problem === undefined ? filter : {...filter, problem: pattern.problem};
}

/** Whether a row is shown; of its text the first kilobyte counts. */
export function matches(filter: Filter, text: string, labels: Labels): boolean {
	switch (filter.mode) {
		case 'everything':
			return true;
		case 'pattern': {
			const {regex, textMax} = filter.pattern;
			regex.lastIndex = 0;
			return regex.test(text.slice(0, textMax)) !== filter.inverse;
		}
		case 'fuzzy':
			return fuzzyPositions(filter.letters, text.slice(0, TEXT_MAX)) !== undefined;
		case 'labels':
			return selects(filter.selector, labels);
	}
}

/** What of a text made it match, in order and without overlaps; nothing for an inverse or a label filter. */
export function matchRanges(filter: Filter, text: string): readonly Range[] {
	if (filter.mode === 'fuzzy') return joined(fuzzyPositions(filter.letters, text.slice(0, TEXT_MAX)) ?? []);
	if (filter.mode !== 'pattern' || filter.inverse) return [];
	const {regex, textMax} = filter.pattern;
	const ranges: Range[] = [];
	const searched = text.slice(0, textMax);
	// An empty match (`x*`) shows nothing, and exec would stay there for ever: matchAll steps over it.
	for (const {index, 0: found} of searched.matchAll(regex)) {
		if (found !== '') ranges.push([index, index + found.length]);
		if (ranges.length >= RANGES_MAX) break;
	}
	return ranges;
}

/** Blanks in a fuzzy filter only separate. */
function lettersOf(text: string): string {
	return text.replaceAll(/\s+/g, '').toLowerCase();
}

function joined(positions: readonly number[]): readonly Range[] {
	const ranges: Range[] = [];
	for (const position of positions) {
		const last = ranges.at(-1);
		if (last?.[1] === position) ranges[ranges.length - 1] = [last[0], position + 1];
		else if (ranges.length < RANGES_MAX) ranges.push([position, position + 1]);
	}
	return ranges;
}
