import {type Histogram, together} from '../../model/histogram.ts';
import type {Figures} from './contract.ts';
import {histogramDurations} from './histogram-durations.ts';

/** Requests that were counted together. */
export interface Tally {
	count: number;
	serverErrors: number;
	clientErrors: number;
	durations: Histogram;
}

export function createTally(): Tally {
	return {count: 0, serverErrors: 0, clientErrors: 0, durations: NONE};
}

/** Adds the second to the first. */
export function addTally(tally: Tally, {count, serverErrors, clientErrors, durations}: Readonly<Tally>): void {
	tally.count += count;
	tally.serverErrors += serverErrors;
	tally.clientErrors += clientErrors;
	tally.durations = sumOf(tally.durations, durations);
}

/** @param perSecond what one request of the tally is per second */
export function figuresOf({count, serverErrors, clientErrors, durations}: Tally, perSecond: number): Figures {
	return {count, rate: count * perSecond, serverErrors, clientErrors, durations: histogramDurations(durations)};
}

const NONE: Histogram = {bounds: [], cumulative: [], count: 0, sumMs: 0};

/** As `together`, at once where the bounds are the same: they nearly always are. */
function sumOf(a: Histogram, b: Histogram): Histogram {
	if (a.count === 0) return b;
	if (b.count === 0) return a;
	if (a.bounds.length !== b.bounds.length || a.bounds.some((bound, index) => bound !== b.bounds[index]))
		return together([a, b]);
	return {
		// One array for all that have the same: the others are let go.
		bounds: a.bounds,
		cumulative: a.cumulative.map((atMost, index) => atMost + (b.cumulative[index] ?? 0)),
		count: a.count + b.count,
		sumMs: a.sumMs + b.sumMs,
	};
}
