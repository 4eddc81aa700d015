/**
 * How long JavaScript's backtracking matcher may need for a pattern: an upper bound read from its form. A pattern of
 * `unbounded` repeats takes at most about paths × n^(unbounded + 1) / (unbounded + 1)! steps on n characters,
 * one factor n being the place where the match begins.
 */
export interface RegexCost {
	/** In how many ways alternatives and optional parts can be combined. */
	readonly paths: number;
	/** Repeats whose length the matcher must try out. */
	readonly unbounded: number;
}

/** Undefined when a repeat stands inside a repeat, or over alternatives (exponential), or for look-arounds and back references. */
export function regexCost(source: string): RegexCost | undefined {
	const reader: Reader = {source, at: 0};
	const cost = alternatives(reader, 0);
	return reader.at < source.length ? undefined : cost;
}

interface Reader {
	readonly source: string;
	at: number;
}

/** Groups in groups; nobody types more, and each is a call deeper. */
const DEPTH_MAX = 20;

const ATOM: RegexCost = {paths: 1, unbounded: 0};

/** `a|b|c` up to the end or a closing bracket, which stays unread. */
function alternatives(reader: Reader, depth: number): RegexCost | undefined {
	if (depth > DEPTH_MAX) return undefined;
	let total: RegexCost | undefined;
	for (;;) {
		const branch = sequence(reader, depth);
		if (branch === undefined) return undefined;
		total =
			total === undefined
				? branch
				: {paths: total.paths + branch.paths, unbounded: Math.max(total.unbounded, branch.unbounded)};
		if (reader.source[reader.at] !== '|') return total;
		reader.at++;
	}
}

function sequence(reader: Reader, depth: number): RegexCost | undefined {
	let total = ATOM;
	while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
		const part = term(reader, depth);
		if (part === undefined) return undefined;
		total = {paths: total.paths * part.paths, unbounded: total.unbounded + part.unbounded};
	}
	return total;
}

/** An atom or a group with the repeat behind it. */
function term(reader: Reader, depth: number): RegexCost | undefined {
	const inner = atom(reader, depth);
	const repeat = matchHere(reader, /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
	if (inner === undefined || repeat === undefined) return inner;
	if (repeat.startsWith('?')) return {...inner, paths: inner.paths + 1};
	const fixed = inner.paths === 1 && inner.unbounded === 0;
	return fixed ? {paths: 1, unbounded: 1} : undefined;
}

function atom(reader: Reader, depth: number): RegexCost | undefined {
	if (matchHere(reader, /\\[1-9k]/y) !== undefined) return undefined;
	if (reader.source[reader.at] === '(') return group(reader, depth);
	const one = matchHere(reader, /\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^]/y);
	return one === undefined ? undefined : ATOM;
}

function group(reader: Reader, depth: number): RegexCost | undefined {
	if (matchHere(reader, /\((?:\?:|(?!\?))/y) === undefined) return undefined;
	const inner = alternatives(reader, depth + 1);
	return matchHere(reader, /\)/y) === undefined ? undefined : inner;
}

function matchHere(reader: Reader, sticky: RegExp): string | undefined {
	sticky.lastIndex = reader.at;
	const text = sticky.exec(reader.source)?.[0];
	reader.at += text?.length ?? 0;
	return text;
}
