/** A row of the screen as styled pieces, before it is cut to a width and becomes cells. */

/** Bits of `Style.flags`. */
export const BOLD = 1;
export const DIM = 2;
export const ITALIC = 4;
export const UNDERLINE = 8;
export const INVERSE = 16;

export interface Style {
	/** A number of the 256-colour table, or undefined for the terminal's own. 0-15 follow the user's theme. */
	readonly foreground?: number | undefined;
	readonly background?: number | undefined;
	/** BOLD, DIM … or-ed together. */
	readonly flags?: number;
}

export interface Span {
	/** Anything: the screen makes it harmless. */
	readonly text: string;
	readonly style?: Style | undefined;
}

export type Line = readonly Span[];

/** A rectangle of cells; x and y from 0. */
export interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
