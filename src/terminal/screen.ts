import {createGlyphs} from './glyphs.ts';
import {createLayers} from './layers.ts';
import type {Line, Rect} from './line.ts';
import {createPen} from './pen.ts';
import {createRow} from './row.ts';
import type {Row} from './row.ts';
import {drawDifference} from './row-diff.ts';
import type {Colors} from './style-bits.ts';

/** No terminal goes beyond, and a wrong report of the size costs memory only up to here (8 bytes a cell, three times). */
const COLUMNS_MAX = 1000;
const ROWS_MAX = 500;

/** Synchronized output: the terminal shows the frame when it is whole, or ignores the mode. */
const BEGIN_FRAME = '\x1B[?2026h';
const END_FRAME = '\x1B[?2026l';
const SHOW_CURSOR = '\x1B[?25h';
const HIDE_CURSOR = '\x1B[?25l';
/** Without 2J, which some terminals answer by pushing the screen into the scrollback. */
const CLEAR = `${HIDE_CURSOR}\x1B[m\x1B[H\x1B[J`;

/** A cell, from 0. */
export interface Position {
	readonly x: number;
	readonly y: number;
}

export interface ScreenOptions {
	readonly columns: number;
	readonly rows: number;
	/** Sends to the terminal; false means that it is behind and `drained` will be called. */
	readonly write: (text: string) => boolean;
	readonly colors: Colors;
	/** The terminal does not read UTF-8: nothing but ASCII is sent. */
	readonly ascii?: boolean;
}

/** What the terminal shows: a base with painted lines over it, sent as the cells that changed. Nothing is sent before `flush`. */
export interface Screen {
	/** The chrome: rows separated by line feeds, styled by SGR sequences. Missing rows are blank. */
	base(frame: string): void;
	/**
	 * Lays lines over the base in a rectangle; missing ones are blank. A line that is the same object as last time in that
	 * row costs nothing. Where two paints overlap, the one whose id came first lies below.
	 */
	paint(id: string, rect: Rect, lines: readonly Line[]): void;
	unpaint(id: string): void;
	/** Where the base is shown in spite of paint: dialogs. */
	cover(rects: readonly Rect[]): void;
	/** Where the terminal's own cursor stands; undefined hides it. */
	cursor(position: Position | undefined): void;
	/** Sends what differs from what was sent, in one write; returns its bytes. While the terminal is behind it sends nothing. */
	flush(): number;
	/** The terminal has caught up: sends what was held back; returns its bytes. */
	drained(): number;
	/** Another size: everything is drawn anew by the next flush. */
	resize(columns: number, rows: number): void;
	/** Forgets what was sent, so that the next flush clears and draws all. */
	repaint(): void;
	/** The rows to show, without styles and trailing blanks. */
	text(): string[];
}

/** A blank screen that has not been sent yet. */
export function createScreen(options: ScreenOptions): Screen {
	const {write, colors, ascii = false} = options;
	const glyphs = createGlyphs({ascii});
	let columns = clamp(options.columns, 1, COLUMNS_MAX);
	let height = clamp(options.rows, 1, ROWS_MAX);
	let layers = createLayers(columns, height, colors, glyphs);
	let pen = createPen(columns, glyphs);
	let sent: readonly Row[] = [];
	const unsent = new Set<number>();
	let isBehind = false;
	let isOwed = false;
	let cursor: Position | undefined;
	let sentCursor: Position | undefined;

	const compose = (): void => {
		for (const y of layers.compose()) unsent.add(y);
	};

	const clear = (): void => {
		sent = layers.rows.map(() => createRow(columns));
		for (const y of sent.keys()) unsent.add(y);
		pen.reset(CLEAR);
		sentCursor = undefined;
	};

	const draw = (): string => {
		compose();
		if (sent.length === 0) clear();
		for (const y of [...unsent].toSorted((a, b) => a - b)) {
			const before = sent[y];
			const after = layers.rows[y];
			if (before !== undefined && after !== undefined) drawDifference(y, before, after, pen);
		}
		unsent.clear();
		return pen.take();
	};

	const placeCursor = (hasDrawn: boolean): string => {
		const {x, y} = cursor ?? {x: -1, y: -1};
		if (cursor === undefined) return sentCursor === undefined ? '' : HIDE_CURSOR;
		if (!hasDrawn && x === sentCursor?.x && y === sentCursor.y) return '';
		pen.moveTo(clamp(x, 0, columns - 1), clamp(y, 0, height - 1));
		return pen.take() + (sentCursor === undefined ? SHOW_CURSOR : '');
	};

	const flush = (): number => {
		if (isBehind) {
			isOwed = true;
			return 0;
		}
		const drawn = draw();
		const placed = placeCursor(drawn !== '');
		if (drawn === '' && placed === '') return 0;
		sentCursor = cursor;
		const frame = BEGIN_FRAME + drawn + placed + END_FRAME;
		isBehind = !write(frame);
		return Buffer.byteLength(frame);
	};

	return {
		base: frame => layers.base(frame),
		paint: (id, rect, lines) => layers.paint(id, rect, lines),
		unpaint: id => layers.unpaint(id),
		cover: rects => layers.cover(rects),
		cursor(position) {
			cursor = position;
		},
		flush,
		drained() {
			isBehind = false;
			if (!isOwed) return 0;
			isOwed = false;
			return flush();
		},
		resize(wantedColumns, wantedRows) {
			columns = clamp(wantedColumns, 1, COLUMNS_MAX);
			height = clamp(wantedRows, 1, ROWS_MAX);
			layers = layers.resized(columns, height);
			pen = createPen(columns, glyphs);
			sent = [];
		},
		repaint() {
			sent = [];
		},
		text() {
			compose();
			return layers.rows.map(row => Array.from(row.glyphs, glyphs.text).join('').trimEnd());
		},
	};
}

function clamp(cells: number, min: number, max: number): number {
	return Math.min(max, Math.max(min, Math.trunc(cells) || min));
}
