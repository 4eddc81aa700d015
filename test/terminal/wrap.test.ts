import {describe, expect, test} from 'vitest';
import {width} from '../../src/terminal/width.ts';
import {wrap} from '../../src/terminal/wrap.ts';

describe('a text as lines', () => {
	test.each([
		['that fits', 'ready', 10, 3, ['ready']],
		['is broken at blanks', 'the database refuses connections', 14, 5, ['the database', 'refuses', 'connections']],
		['that fits exactly keeps its blank outside', 'four five', 4, 2, ['four', 'five']],
		[
			'breaks a word that is longer than a line',
			'registry.example.com/api',
			10,
			5,
			['registry.e', 'xample.com', '/api'],
		],
		['is cut in the last line', 'one two three four', 5, 2, ['one', 'two …']],
		['of one line is only cut', 'one two three', 8, 1, ['one two…']],
		['counts cells, not characters', '数据库拒绝连接', 5, 9, ['数据', '库拒', '绝连', '接']],
		['that is empty is one line', '', 5, 3, ['']],
		['without room is one empty line', 'anything', 0, 3, ['']],
		['loses its line ends and control sequences', 'a\u001B[31m\nb', 5, 3, ['a b']],
	] as const)('%s', (_, text, cells, linesMax, lines) => {
		expect(wrap(text, cells, linesMax)).toEqual(lines);
	});

	test('is never wider than asked, and the work is bounded', () => {
		const hostile = '数 a\u202E\u0301'.repeat(200_000);
		for (const cells of [1, 2, 7, 80]) {
			const lines = wrap(hostile, cells, 4);
			expect(lines.length).toBeLessThanOrEqual(4);
			for (const line of lines) expect(width(line)).toBeLessThanOrEqual(cells);
		}
	});
});
