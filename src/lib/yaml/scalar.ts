/**
 * A text as YAML writes it in one line: plain where every reader of YAML 1.1 and 1.2 takes it for the same text, else in double
 * quotes. What cannot be seen, or turns the reading direction, is written as an escape, so that a person sees that it is there.
 */
export function yamlText(text: string): string {
	return isPlain(text) ? text : quoted(text);
}

/** Whether a text may stand in a block (`|`) as it is: several lines, nothing but what can be seen. */
export function isBlock(text: string): boolean {
	return text.includes('\n') && !UNSEEN.test(text) && !ONLY_BREAKS.test(text);
}

/** Beyond, a text is quoted without a closer look: nobody reads it for its form. */
const PLAIN_CHARS_MAX = 1024;

function isPlain(text: string): boolean {
	return (
		text.length <= PLAIN_CHARS_MAX &&
		PLAIN.test(text) &&
		!AMBIGUOUS.test(text) &&
		!WORD.test(text) &&
		!UNSEEN.test(text) &&
		!isNumber(text)
	);
}

/** Begins with nothing that means something to YAML, and ends with neither blank nor colon. */
const PLAIN = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`=<~\uFEFF]|-(?=[^\s-])|--(?=[^\s-]))(?:[^\n]*[^\s:])?$/;

/** A comment, or a key, in the middle of a text; a time, which YAML 1.1 reads as one. */
const AMBIGUOUS = /:\s|\s#|^\d{4}-\d\d?-\d\d?/;

/** The words that YAML 1.1 or 1.2 reads as true, false or nothing. */
const WORD = /^(?:true|false|yes|no|on|off|y|n|null|[-+]?\.inf|\.nan)$/i;

/** Controls but the tab and the line feed, line ends that only some readers know, halves, and what has no width or direction. */
const UNSEEN =
	/[\p{Cs}\0-\x08\x0B-\x1F\x7F-\x9F\xAD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFFE\uFFFF]/u;

const ONLY_BREAKS = /^\s*$/;

/** All that could be a number in some version: decimal, hexadecimal, octal, binary, with underscores, and times of day (base 60). */
function isNumber(text: string): boolean {
	if (!/^[-+]?\.?\d/.test(text)) return false;
	if (text.length > 40) return /^[-+.\w:]+$/.test(text);
	return NUMBERS.some(number => number.test(text));
}

const NUMBERS = [
	/^[-+]?0x[\da-f_]+$/i,
	/^[-+]?0o?[0-7_]+$/i,
	/^[-+]?0b[01_]+$/i,
	/^[-+]?[\d_]*\.?[\d_]*(?:e[-+]?\d+)?$/i,
	/^[-+]?\d[\d_]*(?::\d{1,2})+(?:\.[\d_]*)?$/,
];

/** In double quotes as YAML knows them: the escapes of JSON, and its own for what JSON leaves as it is. */
function quoted(text: string): string {
	return JSON.stringify(text.toWellFormed()).replace(UNSEEN_ALL, escapeOf);
}

const UNSEEN_ALL = new RegExp(UNSEEN.source, 'gu');

function escapeOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
