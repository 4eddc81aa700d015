import type {LogRecord} from '../../model/log.ts';
import {matchRanges, NO_FILTER, type Range} from '../filter/filter.ts';
import {literalPattern, parsePattern, type Pattern} from '../filter/pattern.ts';
import {type Condition, conditionOf, type FormatLookup, type Operator} from './condition.ts';

/** What was typed after `/` on a log, understood: conditions that all hold, and a pattern for the text. */
export interface LogFilter {
	readonly text: string;
	/** Why some of it was not understood as it was meant. */
	readonly problem: string | undefined;
	/** Nothing is hidden by it. */
	readonly isEmpty: boolean;
	/** Of the line that stands for itself. */
	meets(record: LogRecord): boolean;
	/** What the text is searched for. */
	readonly source: string;
	/** Undefined: every text will do. Matched by any line that belongs to it; `inverse`: by none. */
	readonly pattern: Pattern | undefined;
	readonly inverse: boolean;
	/** What is searched when it is a text without signs of a regular expression, in lower case: a longer one finds less. */
	readonly plain: string | undefined;
	/** The conditions, as they were typed: two filters with the same differ in their text alone. */
	readonly conditions: string;
	/** What of a text is to be marked. */
	rangesIn(text: string): readonly Range[];
}

export const NO_LOG_FILTER: LogFilter = {
	text: '',
	problem: undefined,
	isEmpty: true,
	meets: () => true,
	source: '',
	pattern: undefined,
	inverse: false,
	plain: undefined,
	conditions: '',
	rangesIn: () => [],
};

/** Nobody types more. */
const FILTER_MAX = 500;

/** Longer lines are searched as far as this; the contract cuts them there. */
const LINE_CHARS_MAX = 16_384;

/**
 * Conditions stand between blanks. A name begins with a letter, and no value has signs of a regular expression: what looks like a
 * condition and is none (`a>b`, `status=5\d\d`) stays a text.
 */
const TOKEN = /^([a-z][\w.@-]{0,60})(>=|<=|!=|≥|≤|=|>|<)([^\s\\|()[\]*^$]+)$/i;

/**
 * All of the text is one regular expression that ignores case, with a `!` before it what does not match it. Words like `level>=warn`,
 * `status=500`, `dur>1s` between blanks are taken out of it and hold besides.
 */
export function parseLogFilter(typed: string, formatOf: FormatLookup): LogFilter {
	const text = typed.trim().slice(0, FILTER_MAX);
	if (text === '') return NO_LOG_FILTER;
	const conditions: Condition[] = [];
	const tokens: string[] = [];
	const problems: string[] = [];
	const rest: string[] = [];
	for (const word of text.split(/(?<=\s)(?=\S)/)) {
		const condition = readToken(word.trim(), formatOf);
		if (condition === undefined) {
			rest.push(word);
			continue;
		}
		tokens.push(word.trim());
		if (typeof condition === 'string') problems.push(condition);
		else conditions.push(condition);
	}
	const ofText = filterOfText(rest.join('').trim());
	return {
		...ofText,
		text,
		problem: problems[0] ?? ofText.problem,
		isEmpty: false,
		conditions: tokens.join(' '),
		meets: record => conditions.every(condition => condition(record)),
	};
}

/** The same filter, its pattern searched letter by letter. */
export function literally(filter: LogFilter): LogFilter {
	const {source, inverse} = filter;
	const pattern = literalPattern(source, 'as a regex it takes too long on these lines', LINE_CHARS_MAX);
	return {...filter, ...searching(source, pattern, inverse), problem: pattern.problem};
}

/** Whether a line has the pattern in it. */
export function isMatch({regex, textMax}: Pattern, text: string): boolean {
	regex.lastIndex = 0;
	return regex.test(text.length > textMax ? text.slice(0, textMax) : text);
}

function readToken(word: string, formatOf: FormatLookup): Condition | string | undefined {
	const [, name, sign = '', value] = TOKEN.exec(word) ?? [];
	if (name === undefined || value === undefined) return undefined;
	const operator = sign.replace('≥', '>=').replace('≤', '<=') as Operator;
	return conditionOf(name, operator, value, formatOf);
}

type OfText = Pick<LogFilter, 'source' | 'problem' | 'pattern' | 'inverse' | 'plain' | 'rangesIn'>;

function filterOfText(text: string): OfText {
	const inverse = text.startsWith('!');
	const source = inverse ? text.slice(1).trim() : text;
	if (source === '') return NO_LOG_FILTER;
	const pattern = parsePattern(source, LINE_CHARS_MAX);
	const part = `searched in the first ${pattern.textMax} characters of a line`;
	const problem = pattern.problem ?? (pattern.textMax < WHOLE_CHARS_MIN ? part : undefined);
	return {...searching(source, pattern, inverse), problem};
}

/** What is searched less far into a line says so. */
const WHOLE_CHARS_MIN = 1000;

function searching(source: string, pattern: Pattern, inverse: boolean): Omit<OfText, 'problem'> {
	const shown = {...NO_FILTER, mode: 'pattern', inverse, pattern} as const;
	const isPlain = pattern.problem !== undefined || !/[\\^$.*+?()[\]{}|]/.test(source);
	return {
		source,
		pattern,
		inverse,
		plain: isPlain ? source.toLowerCase() : undefined,
		rangesIn: text => matchRanges(shown, text),
	};
}
