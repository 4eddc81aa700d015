import {BOLD, DIM, INVERSE, ITALIC, UNDERLINE} from './line.ts';
import type {Style} from './line.ts';
import {blankCells, writeText} from './row.ts';
import type {Row} from './row.ts';
import type {Glyphs} from './glyphs.ts';
import {sanitize} from './sanitize.ts';
import {packStyle} from './style-bits.ts';
import type {Colors} from './style-bits.ts';

const SGR = new RegExp('\x1B\\[([\\d;]*)m', 'g');

/** Fills a row from one line of a text frame with SGR styles, as Ink draws it; every other sequence (links too) is dropped. */
export function writeFrameRow(row: Row, text: string, colors: Colors, glyphs: Glyphs): void {
	const columns = row.glyphs.length;
	let style: Style = {};
	let x = 0;
	let from = 0;
	for (const match of text.matchAll(SGR)) {
		x = writeText(row, x, columns, sanitize(text.slice(from, match.index)), packStyle(style, colors), glyphs);
		style = styleAfter(style, match[1] ?? '');
		from = match.index + match[0].length;
	}
	x = writeText(row, x, columns, sanitize(text.slice(from)), packStyle(style, colors), glyphs);
	blankCells(row, x, columns);
}

const FLAG_ON: Readonly<Record<number, number>> = {1: BOLD, 2: DIM, 3: ITALIC, 4: UNDERLINE, 7: INVERSE};
const FLAG_OFF: Readonly<Record<number, number>> = {22: BOLD | DIM, 23: ITALIC, 24: UNDERLINE, 27: INVERSE};

/** The style after the parameters of one SGR sequence (ECMA-48 8.3.117, colours as in xterm). */
function styleAfter(before: Style, parameters: string): Style {
	const codes = parameters.split(';').map(Number);
	let {foreground, background, flags = 0} = before;
	for (let index = 0; index < codes.length; index++) {
		const code = codes[index] ?? 0;
		if (code === 0) {
			foreground = background = undefined;
			flags = 0;
		} else if (code === 38 || code === 48) {
			const {color, used} = extendedColor(codes.slice(index + 1, index + 5));
			if (code === 38) foreground = color;
			else background = color;
			index += used;
		} else {
			flags = (flags | (FLAG_ON[code] ?? 0)) & ~(FLAG_OFF[code] ?? 0);
			if (isForeground(code)) foreground = themeColor(code - 30);
			else if (isForeground(code - 10)) background = themeColor(code - 40);
		}
	}
	return {foreground, background, flags};
}

/** 30-37 and 90-97 set a colour, 39 gives the terminal's own back. */
function isForeground(code: number): boolean {
	return (code >= 30 && code <= 39) || (code >= 90 && code <= 97);
}

function themeColor(offset: number): number | undefined {
	if (offset === 9) return undefined;
	return offset < 8 ? offset : offset - 52;
}

/** `5;n` is the table of 256, `2;r;g;b` a true colour, brought to the nearest of the table's cube. */
function extendedColor([kind, ...values]: readonly number[]): {color: number | undefined; used: number} {
	if (kind === 5) return {color: values[0], used: 2};
	if (kind !== 2) return {color: undefined, used: 0};
	const [red = 0, green = 0, blue = 0] = values.map(value => Math.round((Math.min(value, 255) / 255) * 5));
	return {color: 16 + red * 36 + green * 6 + blue, used: 4};
}
