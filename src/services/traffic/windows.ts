import type {Figures, Windows} from './contract.ts';
import {type Series, sketchOf, SLICE_MS, type SliceRange, type Sums, sumUp} from './series.ts';
import {durations} from './sketch.ts';

/** Where the windows are, as of one moment. */
export interface Frame {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Where the longest begins. */
	readonly from: number;
	readonly m1: Span;
	readonly m5: Span;
	readonly m15: Span;
	readonly earlier: Span;
}

export interface Span {
	readonly range: SliceRange;
	/** How much of it was read; at least one. */
	readonly seconds: number;
}

/** How far ahead of ours the clock of a node may run. */
const AHEAD_MS = 60_000;

/**
 * Windows begin with a slice, so that they are up to a slice shorter than they are called: nothing in them is older than that. Rates
 * are over the time that they really cover.
 * @param since logs were not read before, milliseconds since 1970
 */
export function frameAt(now: number, since: number): Frame {
	const seconds = (from: number, to: number): number =>
		Math.max(1, (to - (since < to ? Math.max(from, since) : from)) / 1000);
	const ten = Math.ceil((now - SLICE_MS.minutes) / SLICE_MS.tens);
	const five = Math.ceil(now / SLICE_MS.minutes) - 5;
	const [from5, from15] = [five * SLICE_MS.minutes, (five - 10) * SLICE_MS.minutes];
	const last = Math.ceil((now + AHEAD_MS) / SLICE_MS.minutes) - 1;
	return {
		now,
		from: from15,
		m1: {
			range: {of: 'tens', from: ten, to: Math.ceil((now + AHEAD_MS) / SLICE_MS.tens) - 1},
			seconds: seconds(ten * SLICE_MS.tens, now),
		},
		m5: {range: {of: 'minutes', from: five, to: last}, seconds: seconds(from5, now)},
		m15: {range: {of: 'minutes', from: five - 10, to: last}, seconds: seconds(from15, now)},
		earlier: {range: {of: 'minutes', from: five - 10, to: five - 1}, seconds: seconds(from15, from5)},
	};
}

/** How what was counted is to be read. */
export interface Reading {
	readonly frame: Frame;
	/** Rates are multiplied by it. */
	readonly scale: number;
	/** What was not timed took less than that; undefined when that is not known. */
	readonly belowMs: number | undefined;
	/** Only slow requests are seen at all. */
	readonly isOnlySlow: boolean;
}

/** Several series together. Percentiles are added up when they are asked for. */
export function windowsOf(list: readonly Series[], reading: Reading): Windows {
	const {m1, m5, m15, earlier} = reading.frame;
	return {
		m1: figuresOf(list, m1, reading),
		m5: figuresOf(list, m5, reading),
		m15: figuresOf(list, m15, reading),
		earlier: figuresOf(list, earlier, reading),
	};
}

function figuresOf(list: readonly Series[], span: Span, {scale, belowMs, isOnlySlow}: Reading): Figures {
	const {count, serverErrors, clientErrors, timed, sumMs, maxMs} = sumsOf(list, span);
	const below = belowMs === undefined ? 0 : count - timed;
	return {
		count,
		rate: (count / span.seconds) * scale,
		serverErrors,
		clientErrors,
		durations: durations({timed, below, thresholdMs: belowMs ?? 0, isOnlySlow, sumMs, maxMs}, () =>
			sketchOf(list, span.range),
		),
	};
}

/** What the span holds of all of them. */
export function sumsOf(list: readonly Series[], {range}: Span): Sums {
	const sums = {count: 0, serverErrors: 0, clientErrors: 0, timed: 0, sumMs: 0, maxMs: 0};
	for (const series of list) sumUp(series, range, sums);
	return sums;
}
