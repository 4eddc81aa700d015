/**
 * How many cells one code point takes in a terminal, as wcwidth-style terminals count: xterm, tmux, VTE, the Linux console.
 * Clusters are not counted as one (terminals disagree about them): `sanitize` takes apart what would only be a cluster.
 */

/** Drawn over the character before them. The Hangul vowels and finals melt into their leading consonant. */
const MARK = /^[\p{Mn}\p{Me}\u1160-\u11FF\uD7B0-\uD7FF]$/u;

/** East Asian Wide and Fullwidth (EastAsianWidth.txt of Unicode 17); the scattered ones are those shown as emoji by default. */
const WIDE =
	/^[\p{Emoji_Presentation}\u1100-\u115F\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\u3247\u3250-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D376}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]$/u;

/** Shown as emoji, yet one cell each: two of them make a flag. */
const REGIONAL_INDICATOR = /^\p{Regional_Indicator}$/u;

/** Columns of a code point that `sanitize` lets through: 0 for a mark that joins the character before it. */
export function cellsOf(codePoint: number): 0 | 1 | 2 {
	if (isNarrow(codePoint)) return 1;
	const character = String.fromCodePoint(codePoint);
	if (MARK.test(character)) return 0;
	return WIDE.test(character) && !REGIONAL_INDICATOR.test(character) ? 2 : 1;
}

/**
 * Whether every terminal agrees with `cellsOf`. After any other character the cursor may be anywhere:
 * emoji are one cell wide in old tables, signs with a text form are two in some new ones.
 */
export function isAgreed(codePoint: number): boolean {
	return (
		isNarrow(codePoint) ||
		(codePoint >= 0x3041 && codePoint <= 0x3247) ||
		(codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
		(codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
		(codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
		(codePoint >= 0xff01 && codePoint <= 0xff60)
	);
}

/**
 * The fast path: ASCII, Latin, Greek, Cyrillic, punctuation, arrows, mathematics, boxes, blocks, shapes, check marks, braille.
 * The combining marks for symbols (20D0-20FF) and the first wide sign (231A, a watch) lie outside.
 */
function isNarrow(codePoint: number): boolean {
	return (
		codePoint < 0x300 ||
		(codePoint >= 0x370 && codePoint <= 0x482) ||
		(codePoint >= 0x2010 && codePoint <= 0x20cf) ||
		(codePoint >= 0x2100 && codePoint <= 0x2319) ||
		(codePoint >= 0x2500 && codePoint <= 0x25fc) ||
		(codePoint >= 0x2713 && codePoint <= 0x2718) ||
		(codePoint >= 0x2800 && codePoint <= 0x28ff)
	);
}
