import {describe, expect, test} from 'vitest';
import {formatAge} from '../../src/lib/age.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

describe('an age reads as kubectl prints it', () => {
	test.each([
		[0, '0s'],
		[999, '0s'],
		[1 * SECOND, '1s'],
		[119 * SECOND, '119s'],
		[2 * MINUTE, '2m'],
		[2 * MINUTE + SECOND, '2m1s'],
		[10 * MINUTE - SECOND, '9m59s'],
		[10 * MINUTE, '10m'],
		[10 * MINUTE + 30 * SECOND, '10m'],
		[3 * HOUR - SECOND, '179m'],
		[3 * HOUR, '3h'],
		[3 * HOUR + 59 * SECOND, '3h'],
		[3 * HOUR + MINUTE, '3h1m'],
		[8 * HOUR - SECOND, '7h59m'],
		[8 * HOUR, '8h'],
		[48 * HOUR - SECOND, '47h'],
		[48 * HOUR, '2d'],
		[51 * HOUR, '2d3h'],
		[8 * DAY - SECOND, '7d23h'],
		[8 * DAY, '8d'],
		[2 * YEAR - SECOND, '729d'],
		[2 * YEAR, '2y'],
		[2 * YEAR + 40 * DAY, '2y40d'],
		[8 * YEAR - SECOND, '7y364d'],
		[8 * YEAR, '8y'],
		[30 * YEAR, '30y'],
	])('%d ms is %s', (durationMs, expected) => {
		expect(formatAge(durationMs)).toBe(expected);
	});

	test('a clock that runs ahead of ours makes no negative ages', () => {
		expect([formatAge(-1), formatAge(-5 * HOUR)]).toEqual(['0s', '0s']);
	});

	test('what is no number is nothing', () => {
		expect([formatAge(NaN), formatAge(Infinity)]).toEqual(['–', '–']);
	});
});
