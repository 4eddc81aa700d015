import {isBlank, SHARP, skipBlanks} from './characters.ts';

/** Reads what follows name and labels: ` 0.5`, ` 17 1700000000000`, ` 5 # {trace_id="a"} 0.5`. */
export interface ValueReader {
	/** False when it cannot be read. */
	read(at: number, end: number): boolean;
	/** Of the last one that was read. */
	readonly value: number;
	readonly timestampMs: number | undefined;
}

/** @param tickMs the unit of time stamps, in milliseconds */
export function createValueReader(text: string, tickMs: number): ValueReader {
	let value = 0;
	let timestampMs: number | undefined;

	function endOfWord(from: number, end: number): number {
		let at = from;
		while (at < end && !isBlank(text.charCodeAt(at))) at++;
		return at;
	}

	return {
		read(from, end) {
			const start = skipBlanks(text, from, end);
			const after = endOfWord(start, end);
			const number = numberOf(text.slice(start, after));
			if (number === undefined) return false;
			value = number;
			timestampMs = undefined;
			let next = skipBlanks(text, after, end);
			if (next === end || text.charCodeAt(next) === SHARP) return true;
			const stamp = numberOf(text.slice(next, endOfWord(next, end)));
			if (stamp === undefined || !Number.isFinite(stamp)) return false;
			timestampMs = stamp * tickMs;
			next = skipBlanks(text, endOfWord(next, end), end);
			return next === end || text.charCodeAt(next) === SHARP;
		},
		get value() {
			return value;
		},
		get timestampMs() {
			return timestampMs;
		},
	};
}

/** A decimal number as Go writes floats; undefined for anything else. */
function numberOf(word: string): number | undefined {
	if (word === '' || word.length > WORD_MAX) return undefined;
	const number = Number(word);
	// JavaScript also knows 0x1F, 0b1 and 0o7.
	if (!Number.isNaN(number)) return word.charCodeAt(1) > 57 && /^0[xbo]/i.test(word) ? undefined : number;
	const special = /^(?<sign>[+-]?)(?:(?<nan>nan)|inf(?:inity)?)$/i.exec(word)?.groups;
	if (special === undefined) return undefined;
	if (special['nan'] !== undefined) return Number.NaN;
	return special['sign'] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

const WORD_MAX = 100;
