/** As many are read of one line. */
const PAIRS_MAX = 200;

/** The `key=value` pairs of a text, with quotes taken off their values. */
export function pairsOf(text: string): (readonly [name: string, value: string])[] {
	const pairs: (readonly [string, string])[] = [];
	for (const match of text.matchAll(PAIR)) {
		pairs.push([match[1] ?? '', unquoted(match[2] ?? '')]);
		if (pairs.length >= PAIRS_MAX) break;
	}
	return pairs;
}

/** Where the first pair begins; -1 without one. */
export function firstPairAt(text: string): number {
	return text.search(BEGIN);
}

function unquoted(value: string): string {
	const quote = value[0];
	if (value.length < 2 || (quote !== '"' && quote !== "'") || !value.endsWith(quote)) return value;
	const inner = value.slice(1, -1);
	return inner.includes('\\') ? inner.replaceAll(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char)) : inner;
}

/** A key begins a word: without that, a long word would be tried from each of its letters. */
const PAIR = /(?<![\w.@-])([A-Za-z_@][\w.-]{0,100})=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g;
const BEGIN = /(?<![\w.@-])[A-Za-z_@][\w.-]{0,100}=/;
