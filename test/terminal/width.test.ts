import {describe, expect, test} from 'vitest';
import {cut, pad, width} from '../../src/terminal/width.ts';

test.each([
	['', 0],
	['abc', 3],
	['┌─┐', 3],
	['Größe', 5],
	['日本', 4],
	['👍🏽', 2],
	['👨‍👩‍👧', 6],
	['🇩🇪', 2],
	['e\u0301', 1],
	['\x1B[31mred\x1B[0m', 3],
	['a\tb', 3],
	['กำ', 2],
])('%j is as wide as it is shown: %i', (text, cells) => {
	expect(width(text)).toBe(cells);
});

describe('cut', () => {
	test.each([
		['abc', 3, 'abc'],
		['abcd', 3, 'ab…'],
		['abcd', 1, '…'],
		['abcd', 0, ''],
		['abcd', -1, ''],
		['', 3, ''],
		['日本語', 6, '日本語'],
		['日本語', 5, '日本…'],
		['日本語', 4, '日…'],
		['日本語', 2, '…'],
		['日本語', 1, '…'],
		['größer', 5, 'größ…'],
		['x\u0316y\u0316z', 3, 'x\u0316y\u0316z'],
		['x\u0316y\u0316zz', 3, 'x\u0316y\u0316…'],
		['\x1B[31mred\x1B[0m', 3, 'red'],
		['a\u202Eb', 3, 'a�b'],
	])('%j to %i cells is %j', (text, cells, expected) => {
		expect(cut(text, cells)).toBe(expected);
	});

	test('a text of which the end was never looked at shows that it goes on', () => {
		expect(cut(`${'\x1B[m'.repeat(10_000)}abc`, 3)).toBe('…');
		expect(cut('a'.repeat(10_000_000), 4)).toBe('aaa…');
		expect(cut('é'.repeat(10_000_000), 4)).toBe('ééé…');
	});
});

test.each([
	['abc', 5, 'start', 'abc  '],
	['abc', 5, 'end', '  abc'],
	['abc', 2, 'end', 'a…'],
	['日本', 5, 'start', '日本 '],
	['日本', 3, 'end', '日…'],
	['日本', 2, 'start', '… '],
	['', 0, 'start', ''],
] as const)('%j padded to %i cells at its %s is %j', (text, cells, align, expected) => {
	expect(pad(text, cells, align)).toBe(expected);
});
