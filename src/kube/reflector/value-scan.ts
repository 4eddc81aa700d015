/** How far one JSON value has been read, so that reading can go on in the next chunk. */
export interface ValueScan {
	/** Bytes read. One more than there are when the chunk ends in an escape, whose next byte must not be looked at. */
	at: number;
	/** Open braces and brackets. */
	depth: number;
	/** `at` stands in a string. */
	quoted: boolean;
}

/**
 * Finds the end of the JSON value that begins at `from` by its brackets and strings alone (RFC 8259); whether it is valid is for
 * `JSON.parse` to say. Returns true when the value is whole (`scan.at` is then its length) and false when more bytes are needed.
 */
export function scanValue(bytes: Buffer, from: number, scan: ValueScan): boolean {
	const end = bytes.length;
	let {depth, quoted} = scan;
	let at = from + scan.at;
	let whole = false;
	while (at < end && !whole) {
		const byte = bytes[at];
		if (quoted) {
			if (byte === QUOTE) {
				quoted = false;
				whole = depth === 0;
			} else if (byte === BACKSLASH) at++;
		} else if (byte === QUOTE) quoted = true;
		else if (byte === BRACE_OPEN || byte === BRACKET_OPEN) depth++;
		else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE || (byte === COMMA && depth === 0)) {
			// A number or a word lasts until what follows it, which is not its own.
			if (depth === 0) break;
			depth--;
			whole = depth === 0;
		}
		at++;
	}
	scan.at = at - from;
	scan.depth = depth;
	scan.quoted = quoted;
	return whole || (at < end && depth === 0 && !quoted);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
