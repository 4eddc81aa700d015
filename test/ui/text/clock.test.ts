import {expect, test} from 'vitest';
import {formatClock} from '../../../src/ui/text/clock.ts';

const HOUR_MS = 3_600_000;
const noon = Date.UTC(2026, 10, 24, 12, 1, 10, 7);

test.each([
	['UTC', noon, 0, '12:01:10.007'],
	['an hour ahead', noon, HOUR_MS, '13:01:10.007'],
	['India', noon, 5.5 * HOUR_MS, '17:31:10.007'],
	['behind, on the day before', noon, -13 * HOUR_MS, '23:01:10.007'],
	['midnight', 0, 0, '00:00:00.000'],
	['before 1970', -1, 0, '23:59:59.999'],
	['a part of a millisecond', 0.7, 0, '00:00:00.000'],
	['no time', Number.NaN, 0, '–'],
])('%s', (_, at, offsetMs, text) => {
	expect(formatClock(at, offsetMs, 'milliseconds')).toBe(text);
	expect(formatClock(at, offsetMs)).toBe(text.split('.')[0]);
});
