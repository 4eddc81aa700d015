/** How long things took, counted since a process began. */
export interface Histogram {
	/** Milliseconds, ascending, without the infinite one; empty when only their number and their sum are known. */
	readonly bounds: readonly number[];
	/** For each bound, how many took at most so long. */
	readonly cumulative: readonly number[];
	readonly count: number;
	/** 0 when it is not given. */
	readonly sumMs: number;
}

/** A duration that a share of all did not exceed. */
export interface Quantile {
	readonly ms: number;
	/** It lies beyond the last bound: `ms` is that bound, and the truth is more. */
	readonly isAtLeast: boolean;
}

/** What was added between two looks. Counters that went back began anew in between, so that all that they say was added. */
export function addedSince(before: Histogram | undefined, now: Histogram): Histogram {
	if (before === undefined || now.count < before.count) return now;
	const shared = sharedBounds([before, now]);
	const earlier = shared.map(bound => atMost(before, bound));
	const later = shared.map(bound => atMost(now, bound));
	if (later.some((count, index) => count < (earlier[index] ?? 0))) return now;
	return {
		bounds: shared,
		cumulative: later.map((count, index) => count - (earlier[index] ?? 0)),
		count: now.count - before.count,
		sumMs: Math.max(0, now.sumMs - before.sumMs),
	};
}

/** Several as one. Of bounds those remain that all have; who has none at all has no say in them. */
export function together(histograms: readonly Histogram[]): Histogram {
	const bounded = histograms.filter(({bounds}) => bounds.length > 0);
	const bounds = sharedBounds(bounded);
	return {
		bounds,
		cumulative: bounds.map(bound => bounded.reduce((sum, one) => sum + atMost(one, bound), 0)),
		count: histograms.reduce((sum, {count}) => sum + count, 0),
		sumMs: histograms.reduce((sum, {sumMs}) => sum + sumMs, 0),
	};
}

/**
 * An estimate, as good as the bounds are narrow: what is between two of them is taken to lie there evenly, as Prometheus does.
 * Undefined when nothing was counted, or without bounds.
 * @param share 0.95
 */
export function quantileOf({bounds, cumulative, count}: Histogram, share: number): Quantile | undefined {
	const last = bounds.at(-1);
	if (count <= 0 || last === undefined) return undefined;
	const rank = share * count;
	const index = cumulative.findIndex(below => below >= rank);
	if (index === -1) return {ms: last, isAtLeast: true};
	const upper = bounds[index] ?? last;
	const lower = index === 0 ? Math.min(0, upper) : (bounds[index - 1] ?? 0);
	const before = index === 0 ? 0 : (cumulative[index - 1] ?? 0);
	const inside = (cumulative[index] ?? 0) - before;
	return {ms: inside <= 0 ? upper : lower + (upper - lower) * ((rank - before) / inside), isAtLeast: false};
}

/** Milliseconds; undefined when nothing was counted, or no sum was given. */
export function meanOf({count, sumMs}: Histogram): number | undefined {
	return count > 0 && sumMs > 0 ? sumMs / count : undefined;
}

function sharedBounds(histograms: readonly Histogram[]): readonly number[] {
	const [first, ...others] = histograms;
	return (first?.bounds ?? []).filter(bound => others.every(({bounds}) => bounds.includes(bound)));
}

/** @param bound one of its bounds */
function atMost({bounds, cumulative}: Histogram, bound: number): number {
	return cumulative[bounds.indexOf(bound)] ?? 0;
}
