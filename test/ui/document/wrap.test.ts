import {expect, test} from 'vitest';
import {BOLD} from '../../../src/terminal/line.ts';
import {width} from '../../../src/terminal/width.ts';
import {rowRanges, sliceLine} from '../../../src/ui/document/wrap.ts';
import {createSeededRandom} from '../../support/random.ts';

const rowsOf = (text: string, cells: number, hang = 0): readonly string[] =>
	rowRanges(text, cells, hang).map(([start, end]) => text.slice(start, end));

test.each([
	['a line that fits', 'one two', 10, 0, ['one two']],
	['an empty line', '', 10, 0, ['']],
	['words are kept whole', 'one two three', 9, 0, ['one two', 'three']],
	['rows after the first are shorter', 'one two three', 9, 3, ['one two', 'three']],
	['a blank hangs over the edge', 'abcd efgh', 4, 0, ['abcd', 'efgh']],
	['a word that is too long is broken', 'abcdefghij', 4, 1, ['abcd', 'efg', 'hij']],
	['no row is left half empty for one', 'a bcdefghij', 6, 0, ['a bcde', 'fghij']],
	['wide characters take two cells', '数据库连接', 5, 0, ['数据', '库连', '接']],
	['blanks before it stay', '    one two', 8, 0, ['    one', 'two']],
	['nothing fits', 'ab', 0, 5, ['a', 'b']],
] as const)('%s', (_, text, cells, hang, rows) => {
	expect(rowsOf(text, cells, hang)).toEqual(rows);
});

test('no row is wider than it may be, and nothing but blanks is lost', () => {
	const random = createSeededRandom(3);
	const letters = ['a', 'b', ' ', ' ', '数', 'é', '—', '-'];
	for (let round = 0; round < 500; round++) {
		const text = Array.from({length: Math.floor(random() * 60)}, () => letters[Math.floor(random() * 8)]).join('');
		const cells = 2 + Math.floor(random() * 20);
		const hang = Math.floor(random() * cells);
		const rows = rowsOf(text, cells, hang);
		expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
		for (const [index, row] of rows.entries())
			expect(width(row)).toBeLessThanOrEqual(Math.max(index === 0 ? cells : cells - hang, 2));
	}
});

test('a text of a megabyte has an end, and takes no time', () => {
	const startedAt = performance.now();
	expect(rowRanges('x'.repeat(1_000_000), 80, 2)).toHaveLength(500);
	expect(performance.now() - startedAt).toBeLessThan(500);
});

test('a part of a line keeps its styles', () => {
	const bold = {flags: BOLD};
	const line = [{text: 'abc', style: bold}, {text: 'def'}, {text: 'ghi'}];
	expect(sliceLine(line, [1, 7])).toEqual([{text: 'bc', style: bold}, {text: 'def'}, {text: 'g'}]);
	expect(sliceLine(line, [3, 6])).toEqual([{text: 'def'}]);
	expect(sliceLine(line, [4, 4])).toEqual([]);
});
