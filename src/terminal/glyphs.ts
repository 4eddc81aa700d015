import {asciiFor} from './ascii.ts';
import {cellsOf, isAgreed} from './character.ts';

/** The right half of a wide character. */
export const CONTINUATION = 0;
export const BLANK = 0x20;
/** Bit of a glyph that takes two cells. */
export const WIDE = 1 << 21;
/** Bit of a glyph after which terminals disagree where the cursor is. */
export const UNSURE = 1 << 22;

/** Code points end below this; what carries marks is numbered from here. */
const FIRST_COMBINED = 0x110000;
const ID_MASK = WIDE - 1;

/** Different characters with marks kept, about 1 MB; text that needs more is an attack, and loses its marks. */
const COMBINED_MAX = 10_000;

/** Turns characters into numbers that a cell can hold, and back. */
export interface Glyphs {
	/** The glyph of a code point that `sanitize` let through; undefined for a mark, which joins the glyph before it. */
	of(codePoint: number): number | undefined;
	/** The glyph with one more mark. */
	combined(glyph: number, mark: number): number;
	/** What to print for it; `''` for a continuation. */
	text(glyph: number): string;
}

/** `ascii` replaces every other character by a stand-in of the same width: on a Latin-1 terminal UTF-8 bytes can be commands. */
export function createGlyphs({ascii}: {ascii: boolean}): Glyphs {
	const numbers = new Map<string, number>();
	const texts: string[] = [];

	const textOf = (glyph: number): string => {
		const id = glyph & ID_MASK;
		return id < FIRST_COMBINED ? String.fromCodePoint(id) : (texts[id - FIRST_COMBINED] ?? '');
	};

	return {
		of(codePoint) {
			if (codePoint < 0x7f) return codePoint;
			const cells = cellsOf(codePoint);
			if (cells === 0) return undefined;
			return codePoint | (cells === 2 ? WIDE : 0) | (ascii || isAgreed(codePoint) ? 0 : UNSURE);
		},
		combined(glyph, mark) {
			const text = textOf(glyph) + String.fromCodePoint(mark);
			let number = numbers.get(text);
			if (number === undefined) {
				if (texts.length >= COMBINED_MAX) return glyph;
				number = FIRST_COMBINED + texts.length;
				numbers.set(text, number);
				texts.push(text);
			}
			return number | (glyph & WIDE) | (ascii ? 0 : UNSURE);
		},
		text(glyph) {
			if (glyph === CONTINUATION) return '';
			const text = textOf(glyph);
			return ascii ? asciiFor(text, (glyph & WIDE) === 0 ? 1 : 2) : text;
		},
	};
}
