/** How far one JSON value has been read, so that reading can go on in the next chunk. Offsets count from its first byte. */
export interface ValueScan {
	at: number;
	/** Open braces and brackets. */
	depth: number;
	/** Where the string began that `at` stands in; -1 outside of strings. */
	quoteAt: number;
	/** How deep the key `metadata` of an object lies: 1 in the object itself, 2 in a watch event around it, `NO_METADATA` to not look. */
	metadataDepth: number;
	/** The key read last at that depth was `metadata`. */
	inMetadata: boolean;
	/** The value of `metadata.managedFields`: its first byte and the one behind its last; -1 until seen. */
	cutFrom: number;
	cutTo: number;
}

/** No string lies that deep. */
export const NO_METADATA = -9;

export function createValueScan(metadataDepth: number): ValueScan {
	return {at: 0, depth: 0, quoteAt: -1, metadataDepth, inMetadata: false, cutFrom: -1, cutTo: -1};
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;

/**
 * Finds the end of the JSON value that begins at `origin` by its brackets and strings alone (RFC 8259); whether it is valid is for
 * `JSON.parse` to say. Returns true when the value is whole (`scan.at` is then its length) and false when more bytes are needed.
 *
 * On its way it notes where `metadata.managedFields` lies: two fifths of a pod that nobody reads. Only a key in the right place counts, so
 * no text, label or annotation can pass for it; one that is written unusually (escapes, blanks) is not noted, which only costs time.
 */
export function scanValue(bytes: Buffer, origin: number, scan: ValueScan): boolean {
	const end = bytes.length;
	const {metadataDepth} = scan;
	let {depth} = scan;
	let at = origin + scan.at;
	let quoteAt = scan.quoteAt < 0 ? -1 : origin + scan.quoteAt;
	let whole = false;
	while (at < end || quoteAt >= 0) {
		if (quoteAt >= 0) {
			for (; at < end; at++) {
				const byte = bytes[at];
				if (byte === QUOTE) break;
				if (byte === BACKSLASH) at++;
			}
			if (at >= end) break;
			at++;
			if (depth === metadataDepth || depth === metadataDepth + 1) {
				if (at === end || (bytes[at] === COLON && at + 1 === end)) {
					// Whether it is a key cannot be seen yet: it is read again with the next chunk.
					at = quoteAt;
					quoteAt = -1;
					break;
				}
				if (bytes[at] === COLON) noteKey(bytes, origin, quoteAt, at, depth, scan);
			}
			quoteAt = -1;
			whole = depth === 0;
			if (whole) break;
			continue;
		}
		const byte = bytes[at];
		if (byte === QUOTE) quoteAt = at;
		else if (byte === BRACE_OPEN || byte === BRACKET_OPEN) depth++;
		else if (depth === 0) {
			// A number or a word lasts until what follows it, which is not its own.
			whole = byte === COMMA || byte === BRACE_CLOSE || byte === BRACKET_CLOSE;
			if (whole) break;
		} else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE) {
			depth--;
			if (depth === metadataDepth + 1 && scan.cutFrom >= 0 && scan.cutTo < 0) scan.cutTo = at + 1 - origin;
			if (depth === 0) {
				at++;
				whole = true;
				break;
			}
		}
		at++;
	}
	scan.at = at - origin;
	scan.depth = depth;
	scan.quoteAt = quoteAt < 0 ? -1 : quoteAt - origin;
	return whole;
}

/** The string from `from` to `to` (with its quotes, a colon behind it) is a key at a depth that matters. */
function noteKey(bytes: Buffer, origin: number, from: number, to: number, depth: number, scan: ValueScan): void {
	if (depth === scan.metadataDepth) {
		scan.inMetadata = isText(bytes, from, to, '"metadata"');
		return;
	}
	if (!scan.inMetadata || scan.cutFrom >= 0 || !isText(bytes, from, to, '"managedFields"')) return;
	// A value that has no brackets has no end that the scan would notice.
	const first = bytes[to + 1];
	if (first === BRACKET_OPEN || first === BRACE_OPEN) scan.cutFrom = to + 1 - origin;
}

function isText(bytes: Buffer, from: number, to: number, text: string): boolean {
	return to - from === text.length && bytes.toString('latin1', from, to) === text;
}

/** The text of a whole value that begins at `origin`, with `0` for the value of its `managedFields`. */
export function textOf(bytes: Buffer, origin: number, {at, cutFrom, cutTo}: ValueScan): string {
	if (cutTo < 0) return bytes.toString('utf8', origin, origin + at);
	const before = bytes.toString('utf8', origin, origin + cutFrom);
	return `${before}0${bytes.toString('utf8', origin + cutTo, origin + at)}`;
}
