import {describe, expect, test} from 'vitest';
import {addedSince, type Histogram, meanOf, quantileOf, together} from '../../src/model/histogram.ts';

/** Counts by bound, in milliseconds. */
function histogram(cumulative: Readonly<Record<number, number>>, count: number, sumMs = 0): Histogram {
	const bounds = Object.keys(cumulative).map(Number);
	return {bounds, cumulative: Object.values(cumulative), count, sumMs};
}

describe('what was added', () => {
	const before = histogram({100: 5, 500: 8}, 10, 3000);

	test('is the difference', () => {
		expect(addedSince(before, histogram({100: 7, 500: 12}, 16, 5000))).toEqual(
			histogram({100: 2, 500: 4}, 6, 2000),
		);
	});

	test('is all when nothing was there before', () => {
		expect(addedSince(undefined, before)).toBe(before);
	});

	test('is all when the counters went back, of the whole or of one bound', () => {
		const anew = histogram({100: 1, 500: 2}, 2, 100);
		expect(addedSince(before, anew)).toBe(anew);
		const mixed = histogram({100: 4, 500: 9}, 12, 100);
		expect(addedSince(before, mixed)).toBe(mixed);
	});

	test('is nothing when nothing happened', () => {
		expect(addedSince(before, before)).toEqual(histogram({100: 0, 500: 0}, 0, 0));
	});

	test('keeps the bounds that both have', () => {
		expect(addedSince(before, histogram({50: 6, 500: 12}, 16, 5000))).toEqual(histogram({500: 4}, 6, 2000));
	});
});

describe('several as one', () => {
	test('adds up by bound', () => {
		const sum = together([histogram({100: 1, 500: 2}, 3, 10), histogram({100: 4, 1000: 6}, 7, 20)]);
		expect(sum).toEqual(histogram({100: 5}, 10, 30));
	});

	test('one without bounds does not take those of the others away', () => {
		expect(together([histogram({100: 1}, 2, 10), histogram({}, 3, 20)])).toEqual(histogram({100: 1}, 5, 30));
	});

	test('none is nothing', () => {
		expect(together([])).toEqual(histogram({}, 0, 0));
	});
});

describe('a quantile', () => {
	test.each([
		['lies evenly between two bounds', histogram({100: 50, 200: 100}, 100), 0.95, {ms: 190, isAtLeast: false}],
		['lies between 0 and the first bound', histogram({100: 100, 200: 100}, 100), 0.5, {ms: 50, isAtLeast: false}],
		['is a bound when it falls on it', histogram({100: 50, 200: 100}, 100), 0.5, {ms: 100, isAtLeast: false}],
		['is beyond the last bound', histogram({100: 50, 200: 60}, 100), 0.95, {ms: 200, isAtLeast: true}],
		['is found across empty buckets', histogram({1: 0, 2: 0, 3: 10, 4: 10}, 10), 0.5, {ms: 2.5, isAtLeast: false}],
	])('%s', (_, given, share, quantile) => {
		expect(quantileOf(given, share)).toEqual(quantile);
	});

	test('is not known of nothing, and not without bounds', () => {
		expect(quantileOf(histogram({100: 0}, 0), 0.95)).toBeUndefined();
		expect(quantileOf(histogram({}, 10, 100), 0.95)).toBeUndefined();
	});
});

test('a mean', () => {
	expect(meanOf(histogram({}, 4, 100))).toBe(25);
	expect(meanOf(histogram({}, 0, 0))).toBeUndefined();
	expect(meanOf(histogram({}, 4, 0))).toBeUndefined();
});
