import {BLANK, UNSURE, WIDE} from './glyphs.ts';
import type {Glyphs} from './glyphs.ts';
import {PLAIN, sgrBetween, styleOfBlank} from './style-bits.ts';

/** Style changes remembered, about 200 KB; a screen knows some dozen. */
const TRANSITIONS_MAX = 4096;

/** Draws cells with as few bytes as it can: it knows where the cursor is and in which style the terminal writes. */
export interface Pen {
	/** Where the next cell would be drawn without moving; column -1 when nobody can be sure. */
	readonly x: number;
	readonly y: number;
	readonly style: number;
	/** A sequence that leaves the cursor in the first cell and the style plain. */
	reset(sequence: string): void;
	moveTo(x: number, y: number): void;
	/** Draws one glyph at the cursor, which must be known to be there. */
	draw(glyph: number, style: number): void;
	/** Makes the rest of the row blank and plain. */
	eraseToEnd(): void;
	/** Ends a frame in the plain style and returns it. The cursor counts as lost: the next frame holds even if others move it. */
	take(): string;
}

/** Coordinates are from 0. The last column leaves the cursor unknown: terminals differ in whether it waits there. */
export function createPen(columns: number, glyphs: Glyphs): Pen {
	let output = '';
	let x = -1;
	let y = -1;
	let style = PLAIN;
	const transitions = new Map<number, string>();

	const changeStyle = (to: number): void => {
		if (to === style) return;
		// 23 bits each: the key stays a safe integer.
		const key = style * 2 ** 23 + to;
		let sequence = transitions.get(key);
		if (sequence === undefined) {
			if (transitions.size >= TRANSITIONS_MAX) transitions.clear();
			sequence = sgrBetween(style, to);
			transitions.set(key, sequence);
		}
		output += sequence;
		style = to;
	};

	const moveTo = (toX: number, toY: number): void => {
		if (toX === x && toY === y) return;
		const isAhead = toY === y && x >= 0 && toX > x;
		output += isAhead ? forward(toX - x) : address(toX, toY);
		x = toX;
		y = toY;
	};

	return {
		get x() {
			return x;
		},
		get y() {
			return y;
		},
		get style() {
			return style;
		},
		reset(sequence) {
			output += sequence;
			x = y = 0;
			style = PLAIN;
		},
		moveTo,
		draw(glyph, toStyle) {
			// A blank looks the same in any colour of text, so it needs no change to and fro.
			if (glyph !== BLANK || styleOfBlank(style) !== toStyle) changeStyle(toStyle);
			const wide = (glyph & WIDE) !== 0;
			const unsure = (glyph & UNSURE) !== 0;
			if (unsure && wide) {
				// Where it is drawn in one cell only, the second must not keep what was there.
				const at = x;
				output += '  ';
				x = -1;
				moveTo(at, y);
			}
			output += glyphs.text(glyph);
			x += wide ? 2 : 1;
			if (unsure || x >= columns) x = -1;
		},
		eraseToEnd() {
			changeStyle(PLAIN);
			output += '\x1B[K';
		},
		take() {
			changeStyle(PLAIN);
			const taken = output;
			output = '';
			x = y = -1;
			return taken;
		},
	};
}

/** CUF, ECMA-48 8.3.20. */
function forward(cells: number): string {
	return cells === 1 ? '\x1B[C' : `\x1B[${cells}C`;
}

/** CUP, ECMA-48 8.3.21: from 1, and the first row or column need not be named. */
function address(x: number, y: number): string {
	if (x > 0) return `\x1B[${y + 1};${x + 1}H`;
	return y > 0 ? `\x1B[${y + 1}H` : '\x1B[H';
}
