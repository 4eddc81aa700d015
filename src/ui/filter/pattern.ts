import {regexCost} from './regex-cost.ts';

/** Something to search with, and how much of a text it may be given. */
export interface Pattern {
	/** Ignores case, and is global so that every match can be found: set `lastIndex` before use. */
	readonly regex: RegExp;
	/** In UTF-16 units. */
	readonly textMax: number;
	/** Why the pattern was not understood as a regular expression. */
	readonly problem?: string;
}

/** A row's text never is longer: ten columns of about a hundred characters. */
export const TEXT_MAX = 1024;

/** Steps of the matcher for one row, at worst: some 50 ms, and only for a text made to be slow. */
const STEPS_MAX = 10_000_000;

/** A pattern that may see less of a row than this would miss what is on the screen. */
const TEXT_MIN = 160;

/**
 * A regular expression that ignores case. One that is invalid, or that could take for ever, is searched for letter by letter
 * instead, and says so. The text must not be empty. `longest`: what it shall be given at most, in UTF-16 units.
 */
export function parsePattern(text: string, longest = TEXT_MAX): Pattern {
	const invalid = invalidity(text);
	if (invalid !== undefined) return literalPattern(text, invalid, longest);
	const cost = regexCost(text);
	const degree = (cost?.unbounded ?? 0) + 1;
	const textMax = cost === undefined ? 0 : Math.floor(((STEPS_MAX * factorial(degree)) / cost.paths) ** (1 / degree));
	if (textMax < TEXT_MIN) return literalPattern(text, 'as a regex it could take too long', longest);
	return {regex: new RegExp(text, 'gi'), textMax: Math.min(textMax, longest)};
}

function invalidity(text: string): string | undefined {
	try {
		void new RegExp(text, 'gi');
		return undefined;
	} catch (error) {
		// V8's words: `Invalid regular expression: /(/gi: Unterminated group`.
		const reason = error instanceof Error ? error.message.split(': ').at(-1) : undefined;
		return (reason ?? 'no valid regex').toLowerCase();
	}
}

/** A text searched letter by letter, and why. */
export function literalPattern(text: string, because: string, textMax: number): Pattern {
	const escaped = text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
	return {regex: new RegExp(escaped, 'gi'), textMax, problem: `searched literally: ${because}`};
}

function factorial(n: number): number {
	return n <= 1 ? 1 : n * factorial(n - 1);
}
