export const LINE_FEED = 10;
export const QUOTE = 34;
export const SHARP = 35;
export const COMMA = 44;
export const EQUALS = 61;
export const BACKSLASH = 92;
export const BRACE_OPEN = 123;
export const BRACE_CLOSE = 125;

/** Between the parts of a line. A carriage return is one, so that lines may end in either way. */
export function isBlank(code: number): boolean {
	return code === 32 || code === 9 || code === 13;
}

/** Where the blanks that begin at a place end. */
export function skipBlanks(text: string, from: number, end: number): number {
	let at = from;
	while (at < end && isBlank(text.charCodeAt(at))) at++;
	return at;
}

/** Letters, digits, `_` and `:`, of names that are not in quotes. */
export function isNameCharacter(code: number, isFirst: boolean): boolean {
	if (code >= 97) return code <= 122;
	if (code >= 65) return code <= 90 || code === 95;
	return code === 58 || (code >= 48 && code < 58 && !isFirst);
}
