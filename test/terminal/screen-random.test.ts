import {describe, expect, test} from 'vitest';
import type {Random} from '../../src/lib/clock.ts';
import {BOLD, DIM, INVERSE, ITALIC, UNDERLINE} from '../../src/terminal/line.ts';
import type {Line, Rect, Style} from '../../src/terminal/line.ts';
import {createScreen} from '../../src/terminal/screen.ts';
import {createGrid} from '../support/grid.ts';
import type {Grid, GridCell} from '../support/grid.ts';
import {createSeededRandom} from '../support/random.ts';

/** What a row was made of, and what should be seen of it: two lists that were written by hand, not by the code under test. */
const PIECES: readonly {readonly text: string; readonly shown: readonly string[]}[] = [
	...[...'abcXYZ019 -/ '].map(text => ({text, shown: [text]})),
	{text: 'pod-7f9c-x2xkq', shown: [...'pod-7f9c-x2xkq']},
	{text: '          ', shown: [...'          ']},
	{text: '│', shown: ['│']},
	{text: '▂▅█', shown: ['▂', '▅', '█']},
	{text: 'é', shown: ['é']},
	{text: 'q\u0316', shown: ['q\u0316']},
	{text: '日本', shown: ['日', '', '本', '']},
	{text: '한', shown: ['한', '']},
	{text: '👍🏽', shown: ['👍', '']},
	{text: '👨‍👩‍👧', shown: ['👨', '', '👩', '', '👧', '']},
	{text: '❤️', shown: ['❤']},
	{text: '🇩🇪', shown: ['D', 'E']},
	{text: '\x1B[2J\u202E', shown: ['�']},
	{text: '\t', shown: [' ']},
];

const STYLES: readonly Style[] = [
	{},
	{foreground: 1},
	{foreground: 12, flags: BOLD},
	{flags: DIM},
	{flags: INVERSE},
	{background: 4, foreground: 15},
	{foreground: 208, background: 236, flags: ITALIC | UNDERLINE},
	{flags: BOLD | DIM},
];

interface Piece {
	readonly text: string;
	readonly shown: readonly string[];
	readonly style: Style;
}

type Row = readonly Piece[];

/** What is on the screen, kept as simply as can be: pieces, rectangles, and the whole frame computed anew each time. */
interface Model {
	columns: number;
	rows: number;
	base: Row[];
	panes: {id: string; rect: Rect; rows: Row[]}[];
	covers: Rect[];
}

describe.each(['narrow', 'wide'] as const)('random frames in a terminal with %s emoji', emoji => {
	test.each([1, 2, 3, 4])('seed %i: each of 50 frames is shown as it was meant, cell by cell', async seed => {
		const random = createSeededRandom(seed);
		const model: Model = {columns: 60, rows: 20, base: [], panes: [], covers: []};
		const grid = createGrid(model.columns, model.rows, emoji);
		const queue: string[] = [];
		let isBehind = false;
		const screen = createScreen({
			columns: model.columns,
			rows: model.rows,
			colors: '256',
			write(text) {
				expect({isBehind}).toEqual({isBehind: false});
				queue.push(text);
				isBehind = chance(random, 0.3);
				return !isBehind;
			},
		});
		const lines = new WeakMap<Row, Line>();
		const show = (): void => {
			screen.base(model.base.map(ansiOf).join('\n'));
			for (const {id, rect, rows} of model.panes)
				screen.paint(
					id,
					rect,
					rows.map(row => lineOf(row, lines)),
				);
			screen.cover(model.covers);
			screen.flush();
		};
		await grid.write('\x1B[?1049h\x1B[?7l');
		for (let frame = 0; frame < 50; frame++) {
			change(model, random);
			if (model.columns !== 60 + Math.trunc(frame / 13) * 7) {
				model.columns += 7;
				model.rows -= 2;
				grid.resize(model.columns, model.rows);
				screen.resize(model.columns, model.rows);
			}
			if (chance(random, 0.03)) screen.repaint();
			show();
			while (isBehind) {
				change(model, random);
				show();
				await grid.write(queue.splice(0).join(''));
				isBehind = false;
				screen.drained();
			}
			await grid.write(queue.splice(0).join(''));
			expectShown(grid, model, `frame ${frame}`);
		}
		expect(grid.scrolledRows).toBe(0);
		grid.dispose();
	});
});

function change(model: Model, random: Random): void {
	const {columns, rows} = model;
	if (model.base.length === 0) {
		model.base = Array.from({length: rows}, () => randomRow(random, columns));
		for (const id of ['left', 'right']) {
			const rect = randomRect(random, columns, rows);
			model.panes.push({id, rect, rows: Array.from({length: rows}, () => randomRow(random, columns))});
		}
		return;
	}
	const pane = model.panes[pick(random, model.panes.length)];
	if (pane === undefined) return;
	const at = pick(random, rows);
	switch (pick(random, 9)) {
		case 0:
			pane.rows[at] = randomRow(random, columns);
			break;
		case 1:
			pane.rows = [...pane.rows.slice(1), randomRow(random, columns)];
			break;
		case 2:
			pane.rows = [randomRow(random, columns), ...pane.rows.slice(0, -1)];
			break;
		case 3:
			pane.rows[at] = (pane.rows[at] ?? []).map(piece => ({...piece, style: {flags: INVERSE}}));
			break;
		case 4:
			model.base[at] = randomRow(random, columns);
			break;
		case 5:
			pane.rect = randomRect(random, columns, rows);
			break;
		case 6:
			model.covers = chance(random, 0.5) ? [] : [randomRect(random, columns, rows)];
			break;
		case 7: {
			const row = pane.rows[at] ?? [];
			const index = pick(random, row.length);
			pane.rows[at] = row.map((piece, other) => (other === index ? randomPiece(random) : piece));
			break;
		}
		default:
			pane.rows = pane.rows.map(row => (chance(random, 0.3) ? [] : row));
	}
}

function randomRow(random: Random, columns: number): Row {
	return Array.from({length: pick(random, columns)}, () => randomPiece(random));
}

function randomPiece(random: Random): Piece {
	const piece = PIECES[pick(random, PIECES.length)] ?? {text: '', shown: []};
	return {...piece, style: STYLES[pick(random, STYLES.length)] ?? {}};
}

/** Sometimes beyond the edges. */
function randomRect(random: Random, columns: number, rows: number): Rect {
	const x = pick(random, columns) - 3;
	const y = pick(random, rows) - 2;
	return {x, y, width: pick(random, columns), height: pick(random, rows)};
}

function pick(random: Random, length: number): number {
	return Math.floor(random() * length);
}

function chance(random: Random, probability: number): boolean {
	return random() < probability;
}

function lineOf(row: Row, lines: WeakMap<Row, Line>): Line {
	const line = lines.get(row) ?? row.map(({text, style}) => ({text, style}));
	lines.set(row, line);
	return line;
}

/** As Ink would draw it: each piece set and reset. */
function ansiOf(row: Row): string {
	return row
		.map(({text, style: {foreground, background, flags = 0}}) => {
			const codes = [
				...(flags & BOLD ? ['1'] : []),
				...(flags & DIM ? ['2'] : []),
				...(flags & ITALIC ? ['3'] : []),
				...(flags & UNDERLINE ? ['4'] : []),
				...(flags & INVERSE ? ['7'] : []),
				...(foreground === undefined ? [] : foreground < 8 ? [`${30 + foreground}`] : [`38;5;${foreground}`]),
				...(background === undefined ? [] : [`48;5;${background}`]),
			];
			return `\x1B[${codes.join(';')}m${text}\x1B[0m`;
		})
		.join('');
}

interface Meant {
	readonly text: string;
	readonly style: Style;
	readonly isWide: boolean;
}

function expectShown(grid: Grid, model: Model, name: string): void {
	const meant = frameOf(model).map(row => row.map(lookOf));
	const shown = meant.map((row, y) => row.map((cell, x) => withoutRightHalf(visible(grid.cell(x, y)), cell)));
	expect({name, shown}).toEqual({name, shown: meant});
}

/** An old terminal draws an emoji into the left cell only and leaves the right one blank: both are right. */
function withoutRightHalf(shown: GridCell, meant: GridCell): GridCell {
	return meant.text === '' && shown.text === ' ' ? meant : shown;
}

function frameOf({columns, rows, base, panes, covers}: Model): Meant[][] {
	return Array.from({length: rows}, (_, y) => {
		const below = cellsOf(base[y] ?? [], columns);
		const cells = [...below];
		for (const {rect, rows: paneRows} of panes) {
			if (!isInside(rect, rect.x, y) || rect.width <= 0) continue;
			const start = Math.max(0, rect.x);
			const width = Math.max(0, Math.min(columns, rect.x + rect.width) - start);
			cells.splice(start, width, ...cellsOf(paneRows[y - rect.y] ?? [], width));
		}
		for (let x = 0; x < columns; x++) {
			if (covers.some(rect => isInside(rect, x, y))) cells[x] = below[x] ?? BLANK;
		}
		return cells.map((cell, x) => {
			const before = cells[x - 1];
			if (cell.text === '' && before?.isWide === true) return {...cell, style: before.style};
			const isHalf = cell.isWide ? cells[x + 1]?.text !== '' : cell.text === '';
			return isHalf ? {...cell, text: ' ', isWide: false} : cell;
		});
	});
}

const BLANK: Meant = {text: ' ', style: {}, isWide: false};

function cellsOf(row: Row, width: number): Meant[] {
	const cells = row.flatMap(({shown, style}) => {
		return shown.map((text, index) => ({text, style, isWide: text !== '' && shown[index + 1] === ''}));
	});
	const cutCells: Meant[] = cells.slice(0, width);
	while (cutCells.length < width) cutCells.push(BLANK);
	const last = cutCells.at(-1);
	if (last?.isWide === true) cutCells[width - 1] = {...last, text: ' ', isWide: false};
	return cutCells;
}

function isInside(rect: Rect, x: number, y: number): boolean {
	return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

function lookOf({text, style: {foreground, background, flags = 0}}: Meant): GridCell {
	return visible({
		text,
		...(foreground === undefined ? {} : {foreground}),
		...(background === undefined ? {} : {background}),
		...((flags & BOLD) === 0 ? {} : {bold: true as const}),
		...((flags & DIM) === 0 ? {} : {dim: true as const}),
		...((flags & ITALIC) === 0 ? {} : {italic: true as const}),
		...((flags & UNDERLINE) === 0 ? {} : {underline: true as const}),
		...((flags & INVERSE) === 0 ? {} : {inverse: true as const}),
	});
}

/** Of a blank only its background can be seen, unless it is underlined or turned over. */
function visible(cell: GridCell): GridCell {
	if (cell.text !== ' ' || cell.underline === true || cell.inverse === true) return cell;
	return {text: ' ', ...(cell.background === undefined ? {} : {background: cell.background})};
}
