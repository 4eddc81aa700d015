import {describe, expect, test} from 'vitest';
import {type Extent, moveScroll, placed, type Scroll, settled, START} from '../../../src/ui/document/scroll.ts';
import type {Move} from '../../../src/ui/table/state.ts';
import {createSeededRandom} from '../../support/random.ts';

/** Lines of so many rows each, on a screen of ten rows. */
const extentOf = (rows: readonly number[], height = 10): Extent => ({
	length: rows.length,
	height,
	rowsOf: line => rows[line] ?? 1,
});
const plain = (length: number): Extent => extentOf(Array.from({length}, () => 1));
const walk = (moves: readonly Move[], extent: Extent, from: Scroll = START): Scroll =>
	moves.reduce((scroll, move) => moveScroll(scroll, move, extent), from);
const times = (move: Move, count: number): readonly Move[] => Array.from({length: count}, () => move);

test('the cursor goes down with three rows in sight below it, and to the end without', () => {
	expect(walk(times('down', 6), plain(30))).toEqual({cursor: 6, top: 0, skip: 0});
	expect(walk(times('down', 7), plain(30))).toEqual({cursor: 7, top: 1, skip: 0});
	expect(walk(times('down', 99), plain(30))).toEqual({cursor: 29, top: 20, skip: 0});
	expect(walk([...times('down', 29), ...times('up', 7)], plain(30))).toEqual({cursor: 22, top: 19, skip: 0});
});

test('pages overlap by a row; the cursor goes with them, and at last to the very end', () => {
	expect(walk(['page-down'], plain(30))).toEqual({cursor: 9, top: 9, skip: 0});
	expect(walk(times('page-down', 3), plain(30))).toEqual({cursor: 20, top: 20, skip: 0});
	expect(walk(times('page-down', 4), plain(30))).toEqual({cursor: 29, top: 20, skip: 0});
	expect(walk(['last', 'page-up'], plain(30))).toEqual({cursor: 11, top: 11, skip: 0});
	expect(walk(['last', ...times('page-up', 4)], plain(30))).toEqual({cursor: 0, top: 0, skip: 0});
	expect(walk(['page-down'], plain(4))).toEqual({cursor: 3, top: 0, skip: 0});
});

test('a line that is longer than the screen is read row by row', () => {
	const extent = extentOf([1, 25, 1]);
	const on = walk(['down'], extent);
	expect(on).toEqual({cursor: 1, top: 1, skip: 0});
	expect(walk(times('down', 15), extent, on)).toEqual({cursor: 1, top: 1, skip: 15});
	expect(walk(times('down', 16), extent, on)).toEqual({cursor: 2, top: 1, skip: 16});
	expect(walk(['last', 'up'], extent)).toMatchObject({cursor: 1});
});

test('what goes away takes nobody beyond the end', () => {
	expect(settled({cursor: 25, top: 20, skip: 3}, plain(5))).toEqual({cursor: 4, top: 0, skip: 0});
	expect(settled({cursor: 25, top: 20, skip: 3}, plain(0))).toEqual({cursor: 0, top: 0, skip: 0});
	expect(placed(START, 1000, plain(0))).toEqual({cursor: 0, top: 0, skip: 0});
});

describe('however one moves', () => {
	const moves: readonly Move[] = ['up', 'down', 'half-up', 'half-down', 'page-up', 'page-down', 'first', 'last'];
	test.each([1, 2, 3, 10, 17])('the cursor is on a screen of %i rows, which is full when there is enough', height => {
		const random = createSeededRandom(height);
		for (let round = 0; round < 40; round++) {
			const length = Math.floor(random() * 40);
			const rows = Array.from({length}, () => 1 + Math.floor(random() ** 6 * 30));
			const extent = extentOf(rows, height);
			let scroll = START;
			for (let step = 0; step < 100; step++) {
				const move = moves[Math.floor(random() * moves.length)] ?? 'down';
				scroll =
					random() < 0.2
						? placed(scroll, Math.floor(random() * length), extent)
						: moveScroll(scroll, move, extent);
				expect({problem: problemOf(scroll, rows, height), move, rows, scroll}).toMatchObject({problem: ''});
			}
		}
	});
});

function problemOf({cursor, top, skip}: Scroll, rows: readonly number[], height: number): string {
	if (rows.length === 0) return cursor === 0 && top === 0 && skip === 0 ? '' : 'somewhere in nothing';
	if (cursor < 0 || cursor >= rows.length || top < 0 || top >= rows.length) return 'outside';
	if (skip < 0 || skip >= (rows[top] ?? 1)) return 'skips more than there is';
	const start = sum(rows.slice(top, cursor)) - skip;
	const end = start + (rows[cursor] ?? 1);
	if (cursor < top || end <= 0 || start >= height) return 'the cursor is out of sight';
	const below = sum(rows.slice(top)) - skip;
	return below < Math.min(height, sum(rows)) ? 'rows stay empty' : '';
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
