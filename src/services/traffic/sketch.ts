import type {Durations} from './contract.ts';

/**
 * Percentiles out of counts by size: cells whose borders grow by 2 %, so that the middle of a cell is within 1 % of whatever is in it,
 * and cells of any two can be added (DDSketch: Masson, Rim, Lee, VLDB 2019). Of our own, because @datadog/sketches-js keeps floats in
 * arrays of objects, one sketch for each slice of time, where we need them a byte apiece and in common, and knows neither counts
 * between two values nor values of which only a limit is known; hdr-histogram-js brings WebAssembly and pako.
 */
export interface Sketch {
	/** The cell of `counts[0]`. */
	readonly first: number;
	readonly counts: Uint32Array;
}

/** Up to a day and a bit; a multiple of what cells are kept in. */
export const CELLS = 1152;

/** What no clock of a log tells apart from nothing. */
const LEAST_MS = 0.01;
const ERROR = 0.01;
const GROWTH = (1 + ERROR) / (1 - ERROR);
const LOG_GROWTH = Math.log(GROWTH);

/** What is below 0.01 ms is in cell 0, what is above a day in the last. */
export function cellOf(durationMs: number): number {
	if (!(durationMs >= LEAST_MS)) return 0;
	return Math.min(CELLS - 1, 1 + Math.ceil(Math.log(durationMs / LEAST_MS) / LOG_GROWTH));
}

/** The duration that is at most 1 % from all that are in the cell. */
export function durationOf(cell: number): number {
	return cell === 0 ? 0 : (LEAST_MS * 2 * GROWTH ** (cell - 1)) / (GROWTH + 1);
}

/** What is known beside the cells. */
export interface Known {
	/** Requests in the cells. */
	readonly timed: number;
	/** Requests of which only is known that they took less than `thresholdMs`; they rank below all others. */
	readonly below: number;
	readonly thresholdMs: number;
	/** Faster requests are not seen at all: no percentile is known. */
	readonly isOnlySlow: boolean;
	readonly sumMs: number;
	readonly maxMs: number;
}

/**
 * @param add adds the cells up; asked once, when the first percentile is
 */
export function durations({timed, below, thresholdMs, isOnlySlow, sumMs, maxMs}: Known, add: () => Sketch): Durations {
	let sketch: Sketch | undefined;
	const count = timed + below;
	return {
		count,
		sumMs,
		maxMs: timed === 0 ? undefined : maxMs,
		quantile(share) {
			if (timed === 0 || isOnlySlow) return undefined;
			const rank = Math.max(1, Math.ceil(share * count));
			return rank <= below ? undefined : Math.min(maxMs, ranked((sketch ??= add()), rank - below));
		},
		between(fromMs, toMs) {
			const known = timed === 0 ? 0 : countBetween((sketch ??= add()), fromMs, toMs);
			return known + (fromMs <= 0 && toMs >= thresholdMs ? below : 0);
		},
	};
}

/** The duration of the request at this place, the shortest at 1. */
function ranked({first, counts}: Sketch, rank: number): number {
	let seen = 0;
	for (const [index, count] of counts.entries()) {
		seen += count;
		if (seen >= rank) return durationOf(first + index);
	}
	return Infinity;
}

function countBetween({first, counts}: Sketch, fromMs: number, toMs: number): number {
	let sum = 0;
	for (const [index, count] of counts.entries()) {
		const durationMs = durationOf(first + index);
		if (count > 0 && durationMs >= fromMs && durationMs < toMs) sum += count;
	}
	return sum;
}
