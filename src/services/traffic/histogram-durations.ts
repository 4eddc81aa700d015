import {type Histogram, quantileOf} from '../../model/histogram.ts';
import type {Durations} from './contract.ts';

/**
 * Durations out of the buckets of a histogram. All of them are estimates: what is in a bucket is taken to lie there evenly, so that a
 * percentile is off by at most its bucket, and the longest is the end of the last bucket that has any. What lies beyond the last
 * bound counts as that bound: it is at least so long.
 */
export function histogramDurations(histogram: Histogram): Durations {
	const {count, sumMs} = histogram;
	return {
		isEstimate: true,
		count,
		sumMs,
		maxMs: endOf(histogram),
		quantile: share => quantileOf(histogram, share)?.ms,
		between: (fromMs, toMs) => Math.max(0, Math.round(below(histogram, toMs) - below(histogram, fromMs))),
	};
}

/** The end of the last bucket with anything in it; undefined without buckets. */
function endOf({bounds, cumulative, count}: Histogram): number | undefined {
	if (count <= 0) return undefined;
	const last = cumulative.at(-1) ?? 0;
	return count > last ? bounds.at(-1) : bounds[cumulative.findIndex(atMost => atMost >= last)];
}

/** How many took less than that; without buckets all are taken to be between nothing and anything. */
function below({bounds, cumulative, count}: Histogram, ms: number): number {
	if (ms <= 0) return 0;
	const index = bounds.findIndex(bound => bound >= ms);
	if (index === -1) return count;
	const [lower, upper] = [bounds[index - 1] ?? 0, bounds[index] ?? ms];
	const [before, after] = [cumulative[index - 1] ?? 0, cumulative[index] ?? 0];
	return upper <= lower ? after : before + ((after - before) * (ms - lower)) / (upper - lower);
}
