import type {Tone} from '../../kinds/contract.ts';
import type {Mark} from '../../model/row.ts';
import {BOLD, DIM, INVERSE, UNDERLINE, type Style} from '../../terminal/line.ts';
import {GLYPHS, type Glyphs} from './glyphs.ts';

/** How meanings look. Colour is never the only carrier of one: a word and a glyph say it too. */
export interface Theme {
	readonly glyphs: Glyphs;
	/** Undefined is the terminal's own text. */
	readonly tones: Readonly<Record<Tone, Style | undefined>>;
	readonly marks: Readonly<Record<Mark, Style | undefined>>;
	/** The row under the cursor, one style over the whole of it: each further style run costs bytes on a slow link. */
	readonly selected: Readonly<Record<Mark, Style>>;
	/** Titles of columns, and of panes that have the focus. */
	readonly title: Style;
	/** What a filter or a search found. */
	readonly match: Style;
	/** Parts of a text in a notation; plain text is the terminal's own. `value` is a number or a word such as true, `note` a comment. */
	readonly syntax: Readonly<Record<'key' | 'value' | 'note', Style | undefined>>;
	/** To tell names apart that are mixed; none of them means anything. Empty where there are no colours left for that. */
	readonly hues: readonly Style[];
}

/**
 * Colour means trouble, and healthy things are quiet. Bright red and bright magenta are the only two of the sixteen
 * that can be read on the dark and on the light background of every common palette (contrast of 3:1 at least, tested);
 * yellow, green and cyan vanish on white, blue on black, and bright black is Solarized's background.
 */
const RED = 9;
const MAGENTA = 13;

/**
 * A notation is easier to read in colours, and these two are no colours of trouble. They are of the table of 256, which no palette
 * changes, and can be read on every background; the sixteen have none left that can.
 */
const STEEL_BLUE = 67;
const GOLDENROD = 136;

/** Blue, greens, teal, tan and violets of the table, none of them near a colour of trouble: on every background they can be read. */
const HUES = [32, 65, 66, 68, 99, 100, 133, 137] as const;

/**
 * Without `colors` (NO_COLOR, or a terminal that has none) bold, dim and inverse remain. `table`: the terminal has 256 of them.
 */
export function createTheme({colors, table = false}: {readonly colors: boolean; readonly table?: boolean}): Theme {
	const doomed: Style = colors ? {foreground: RED, flags: BOLD} : {flags: BOLD};
	const struggling: Style = colors ? {foreground: MAGENTA} : {flags: BOLD};
	const band: Style = {flags: INVERSE};
	return {
		glyphs: GLYPHS,
		tones: {
			doomed,
			struggling,
			progressing: undefined,
			healthy: undefined,
			muted: {flags: DIM},
			accent: {flags: BOLD},
		},
		marks: {doomed, struggling, progressing: undefined, healthy: undefined, unknown: struggling},
		selected: {
			doomed: colors ? {foreground: RED, flags: INVERSE} : band,
			struggling: colors ? {foreground: MAGENTA, flags: INVERSE} : band,
			progressing: band,
			healthy: band,
			unknown: band,
		},
		title: {flags: BOLD},
		match: {flags: BOLD | UNDERLINE},
		syntax: {
			key: colors && table ? {foreground: STEEL_BLUE} : {flags: BOLD},
			value: colors && table ? {foreground: GOLDENROD} : undefined,
			note: {flags: DIM},
		},
		hues: colors && table ? HUES.map(foreground => ({foreground})) : [],
	};
}

/** The style of what is out of date: dim, whatever else it is. */
export function stale(style: Style | undefined): Style {
	return {...style, flags: (style?.flags ?? 0) | DIM};
}
