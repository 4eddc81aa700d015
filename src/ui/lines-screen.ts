import {INVERSE, type Line, type Style} from '../terminal/line.ts';
import {width as cellsOf} from '../terminal/width.ts';
import type {ObjectRef} from '../model/finding.ts';
import type {Go, Item, LinesPane, PaneInput, Size} from './contract.ts';
import {followLines, INITIAL_LINES, type LinesShape, type LinesState, moveLines} from './lines/scroll.ts';
import type {Move} from './table/state.ts';
import {stale, type Theme} from './theme/theme.ts';

/** One pane of lines on one page, and where the cursor is in it. It keeps that while it is covered. */
export interface LinesScreen {
	readonly shape: 'lines';
	/** What its pane was given last. */
	readonly input: PaneInput;
	/** The object that the line under the cursor is about. */
	readonly object: ObjectRef | undefined;
	move(move: Move): void;
	/** Puts the cursor on the item with that id. */
	goTo(id: string): void;
	/** Where `enter` leads. */
	open(): Go;
	/** Takes what is new in the world. */
	update(input: PaneInput): void;
	paint(size: Size, focused: boolean): readonly Line[];
}

/** Left of each line: a blank, the mark, the cursor. */
const GUTTER_CELLS = 3;

export function createLinesScreen(pane: LinesPane, first: PaneInput, theme: Theme): LinesScreen {
	let input = first;
	let items: readonly Item[] = [];
	let shape: LinesShape = {ids: [], starts: [0], height: 0};
	let state: LinesState = INITIAL_LINES;
	return {
		shape: 'lines',
		get input() {
			return input;
		},
		get object() {
			return items[state.index]?.object;
		},
		move(move) {
			state = moveLines(state, move, shape);
		},
		goTo(id) {
			state = {...state, cursor: id};
		},
		open: () => items[state.index]?.open ?? {to: 'nothing', because: 'there is nothing to open'},
		update(next) {
			input = next;
		},
		paint({width, height}, focused) {
			items = pane.items(input, {width: Math.max(width - GUTTER_CELLS, 0), height}, theme);
			shape = shapeOf(items, height);
			state = followLines(state, shape);
			const isStale = input.world.connection.phase === 'trouble';
			const shown = items.flatMap((item, index) => {
				const cursor = index !== state.index ? 'none' : focused ? 'band' : state.cursor ? 'sign' : 'none';
				return item.lines.map((line, row) => paintLine(item, line, row, {cursor, isStale, width}, theme));
			});
			return shown.slice(state.top, state.top + height);
		},
	};
}

function shapeOf(items: readonly Item[], height: number): LinesShape {
	const starts = [0];
	for (const {lines} of items) starts.push((starts.at(-1) ?? 0) + lines.length);
	return {ids: items.map(({id}) => id), starts, height};
}

interface Look {
	/** `band` is the cursor of the pane that has the focus, `sign` that of another. */
	readonly cursor: 'none' | 'sign' | 'band';
	readonly isStale: boolean;
	readonly width: number;
}

function paintLine({mark}: Item, line: Line, row: number, {cursor, isStale, width}: Look, theme: Theme): Line {
	const {glyphs, marks} = theme;
	const sign = row > 0 || mark === undefined ? ' ' : glyphs.marks[mark];
	const pointer = row > 0 || cursor === 'none' ? ' ' : glyphs.cursor;
	const style = mark === undefined ? undefined : marks[mark];
	const spans: Line = [{text: ' '}, {text: sign, style}, {text: pointer}, ...line];
	const shown = isStale ? spans.map(span => ({...span, style: stale(span.style)})) : spans;
	if (cursor !== 'band') return shown;
	const used = shown.reduce((cells, {text}) => cells + cellsOf(text), 0);
	return [...shown, {text: ' '.repeat(Math.max(width - used, 0))}].map(span => ({
		...span,
		style: banded(span.style),
	}));
}

function banded(style: Style | undefined): Style {
	return {...style, flags: (style?.flags ?? 0) | INVERSE};
}
