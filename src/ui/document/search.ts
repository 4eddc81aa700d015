import {type Filter, matchRanges, NO_FILTER, type Range} from '../filter/filter.ts';
import {parsePattern} from '../filter/pattern.ts';
import type {Document} from './document.ts';

/** What was typed after `/` on a document: a regex that ignores case. Nothing is hidden by it, what it finds is marked. */
export interface Search {
	readonly text: string;
	/** Why it was not understood as a regular expression. */
	readonly problem: string | undefined;
	rangesIn(text: string): readonly Range[];
}

export const NO_SEARCH: Search = {text: '', problem: undefined, rangesIn: () => []};

/** Prompts end there too. */
const SEARCH_CHARS_MAX = 500;

/** Values in one line may be long; what is no longer than this is searched whole. */
const LINE_CHARS_MAX = 16_384;

export function parseSearch(typed: string): Search {
	const text = typed.slice(0, SEARCH_CHARS_MAX);
	if (text === '') return NO_SEARCH;
	const pattern = parsePattern(text, LINE_CHARS_MAX);
	const filter: Filter = {...NO_FILTER, mode: 'pattern', text, inverse: false, pattern};
	return {text, problem: pattern.problem, rangesIn: line => matchRanges(filter, line)};
}

/**
 * The numbers of the lines in which something was found. What is folded away is where nobody looks: it counts only when nothing
 * was found elsewhere.
 */
export function foundLines(document: Document, shown: readonly number[], search: Search): readonly number[] {
	if (search.text === '') return [];
	const isFound = (line: number): boolean => search.rangesIn(document.textAt(line)).length > 0;
	const found = shown.filter(isFound);
	if (found.length > 0 || shown.length === document.length) return found;
	return Array.from({length: document.length}, (_, line) => line).filter(isFound);
}

/** The next place from a line on, over the end to the beginning; undefined when there is none. */
export function nextFound(found: readonly number[], line: number, step: 1 | -1): number | undefined {
	if (step === 1) return found.find(at => at > line) ?? found[0];
	return found.findLast(at => at < line) ?? found.at(-1);
}
