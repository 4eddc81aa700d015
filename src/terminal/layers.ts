import {writeFrameRow} from './frame-cells.ts';
import type {Glyphs} from './glyphs.ts';
import type {Line, Rect} from './line.ts';
import {writeLine} from './line-cells.ts';
import {copyCells, createRow, mendHalves} from './row.ts';
import type {Row} from './row.ts';
import type {Colors} from './style-bits.ts';

/** Base, painted lines and covers, laid over each other into the rows that shall be shown. `Screen` tells what the methods do. */
export interface Layers {
	base(frame: string): void;
	paint(id: string, rect: Rect, lines: readonly Line[]): void;
	unpaint(id: string): void;
	cover(rects: readonly Rect[]): void;
	/** Brings the rows up to date, and returns the numbers of those that may have changed since the last call. */
	compose(): readonly number[];
	readonly rows: readonly Row[];
	/** The same content in another size. */
	resized(columns: number, rows: number): Layers;
}

interface Paint {
	readonly rect: Rect;
	readonly lines: readonly Line[];
}

interface Content {
	readonly baseTexts: readonly string[];
	readonly paints: ReadonlyMap<string, Paint>;
	readonly covers: readonly Rect[];
}

const NOTHING: Content = {baseTexts: [], paints: new Map(), covers: []};

/** Layers of a fixed size, which must be whole and positive. */
export function createLayers(
	columns: number,
	height: number,
	colors: Colors,
	glyphs: Glyphs,
	content: Content = NOTHING,
): Layers {
	const baseRows = Array.from({length: height}, () => createRow(columns));
	const rows = Array.from({length: height}, () => createRow(columns));
	const paints = new Map(content.paints);
	let {covers} = content;
	let baseTexts: readonly string[] = [];
	const stale = new Set(rows.keys());

	const touch = ({y, height: rectHeight}: Rect): void => {
		const end = Math.min(height, y + rectHeight);
		for (let row = Math.max(0, y); row < end; row++) stale.add(row);
	};

	const base = (texts: readonly string[]): void => {
		for (const [y, row] of baseRows.entries()) {
			const text = texts[y] ?? '';
			if (text === (baseTexts[y] ?? '')) continue;
			writeFrameRow(row, text, colors, glyphs);
			stale.add(y);
		}
		baseTexts = texts;
	};

	const composeRow = (y: number, below: Row, row: Row): void => {
		copyCells(below, row, 0, columns);
		for (const {rect, lines} of paints.values()) {
			const [start, end] = columnsIn(rect, y, columns);
			if (start < end) writeLine(row, start, end, lines[y - rect.y] ?? [], colors, glyphs);
		}
		for (const rect of covers) {
			const [start, end] = columnsIn(rect, y, columns);
			if (start < end) copyCells(below, row, start, end);
		}
		mendHalves(row);
	};

	base(content.baseTexts);
	return {
		rows,
		base: frame => base(frame.split('\n', height)),
		paint(id, rect, lines) {
			const before = paints.get(id);
			paints.set(id, {rect, lines: lines.slice(0, Math.max(0, rect.height))});
			if (before === undefined || !isSameRect(before.rect, rect)) {
				touch(before?.rect ?? rect);
				touch(rect);
				return;
			}
			for (let y = Math.max(0, rect.y); y < Math.min(height, rect.y + rect.height); y++) {
				if (before.lines[y - rect.y] !== lines[y - rect.y]) stale.add(y);
			}
		},
		unpaint(id) {
			const before = paints.get(id);
			if (before !== undefined) touch(before.rect);
			paints.delete(id);
		},
		cover(rects) {
			if (rects.length === covers.length && rects.every((rect, index) => isSameRect(rect, covers[index]))) return;
			for (const rect of [...covers, ...rects]) touch(rect);
			covers = [...rects];
		},
		compose() {
			const changed = [...stale].toSorted((a, b) => a - b);
			stale.clear();
			for (const y of changed) {
				const below = baseRows[y];
				const row = rows[y];
				if (below !== undefined && row !== undefined) composeRow(y, below, row);
			}
			return changed;
		},
		resized: (newColumns, newHeight) =>
			createLayers(newColumns, newHeight, colors, glyphs, {baseTexts, paints, covers}),
	};
}

/** The columns of a rectangle in row `y`, within the screen; empty when start is not before end. */
function columnsIn(rect: Rect, y: number, columns: number): [start: number, end: number] {
	if (y < rect.y || y >= rect.y + rect.height) return [0, 0];
	return [Math.max(0, rect.x), Math.min(columns, rect.x + rect.width)];
}

function isSameRect(a: Rect, b: Rect | undefined): boolean {
	return a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
