import {expect, test} from 'vitest';
import {formatDuration, formatRate, formatShare} from '../../src/lib/figures.ts';

test.each([
	[0, '0'],
	[0.001, '<0.1'],
	[0.05, '0.1'],
	[0.3, '0.3'],
	[2, '2'],
	[9.94, '9.9'],
	[9.96, '10'],
	[12.4, '12'],
	[999.4, '999'],
	[999.6, '1k'],
	[1234, '1.2k'],
	[41_300, '41k'],
	[999_400, '999k'],
	[999_600, '1M'],
	[-1, '–'],
	[NaN, '–'],
	[Infinity, '–'],
])('%f requests per second are %s', (rate, words) => {
	expect(formatRate(rate)).toBe(words);
});

test.each([
	[undefined, '–'],
	[0, '0ms'],
	[0.2, '<1ms'],
	[12.4, '12ms'],
	[840, '840ms'],
	[999.4, '999ms'],
	[999.6, '1s'],
	[1840, '1.8s'],
	[9960, '10s'],
	[12_300, '12s'],
	[59_600, '1m00s'],
	[125_000, '2m05s'],
	[3_599_600, '1h00m'],
	[9_000_000, '2h30m'],
	[-3, '–'],
	[NaN, '–'],
])('%s ms are %s', (durationMs, words) => {
	expect(formatDuration(durationMs)).toBe(words);
});

test.each([
	[undefined, '–'],
	[0, '0%'],
	[0.0001, '<0.1%'],
	[0.004, '0.4%'],
	[0.031, '3.1%'],
	[0.0996, '10%'],
	[0.4, '40%'],
	[0.9949, '99%'],
	[0.999, '>99%'],
	[1, '100%'],
	[NaN, '–'],
])('a share of %s is %s', (share, words) => {
	expect(formatShare(share)).toBe(words);
});
