import {describe, expect, test} from 'vitest';
import {asciiFor} from '../../../src/terminal/ascii.ts';
import {histogram, scaleLabels, scaleOf} from '../../../src/ui/requests/histogram.ts';
import {GLYPHS} from '../../../src/ui/theme/glyphs.ts';
import {durationsOf} from '../../support/traffic.ts';

const paint = (ms: readonly number[], cells = 20, maxMs = 10_000): string =>
	histogram(durationsOf(ms), {maxMs, cells}, GLYPHS.heights);

describe('how long requests took, as heights', () => {
	test.each([
		['nothing is a flat line', [], '▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁'],
		['less than a millisecond is in the first cell', [0, 0.2], '█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁'],
		['the longest is in the last', [10_000], '▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█'],
		['each power of ten has as many cells', [1, 11, 110, 1100], '█▁▁▁▁█▁▁▁▁█▁▁▁▁█▁▁▁▁'],
		['two thirds are two thirds as high', [1, 1, 1, 110, 110], '█▁▁▁▁▁▁▁▁▁▆▁▁▁▁▁▁▁▁▁'],
	])('%s', (_, ms, heights) => {
		expect(paint(ms)).toBe(heights);
	});

	test('one slow request among thousands is seen', () => {
		expect(paint([...Array.from({length: 5000}, () => 11), 4000])).toBe('▁▁▁▁▁█▁▁▁▁▁▁▁▁▁▁▁▁▂▁');
	});

	test('no request is left out, and none is counted twice', () => {
		const ms = Array.from({length: 400}, (_, index) => 1.03 ** index - 0.9);
		const counted: [number, number][] = [];
		histogram({...durationsOf(ms), between: (from, to) => counted.push([from, to])}, {maxMs: 5000, cells: 37}, [
			'',
		]);
		expect([counted[0]?.[0], counted.at(-1)?.[1]]).toEqual([0, Infinity]);
		expect(counted.slice(1).map(([from]) => from)).toEqual(counted.slice(0, -1).map(([, to]) => to));
	});

	test('heights can be told apart in ASCII', () => {
		expect(new Set(GLYPHS.heights.map(height => asciiFor(height, 1))).size).toBe(GLYPHS.heights.length);
	});
});

describe('what stands below it', () => {
	test.each([
		[10_000, 40, '1ms       10ms      100ms     1s     10s'],
		[4200, 40, '1ms        10ms       100ms      1s 4.2s'],
		[4200, 20, '1ms   10ms      4.2s'],
		[10, 12, '1ms     10ms'],
		[10, 6, '  10ms'],
	])('up to %i ms in %i cells', (maxMs, cells, labels) => {
		expect(scaleLabels({maxMs, cells})).toBe(labels);
	});
});

describe('the scale', () => {
	test('ends with the longest of all, and spans a power of ten at least', () => {
		expect(scaleOf([durationsOf([4]), durationsOf([]), durationsOf([840])], 30)).toEqual({maxMs: 840, cells: 30});
		expect(scaleOf([durationsOf([3])], 30)).toEqual({maxMs: 10, cells: 30});
	});

	test('there is none where nothing was timed, or there is no room', () => {
		expect([scaleOf([durationsOf([])], 30), scaleOf([durationsOf([3])], 0)]).toEqual([undefined, undefined]);
	});
});
