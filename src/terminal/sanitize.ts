/**
 * What may be shown of a text from outside. A log line, an image name or an annotation can hold anything, and a terminal
 * obeys what it reads: it must not move the cursor, change the title, fill the clipboard or turn the reading direction.
 */

/** The part of a text that is looked at to fill one cell, in UTF-16 units; more is marks and escape sequences, not text. */
export const UNITS_PER_CELL_MAX = 64;

/** Printable ASCII, the letters of large scripts, common punctuation, arrows, boxes and blocks: nearly all that a cluster says. */
const HARMLESS =
	/^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u0391-\u03A1\u03A3-\u0482\u2010-\u2027\u2030-\u205E\u2190-\u22FF\u2500-\u25FF\u3041-\u3096\u30A0-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3]*$/;

const ESC = '\x1B';
const BEL = '\x07';
/** The 8-bit forms: a Latin-1 terminal obeys them too. CSI, the introducers of strings, the end of a string. */
const CSI = '\x9B';
const STRING = '\x90\x98\x9D-\x9F';
const ST = '\x9C';

/**
 * Control sequences of ECMA-48, whole: CSI; the strings (DCS, SOS, OSC, PM, APC) up to BEL or ST; plain escapes. A string
 * without an end loses only its introducer, so that it cannot hide the rest of a line. Neighbouring parts never match the
 * same character, hence the work stays linear.
 */
const SEQUENCE = new RegExp(
	[
		`(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]?`,
		`(?:${ESC}[PX\\]^_]|[${STRING}])[^${BEL}${ESC}\x80-\x9F]*(?:${BEL}|${ESC}\\\\|${ST})`,
		`${ESC}[ -/]*[0-~]?`,
	].join('|'),
	'g',
);

/** What separates words or lines, and would move the cursor. */
const SEPARATOR = /\r\n|[\t\n\v\f\r\x85\u2028\u2029]/g;

/** Joiners, variation selectors, skin tones, enclosing marks: without them every character stands alone, of a known width. */
const JOINER = /[\xAD\u034F\u200C\u200D\uFE00-\uFE0F\u{1F3FB}-\u{1F3FF}\u{E0100}-\u{E01EF}\p{Me}]|^\uFEFF/gu;

/** The rest that has no width or an unknown one: controls, bidi marks, zero-width and other format characters, unassigned. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/** Half a flag, the letter it stands for is shown. */
const REGIONAL_INDICATOR = /\p{Regional_Indicator}/gu;

/** More marks than this on one character are no language but an attempt to write over the lines above and below. */
const EXCESS_MARKS = /([\p{Mn}\u1160-\u11FF\uD7B0-\uD7FF]{3})[\p{Mn}\u1160-\u11FF\uD7B0-\uD7FF]+/gu;

const MARK = /[\p{Mn}\u1160-\u11FF\uD7B0-\uD7FF]/u;

/**
 * The same text without power over the terminal, on one line. Control sequences vanish, separators become a blank, control
 * characters their picture (`␀`), what cannot be seen or is broken `�`. The work is linear in the length.
 */
export function sanitize(text: string): string {
	if (HARMLESS.test(text)) return text;
	const visible = text
		.toWellFormed()
		.replace(SEQUENCE, '')
		.replace(SEPARATOR, ' ')
		.replace(JOINER, '')
		.replace(UNPRINTABLE, pictureOf)
		.replace(REGIONAL_INDICATOR, letterOf);
	// Composed letters are one code point, which any terminal can show; the limit comes first because ordering marks is not linear.
	return MARK.test(visible) ? visible.replace(EXCESS_MARKS, '$1').normalize('NFC') : visible;
}

/** U+2400 ff. picture the C0 controls, U+2421 DEL. */
function pictureOf(character: string): string {
	const code = character.charCodeAt(0);
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	return code === 0x7f ? '\u2421' : '\uFFFD';
}

function letterOf(indicator: string): string {
	return String.fromCharCode(indicator.charCodeAt(1) - 0xdde6 + 0x41);
}
