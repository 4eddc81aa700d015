import {type Cells, clearSlice, countCell, createCells, eachCell, trimmed} from './cells.ts';
import {CELLS, cellOf, type Sketch} from './sketch.ts';

/**
 * Requests over the last quarter of an hour, by the time of the log: in slices of ten seconds for the last minute, and of one minute
 * for all of it. A request is in one of both.
 */
export interface Series {
	readonly tens: Ring;
	readonly minutes: Ring;
}

/** Slices of time in turn: one is used again when its time has come round, so that nothing has to be swept. */
interface Ring {
	readonly sliceMs: number;
	/** Of each slice its number since 1970 and its sums; see `FIELDS`. */
	readonly sums: Float64Array;
	/** How long the requests of each slice took. */
	readonly cells: Cells;
}

/** Whole slices; `from` is the first, `to` the last. */
export interface SliceRange {
	readonly of: keyof Series;
	readonly from: number;
	readonly to: number;
}

export interface Sums {
	count: number;
	serverErrors: number;
	clientErrors: number;
	timed: number;
	sumMs: number;
	maxMs: number;
}

export const SLICE_MS: Readonly<Record<keyof Series, number>> = {tens: 10_000, minutes: 60_000};

/** The last minute touches seven slices; one more for clocks that run ahead. */
const TENS = 8;
/** A quarter of an hour touches sixteen. */
const MINUTES = 17;

/** In the order of a slice's numbers. */
const ID = 0;
const COUNT = 1;
const SERVER_ERRORS = 2;
const CLIENT_ERRORS = 3;
const TIMED = 4;
const SUM_MS = 5;
const MAX_MS = 6;
const FIELDS = 7;

export function createSeries(): Series {
	return {tens: createRing(SLICE_MS.tens, TENS), minutes: createRing(SLICE_MS.minutes, MINUTES)};
}

function createRing(sliceMs: number, slices: number): Ring {
	return {sliceMs, sums: new Float64Array(slices * FIELDS), cells: createCells(slices)};
}

/**
 * Counts a request. Status 0 and 499 are clients that went away: no errors.
 * @param latest what claims to be later is wrong, and may be overwritten; milliseconds since 1970
 */
export function addRequest(
	{tens, minutes}: Series,
	at: number,
	status: number,
	durationMs: number | undefined,
	latest: number,
): void {
	const cell = durationMs === undefined ? 0 : cellOf(durationMs);
	addToRing(tens, at, status, durationMs, cell, latest);
	addToRing(minutes, at, status, durationMs, cell, latest);
}

/** Gives a request that was counted without a duration its own. */
export function addDuration({tens, minutes}: Series, at: number, durationMs: number): void {
	for (const ring of [tens, minutes]) {
		const id = Math.floor(at / ring.sliceMs);
		const slice = id % ring.cells.slices;
		if (ring.sums[slice * FIELDS + ID] === id) time(ring, slice, durationMs, cellOf(durationMs));
	}
}

/** Adds all of `other`, which is then of no use. */
export function absorb(series: Series, other: Series): void {
	absorbRing(series.tens, other.tens);
	absorbRing(series.minutes, other.minutes);
}

/** Adds to `sums` what is in the range. */
export function sumUp(series: Series, {of, from, to}: SliceRange, sums: Sums): void {
	const held = series[of].sums;
	for (let base = 0; base < held.length; base += FIELDS) {
		const id = held[base + ID] ?? 0;
		if (id < from || id > to) continue;
		sums.count += held[base + COUNT] ?? 0;
		sums.serverErrors += held[base + SERVER_ERRORS] ?? 0;
		sums.clientErrors += held[base + CLIENT_ERRORS] ?? 0;
		sums.timed += held[base + TIMED] ?? 0;
		sums.sumMs += held[base + SUM_MS] ?? 0;
		sums.maxMs = Math.max(sums.maxMs, held[base + MAX_MS] ?? 0);
	}
}

/** The durations of several in the range. */
export function sketchOf(list: readonly Series[], {of, from, to}: SliceRange): Sketch {
	const counts = new Uint32Array(CELLS);
	for (const series of list) {
		const {sums, cells} = series[of];
		const isIn = Array.from({length: cells.slices}, (_, slice) => {
			const id = sums[slice * FIELDS + ID] ?? 0;
			return id >= from && id <= to;
		});
		eachCell(cells, isIn, (cell, count) => (counts[cell] = (counts[cell] ?? 0) + count));
	}
	return trimmed(counts);
}

function addToRing(
	ring: Ring,
	at: number,
	status: number,
	durationMs: number | undefined,
	cell: number,
	latest: number,
): void {
	const slice = openSlice(ring, Math.floor(at / ring.sliceMs), latest);
	if (slice === undefined) return;
	bump(ring, slice, COUNT, 1);
	if (status >= 500 && status < 600) bump(ring, slice, SERVER_ERRORS, 1);
	else if (status >= 400 && status < 500 && status !== 499) bump(ring, slice, CLIENT_ERRORS, 1);
	if (durationMs !== undefined) time(ring, slice, durationMs, cell);
}

/** Undefined for a line that comes so late that its slice is used again. */
function openSlice({sliceMs, sums, cells}: Ring, id: number, latest: number): number | undefined {
	const slice = id % cells.slices;
	const base = slice * FIELDS;
	const held = sums[base + ID] ?? 0;
	if (held === id) return slice;
	if (held > id && held * sliceMs <= latest) return undefined;
	sums.fill(0, base, base + FIELDS);
	sums[base + ID] = id;
	clearSlice(cells, slice);
	return slice;
}

function absorbRing(ring: Ring, other: Ring): void {
	for (let from = 0; from < other.cells.slices; from++) {
		const id = other.sums[from * FIELDS + ID] ?? 0;
		const slice = id === 0 ? undefined : openSlice(ring, id, Infinity);
		if (slice === undefined) continue;
		for (let field = COUNT; field < MAX_MS; field++)
			bump(ring, slice, field, other.sums[from * FIELDS + field] ?? 0);
		raise(ring, slice, other.sums[from * FIELDS + MAX_MS] ?? 0);
		const only = Array.from({length: other.cells.slices}, (_, index) => index === from);
		eachCell(other.cells, only, (cell, count) => countCell(ring.cells, slice, cell, count));
	}
}

function time(ring: Ring, slice: number, durationMs: number, cell: number): void {
	bump(ring, slice, TIMED, 1);
	bump(ring, slice, SUM_MS, durationMs);
	raise(ring, slice, durationMs);
	countCell(ring.cells, slice, cell, 1);
}

function bump({sums}: Ring, slice: number, field: number, by: number): void {
	const place = slice * FIELDS + field;
	sums[place] = (sums[place] ?? 0) + by;
}

function raise({sums}: Ring, slice: number, durationMs: number): void {
	const place = slice * FIELDS + MAX_MS;
	sums[place] = Math.max(sums[place] ?? 0, durationMs);
}
