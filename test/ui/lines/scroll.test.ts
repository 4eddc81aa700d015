import {describe, expect, test} from 'vitest';
import {followLines, INITIAL_LINES, type LinesShape, type LinesState, moveLines} from '../../../src/ui/lines/scroll.ts';
import type {Move} from '../../../src/ui/table/state.ts';

/** Items `a`, `b` …, each of so many lines. */
function shapeOf(lines: readonly number[], height: number, names = 'abcdefghij'): LinesShape {
	const starts = lines.reduce<number[]>((all, count) => [...all, (all.at(-1) ?? 0) + count], [0]);
	return {ids: [...names.slice(0, lines.length)], starts, height};
}

const after = (shape: LinesShape, moves: readonly Move[], state: LinesState = INITIAL_LINES): LinesState =>
	moves.reduce((now, move) => moveLines(now, move, shape), state);

describe('among things of several lines, five lines in sight', () => {
	const shape = shapeOf([1, 2, 1, 3, 1, 1], 5);

	test.each<[name: string, moves: readonly Move[], cursor: string | undefined, top: number]>([
		['nobody has moved', [], undefined, 0],
		['down is the next thing', ['down', 'down'], 'c', 0],
		['a thing is seen whole', ['down', 'down', 'down'], 'd', 2],
		['up goes back, and scrolls no further than needed', ['down', 'down', 'down', 'up'], 'c', 2],
		['up at the top stays', ['up'], 'a', 0],
		['the last', ['last'], 'f', 4],
		['down at the end stays', ['last', 'down'], 'f', 4],
		['the first again', ['last', 'first'], 'a', 0],
		['a page is as many lines as are in sight', ['page-down'], 'd', 4],
		['and back', ['page-down', 'page-up'], 'a', 0],
	])('%s', (_, moves, cursor, top) => {
		const {cursor: id, top: line} = after(shape, moves);
		expect([id, line]).toEqual([cursor, top]);
	});
});

describe('a thing that is longer than the pane', () => {
	const shape = shapeOf([1, 8, 1], 3);

	test('is scrolled through before the cursor leaves it', () => {
		const tops = [1, 2, 3, 4, 5, 6, 7, 8].map(count => {
			const {cursor, top} = after(shape, Array<Move>(count).fill('down'));
			return `${cursor} ${top}`;
		});
		expect(tops).toEqual(['b 1', 'b 2', 'b 3', 'b 4', 'b 5', 'b 6', 'c 7', 'c 7']);
	});

	test('and back', () => {
		const {cursor, top} = after(shape, [...Array<Move>(8).fill('down'), 'up', 'up']);
		expect([cursor, top]).toEqual(['b', 5]);
	});
});

describe('when things come and go', () => {
	test('the cursor goes where its thing goes', () => {
		const state = after(shapeOf([1, 1, 1], 5), ['down']);
		expect(followLines(state, shapeOf([1, 1, 1, 1], 5, 'xaby'))).toMatchObject({cursor: 'b', index: 2});
	});

	test('it stands in the place of a thing that is not there, and is back with it', () => {
		const state = after(shapeOf([1, 1, 1], 5), ['last']);
		const without = followLines(state, shapeOf([1, 1], 5, 'ab'));
		expect(without).toMatchObject({index: 1, top: 0});
		expect(followLines(without, shapeOf([1, 1, 1], 5))).toMatchObject({cursor: 'c', index: 2});
	});

	test('nothing at all is no trouble', () => {
		const nothing = shapeOf([], 5);
		expect(followLines(after(nothing, ['down', 'page-up', 'last']), nothing)).toMatchObject({index: 0, top: 0});
	});
});
