import {BACKSLASH, BRACE_CLOSE, COMMA, EQUALS, isNameCharacter, QUOTE, skipBlanks} from './characters.ts';

/** Reads what is in braces: `{method="GET",path="/a}b"}`, and with the name of the metric among it `{"a.b",x="y"}`. */
export interface LabelReader {
	/** @param at of the opening brace. Returns the place after the closing one; undefined when it cannot be read. */
	read(at: number, end: number): number | undefined;
	/** Of the last braces that were read. */
	readonly labels: ReadonlyMap<string, string>;
	/** The name of the metric, when it was in the last braces; otherwise empty. */
	readonly name: string;
}

/** @param valueMax longer values are cut */
export function createLabelReader(text: string, flatten: (part: string) => string, valueMax: number): LabelReader {
	let labels = new Map<string, string>();
	let metric = '';

	/** The place of the quote that ends what begins after the one at `open`. */
	function closeOf(open: number, end: number): number | undefined {
		for (let at = open + 1; at < end; at++) {
			const code = text.charCodeAt(at);
			if (code === QUOTE) return at;
			if (code === BACKSLASH) at++;
		}
		return undefined;
	}

	function quoted(open: number, close: number): string {
		const raw = text.slice(open + 1, Math.min(close, open + 1 + valueMax));
		return flatten(raw.includes('\\') ? unescaped(raw) : raw);
	}

	/** One label, or the name of the metric. Returns the place after it. */
	function readTerm(start: number, end: number): number | undefined {
		const isQuoted = text.charCodeAt(start) === QUOTE;
		let after = start;
		if (isQuoted) {
			const close = closeOf(start, end);
			if (close === undefined) return undefined;
			after = close + 1;
		} else {
			while (after < end && isNameCharacter(text.charCodeAt(after), after === start)) after++;
			if (after === start) return undefined;
		}
		const name = isQuoted ? quoted(start, after - 1) : text.slice(start, after);
		const equals = skipBlanks(text, after, end);
		if (text.charCodeAt(equals) !== EQUALS || equals >= end) {
			if (!isQuoted || metric !== '' || name === '') return undefined;
			metric = name;
			return equals;
		}
		const open = skipBlanks(text, equals + 1, end);
		if (text.charCodeAt(open) !== QUOTE || open >= end) return undefined;
		const close = closeOf(open, end);
		if (close === undefined || labels.has(name)) return undefined;
		labels.set(flatten(name), quoted(open, close));
		return skipBlanks(text, close + 1, end);
	}

	return {
		read(brace, end) {
			labels = new Map();
			metric = '';
			let at: number | undefined = skipBlanks(text, brace + 1, end);
			// Some write a comma before the first label.
			if (text.charCodeAt(at) === COMMA) at = skipBlanks(text, at + 1, end);
			while (at < end) {
				if (text.charCodeAt(at) === BRACE_CLOSE) return at + 1;
				at = readTerm(at, end);
				if (at === undefined) return undefined;
				// A comma after the last label is allowed.
				if (text.charCodeAt(at) === COMMA) at = skipBlanks(text, at + 1, end);
				else if (text.charCodeAt(at) !== BRACE_CLOSE) return undefined;
			}
			return undefined;
		},
		get labels() {
			return labels;
		},
		get name() {
			return metric;
		},
	};
}

/** Other escapes stay as they are. */
function unescaped(raw: string): string {
	return raw.replaceAll(/\\([\\n"])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}
