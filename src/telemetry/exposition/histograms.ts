import type {Histogram} from '../../model/histogram.ts';
import type {NamedSample, Samples} from '../contract.ts';
import {countIn} from './samples.ts';

/** The names of the lines of a histogram or a summary. */
export function histogramNames(base: string): readonly string[] {
	return [`${base}_bucket`, `${base}_count`, `${base}_sum`];
}

/**
 * The histograms under a name, those of one key added up. A summary is one without bounds.
 * @param base without `_bucket`, `_count`, `_sum`
 * @param unitMs milliseconds of its unit: 1000 for one in seconds
 * @param keyOf undefined for samples to leave out
 */
export function histogramsOf(
	samples: Samples,
	base: string,
	unitMs: number,
	keyOf: (sample: NamedSample) => string | undefined,
): ReadonlyMap<string, Histogram> {
	const parts = new Map<string, Parts>();
	const partsOf = (sample: NamedSample): Parts | undefined => {
		const key = keyOf(sample);
		if (key === undefined) return undefined;
		const known = parts.get(key);
		if (known !== undefined) return known;
		const added = {buckets: new Map<number, number>(), count: undefined, sum: 0};
		parts.set(key, added);
		return added;
	};
	const [bucketName = '', countName = '', sumName = ''] = histogramNames(base);
	for (const sample of samples.of(bucketName)) {
		const bound = boundIn(sample);
		const value = countIn(sample.value);
		if (bound === undefined || value === undefined) continue;
		const buckets = partsOf(sample)?.buckets;
		buckets?.set(bound, (buckets.get(bound) ?? 0) + value);
	}
	for (const sample of samples.of(countName)) {
		const part = partsOf(sample);
		if (part !== undefined) part.count = (part.count ?? 0) + (countIn(sample.value) ?? 0);
	}
	for (const sample of samples.of(sumName)) {
		const part = partsOf(sample);
		if (part !== undefined) part.sum += countIn(sample.value) ?? 0;
	}
	return new Map([...parts].map(([key, part]) => [key, histogramIn(part, unitMs)]));
}

interface Parts {
	readonly buckets: Map<number, number>;
	count: number | undefined;
	sum: number;
}

function histogramIn({buckets, count, sum}: Parts, unitMs: number): Histogram {
	const bounds = [...buckets.keys()]
		.filter(Number.isFinite)
		.toSorted((a, b) => a - b)
		.slice(0, BOUNDS_MAX);
	const cumulative = bounds.map(bound => buckets.get(bound) ?? 0);
	// Buckets that fall are not cumulative, or were changed while they were written: each has at least what is below it.
	for (let index = 1; index < cumulative.length; index++)
		cumulative[index] = Math.max(cumulative[index] ?? 0, cumulative[index - 1] ?? 0);
	return {
		bounds: bounds.map(bound => inMs(bound, unitMs)),
		cumulative,
		count: Math.max(count ?? buckets.get(Number.POSITIVE_INFINITY) ?? 0, cumulative.at(-1) ?? 0),
		sumMs: sum * unitMs,
	};
}

/** No producer has so many. */
const BOUNDS_MAX = 200;

/** `0.1`, `1`, `1.0` and `+Inf` are numbers: producers do not agree how they are written. */
function boundIn({labels}: NamedSample): number | undefined {
	const text = labels.get('le');
	if (text === undefined || text === '') return undefined;
	if (/^\+?inf$/i.test(text)) return Number.POSITIVE_INFINITY;
	const bound = Number(text);
	return Number.isNaN(bound) ? undefined : bound;
}

/** 0.005 s are 5 ms, and not 5.000000000000001. */
function inMs(bound: number, unitMs: number): number {
	return Number((bound * unitMs).toPrecision(12));
}
