import {expect, test} from 'vitest';
import {longestGapMs} from '../../src/diagnosis/rules/cronjob-missed/schedule.ts';
import {MINUTE, NOON, SECOND} from '../support/rows.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
	['* * * * *', MINUTE],
	['*/10 * * * *', 10 * MINUTE],
	['5/15 * * * *', 15 * MINUTE],
	['0 * * * *', HOUR],
	['0,5 * * * *', 55 * MINUTE],
	['0 9-17 * * *', 16 * HOUR],
	['30 2 * * *', DAY],
	['TZ=Europe/Berlin 30 2 * * *', DAY],
	['0 0 * * mon-fri', 3 * DAY],
	['0 0 * * 1', 7 * DAY],
	['0 0 1 * *', 31 * DAY],
	['0 0 1,15 * *', 17 * DAY],
	['0 0 1 * 1', 7 * DAY],
	['0 0 1 jan *', 366 * DAY],
	['@hourly', HOUR],
	['@daily', DAY],
	['@every 90s', 90 * SECOND],
])('%s leaves at most %d ms between two runs', (schedule, gapMs) => {
	expect(longestGapMs(schedule, NOON)).toBe(gapMs);
});

test.each([
	'',
	'now',
	'* * * *',
	'60 * * * *',
	'5-1 * * * *',
	'* * * * * *',
	'*/0 * * * *',
	'1-2-3 * * * *',
	'0 0 30 2 *',
	'a b c d e',
])('%j is never missed', schedule => {
	expect(longestGapMs(schedule, NOON)).toBeUndefined();
});

test('a schedule of any length takes no time', () => {
	const startedAt = performance.now();
	for (const part of ['1,', '*/', ' ', '1-', '@every ']) longestGapMs(part.repeat(50_000), NOON);
	expect(performance.now() - startedAt).toBeLessThan(500);
});
