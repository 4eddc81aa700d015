import {BOLD, DIM, INVERSE, ITALIC, UNDERLINE} from './line.ts';
import type {Style} from './line.ts';

/** What the terminal can show: nothing but attributes, the 16 colours of the user's theme, the table of 256. */
export type Colors = 'none' | '16' | '256';

/** No colour and no attribute. */
export const PLAIN = 0;

const FLAGS = BOLD | DIM | ITALIC | UNDERLINE | INVERSE;
const FOREGROUND_SHIFT = 5;
const BACKGROUND_SHIFT = 14;
/** A colour plus one, so that 0 is the terminal's own: nine bits. */
const COLOR_MASK = 0x1ff;

/** A style as one number, which compares and copies like a character: 5 bits of flags, then both colours. Unknown bits are dropped. */
export function packStyle(style: Style | undefined, colors: Colors): number {
	if (style === undefined) return PLAIN;
	return (
		((style.flags ?? 0) & FLAGS) |
		(packColor(style.foreground, colors) << FOREGROUND_SHIFT) |
		(packColor(style.background, colors) << BACKGROUND_SHIFT)
	);
}

/** The part of a packed style that can be seen on a blank. */
export function styleOfBlank(style: number): number {
	return (style & (UNDERLINE | INVERSE)) === 0 ? style & (COLOR_MASK << BACKGROUND_SHIFT) : style;
}

/** The shortest SGR sequence that leads from one packed style to another (ECMA-48 8.3.117 and the colours of xterm); `''` if equal. */
export function sgrBetween(from: number, to: number): string {
	if (from === to) return '';
	if (to === PLAIN) return '\x1B[m';
	const change = codesOfChange(from, to).join(';');
	const anew = ['0', ...codesOfChange(PLAIN, to)].join(';');
	return `\x1B[${anew.length < change.length ? anew : change}m`;
}

function packColor(color: number | undefined, colors: Colors): number {
	if (color === undefined || colors === 'none' || !Number.isInteger(color) || color < 0 || color > 255) return 0;
	return (colors === '16' ? nearestOf16(color) : color) + 1;
}

/** 16-231 are a cube of 6 x 6 x 6, 232-255 greys from dark to light. */
function nearestOf16(color: number): number {
	if (color < 16) return color;
	if (color >= 232) return color < 236 ? 0 : color < 244 ? 8 : color < 252 ? 7 : 15;
	const cube = color - 16;
	const channels = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6];
	const strongest = Math.max(...channels);
	if (strongest < 2) return 0;
	const base = channels.reduce((bits, channel, index) => (channel * 2 > strongest ? bits | (1 << index) : bits), 0);
	return strongest > 3 ? base + 8 : base;
}

const ATTRIBUTES = [
	{flag: BOLD, on: '1', off: '22'},
	{flag: DIM, on: '2', off: '22'},
	{flag: ITALIC, on: '3', off: '23'},
	{flag: UNDERLINE, on: '4', off: '24'},
	{flag: INVERSE, on: '7', off: '27'},
];

function codesOfChange(from: number, to: number): string[] {
	// 22 ends both bold and dim: what shall stay of the two is set again.
	const ended = from & ~to & FLAGS;
	const kept = (ended & (BOLD | DIM)) === 0 ? from : from & ~(BOLD | DIM);
	const codes = new Set(ATTRIBUTES.filter(({flag}) => (ended & flag) !== 0).map(({off}) => off));
	for (const {flag, on} of ATTRIBUTES) if ((to & ~kept & flag) !== 0) codes.add(on);
	const foreground = (to >> FOREGROUND_SHIFT) & COLOR_MASK;
	const background = (to >> BACKGROUND_SHIFT) & COLOR_MASK;
	if (foreground !== ((from >> FOREGROUND_SHIFT) & COLOR_MASK)) codes.add(colorCode(foreground, 30));
	if (background !== ((from >> BACKGROUND_SHIFT) & COLOR_MASK)) codes.add(colorCode(background, 40));
	return [...codes];
}

/** 30-37 and 90-97 for the foreground, 40-47 and 100-107 for the background. */
function colorCode(colorPlusOne: number, base: 30 | 40): string {
	if (colorPlusOne === 0) return String(base + 9);
	const color = colorPlusOne - 1;
	if (color < 8) return String(base + color);
	return color < 16 ? String(base + 52 + color) : `${base + 8};5;${color}`;
}
