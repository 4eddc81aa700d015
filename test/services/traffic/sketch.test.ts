import {describe, expect, test} from 'vitest';
import type {Random} from '../../../src/lib/clock.ts';
import {cellOf, CELLS, durationOf, durations} from '../../../src/services/traffic/sketch.ts';
import {addRequest, createSeries, sketchOf} from '../../../src/services/traffic/series.ts';
import type {Durations} from '../../../src/services/traffic/contract.ts';
import {findCases} from '../../support/cases.ts';
import {createSeededRandom} from '../../support/random.ts';

const SHARES = [0.001, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 1];

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const DISTRIBUTIONS: readonly (readonly [string, (random: Random) => number])[] = [
	['as requests usually are', random => 20 * Math.exp(normal(random))],
	['all about the same', random => 100 + random()],
	['fast ones and those that wait for a lock', random => (random() < 0.9 ? 5 + random() : 3000 + 100 * random())],
	['from the shortest to the longest that is kept', random => 0.01 * 8.64e9 ** random()],
	['whole milliseconds', random => 1 + Math.floor(random() * 2000)],
	['Pareto, with a heavy tail', random => 2 / (1 - random()) ** 1.2],
];

test.each(DISTRIBUTIONS)('percentiles are within 1 %% of the exact ones: %s', (_, draw) => {
	const random = createSeededRandom(11);
	for (const count of [1, 2, 7, 100, 1500, 40_000]) {
		const drawn = Array.from({length: count}, () => Math.min(86_400_000, draw(random)));
		expect(faultsOf(sketchOfAll(drawn), drawn)).toEqual([]);
	}
});

test('the same holds when the durations of several are added up', () => {
	const random = createSeededRandom(12);
	const parts = [900, 5, 3000].map(count => Array.from({length: count}, () => 30 * Math.exp(2 * normal(random))));
	expect(faultsOf(sketchOfAll(...parts), parts.flat())).toEqual([]);
});

const cases = findCases();
describe.skipIf('skipped' in cases)('skipped' in cases ? cases.skipped : 'durations of recorded cases', () => {
	test.each('skipped' in cases ? [] : cases.filter(({id}) => /^2[45]-/.test(id)))('$id', ({logs}) => {
		const took = Object.values(logs()).flatMap(text =>
			[...text.matchAll(/SLOW REQUEST: \S+ took (\d+\.\d+)s/g)].map(([, seconds]) => Number(seconds) * 1000),
		);
		expect(took.length).toBeGreaterThan(5);
		expect(faultsOf(sketchOfAll(took), took)).toEqual([]);
	});
});

test('every duration is within 1 % of what its cell stands for', () => {
	for (let durationMs = 0.01; durationMs < 86_400_000; durationMs *= 1.0007) {
		const cell = cellOf(durationMs);
		expect(Math.abs(durationOf(cell) / durationMs - 1)).toBeLessThanOrEqual(0.010_000_1);
		expect(cell).toBeLessThan(CELLS);
	}
	expect([0, -1, Number.NaN, 0.001].map(cellOf)).toEqual([0, 0, 0, 0]);
	expect([Infinity, 1e15].map(cellOf)).toEqual([CELLS - 1, CELLS - 1]);
});

test('requests of which only a limit is known rank below all others', () => {
	const known = {timed: 2, below: 8, thresholdMs: 1000, isOnlySlow: false, sumMs: 5000, maxMs: 3000};
	const one = durations(known, () => ({first: cellOf(2000), counts: countsOf([2000, 3000])}));
	expect([one.count, one.sumMs, one.maxMs]).toEqual([10, 5000, 3000]);
	expect(one.quantile(0.8)).toBeUndefined();
	expect(one.quantile(0.9)).toBeCloseTo(2000, -2);
	expect(one.quantile(1)).toBe(3000);
	expect([one.between(0, 1000), one.between(0, 500), one.between(0, 2500), one.between(1000, 9000)]).toEqual([
		8, 0, 9, 2,
	]);
});

test('nothing is known of nothing', () => {
	const none = sketchOfAll([]);
	expect([none.count, none.maxMs, none.quantile(0.5), none.between(0, Infinity)]).toEqual([
		0,
		undefined,
		undefined,
		0,
	]);
});

function countsOf(list: readonly number[]): Uint32Array {
	const first = cellOf(list[0] ?? 0);
	const counts = new Uint32Array(CELLS);
	for (const durationMs of list) counts[cellOf(durationMs) - first] = 1;
	return counts;
}

const AT = Date.UTC(2026, 10, 24, 12);

/** Through what keeps them, each list in a series of its own, spread over five minutes. */
function sketchOfAll(...lists: readonly (readonly number[])[]): Durations {
	const all = lists.flat();
	const series = lists.map(list => {
		const one = createSeries();
		for (const [index, durationMs] of list.entries())
			addRequest(one, AT + (index % 300) * 1000, 200, durationMs, Infinity);
		return one;
	});
	const minute = Math.floor(AT / 60_000);
	const known = {
		timed: all.length,
		below: 0,
		thresholdMs: 0,
		isOnlySlow: false,
		sumMs: all.reduce((sum, one) => sum + one, 0),
		maxMs: all.reduce((most, one) => Math.max(most, one), 0),
	};
	return durations(known, () => sketchOf(series, {of: 'minutes', from: minute, to: minute + 4}));
}

/** Percentiles that are further from the exact ones than 1 %, and a count that is not that of all. */
function faultsOf(found: Durations, list: readonly number[]): readonly string[] {
	const sorted = list.toSorted((a, b) => a - b);
	const far = SHARES.filter(share => {
		const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN;
		return !(Math.abs((found.quantile(share) ?? Infinity) / exact - 1) <= 0.010_000_1);
	});
	const counted = found.between(0, Infinity);
	return [
		...far.map(share => `p${share * 100} of ${list.length} is ${found.quantile(share)}`),
		...(counted === list.length ? [] : [`${counted} of ${list.length} are counted`]),
	];
}
