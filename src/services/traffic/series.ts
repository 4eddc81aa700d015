import {CELLS, cellOf, type Sketch} from './sketch.ts';

/**
 * Requests over the last quarter of an hour, by the time of the log: in slices of ten seconds for the last minute, and of one minute
 * for all of it. A request is in one of both. A slice is used again when its time has come round, so that nothing has to be swept.
 */
export interface Series {
	/** Of each slice its `FIELDS`; see there. */
	readonly slices: Float64Array;
	/** Durations of all slices, by blocks of neighbouring cells: most are never needed. Counts are as wide as they must be. */
	readonly blocks: (Counts | undefined)[];
}

type Counts = Uint8Array | Uint16Array | Uint32Array;

/** Whole slices; `from` is the first, `to` the last. */
export interface SliceRange {
	readonly of: SliceLength;
	readonly from: number;
	readonly to: number;
}

export interface SliceLength {
	readonly sliceMs: number;
	/** Where they are among all slices, and how many. */
	readonly start: number;
	readonly slices: number;
}

/** The last minute touches seven of them; one more for clocks that run ahead. */
export const TENS: SliceLength = {sliceMs: 10_000, start: 0, slices: 8};
/** A quarter of an hour touches sixteen. */
export const MINUTES: SliceLength = {sliceMs: 60_000, start: 8, slices: 17};

const SLICES = TENS.slices + MINUTES.slices;

/** In the order of a slice's numbers. */
const ID = 0;
const COUNT = 1;
const SERVER_ERRORS = 2;
const CLIENT_ERRORS = 3;
const TIMED = 4;
const SUM_MS = 5;
const MAX_MS = 6;
const FIELDS = 7;

/** Neighbouring cells that are kept together: those of durations that differ by less than half. */
const BLOCK = 32;

export interface Sums {
	count: number;
	serverErrors: number;
	clientErrors: number;
	timed: number;
	sumMs: number;
	maxMs: number;
}

export function createSeries(): Series {
	return {slices: new Float64Array(SLICES * FIELDS), blocks: []};
}

/**
 * Counts a request. Status 0 and 499 are clients that went away: no errors.
 * @param latest what claims to be later is wrong, and may be overwritten; milliseconds since 1970
 */
export function addRequest(
	series: Series,
	at: number,
	status: number,
	durationMs: number | undefined,
	latest: number,
): void {
	for (const length of [TENS, MINUTES]) {
		const slice = openSlice(series, length, Math.floor(at / length.sliceMs), latest);
		if (slice === undefined) continue;
		bump(series.slices, slice, COUNT, 1);
		if (status >= 500 && status < 600) bump(series.slices, slice, SERVER_ERRORS, 1);
		else if (status >= 400 && status < 500 && status !== 499) bump(series.slices, slice, CLIENT_ERRORS, 1);
		if (durationMs !== undefined) time(series, slice, durationMs);
	}
}

/** Gives a request that was counted without a duration its own. */
export function addDuration(series: Series, at: number, durationMs: number): void {
	for (const length of [TENS, MINUTES]) {
		const id = Math.floor(at / length.sliceMs);
		const slice = length.start + (id % length.slices);
		if (series.slices[slice * FIELDS + ID] === id) time(series, slice, durationMs);
	}
}

/** Adds all of `other`, which is then of no use. */
export function absorb(series: Series, other: Series): void {
	for (const length of [TENS, MINUTES]) {
		for (let from = length.start; from < length.start + length.slices; from++) {
			const id = other.slices[from * FIELDS + ID] ?? 0;
			const slice = id === 0 ? undefined : openSlice(series, length, id, Infinity);
			if (slice === undefined) continue;
			for (let field = COUNT; field < MAX_MS; field++)
				bump(series.slices, slice, field, other.slices[from * FIELDS + field] ?? 0);
			raise(series.slices, slice, other.slices[from * FIELDS + MAX_MS] ?? 0);
			for (const [number, block] of other.blocks.entries()) {
				for (let cell = 0; block !== undefined && cell < BLOCK; cell++) {
					const count = block[from * BLOCK + cell] ?? 0;
					if (count > 0) countCell(series, slice, number * BLOCK + cell, count);
				}
			}
		}
	}
}

/** Adds to `sums` what is in the range. */
export function sumUp(series: Series, range: SliceRange, sums: Sums): void {
	const {slices} = series;
	for (let slice = range.of.start; slice < range.of.start + range.of.slices; slice++) {
		const base = slice * FIELDS;
		const id = slices[base + ID] ?? 0;
		if (id < range.from || id > range.to) continue;
		sums.count += slices[base + COUNT] ?? 0;
		sums.serverErrors += slices[base + SERVER_ERRORS] ?? 0;
		sums.clientErrors += slices[base + CLIENT_ERRORS] ?? 0;
		sums.timed += slices[base + TIMED] ?? 0;
		sums.sumMs += slices[base + SUM_MS] ?? 0;
		sums.maxMs = Math.max(sums.maxMs, slices[base + MAX_MS] ?? 0);
	}
}

/** The durations of several in the range. */
export function sketchOf(list: readonly Series[], range: SliceRange): Sketch {
	let [first, last] = [CELLS / BLOCK, -1];
	for (const {blocks} of list) {
		last = Math.max(last, blocks.length - 1);
		const lowest = blocks.findIndex(block => block !== undefined);
		if (lowest !== -1) first = Math.min(first, lowest);
	}
	const counts = new Uint32Array(Math.max(0, last - first + 1) * BLOCK);
	for (const series of list) addCells(series, range, first, counts);
	return {first: first * BLOCK, counts};
}

function addCells({slices, blocks}: Series, range: SliceRange, first: number, counts: Uint32Array): void {
	for (let slice = range.of.start; slice < range.of.start + range.of.slices; slice++) {
		const id = slices[slice * FIELDS + ID] ?? 0;
		if (id < range.from || id > range.to) continue;
		for (let number = first; number < blocks.length; number++) {
			const block = blocks[number];
			if (block === undefined) continue;
			const to = (number - first) * BLOCK;
			for (let cell = 0; cell < BLOCK; cell++)
				counts[to + cell] = (counts[to + cell] ?? 0) + (block[slice * BLOCK + cell] ?? 0);
		}
	}
}

/** Undefined for a line that comes so late that its slice is used again. */
function openSlice({slices, blocks}: Series, length: SliceLength, id: number, latest: number): number | undefined {
	const slice = length.start + (id % length.slices);
	const base = slice * FIELDS;
	const held = slices[base + ID] ?? 0;
	if (held === id) return slice;
	if (held > id && held * length.sliceMs <= latest) return undefined;
	slices.fill(0, base, base + FIELDS);
	slices[base + ID] = id;
	for (const block of blocks) block?.fill(0, slice * BLOCK, (slice + 1) * BLOCK);
	return slice;
}

function time(series: Series, slice: number, durationMs: number): void {
	bump(series.slices, slice, TIMED, 1);
	bump(series.slices, slice, SUM_MS, durationMs);
	raise(series.slices, slice, durationMs);
	countCell(series, slice, cellOf(durationMs), 1);
}

function countCell({blocks}: Series, slice: number, cell: number, count: number): void {
	const number = Math.floor(cell / BLOCK);
	const place = slice * BLOCK + (cell % BLOCK);
	let block = (blocks[number] ??= new Uint8Array(SLICES * BLOCK));
	const sum = (block[place] ?? 0) + count;
	if (sum > 0xff && block.BYTES_PER_ELEMENT === 1) block = blocks[number] = new Uint16Array(block);
	if (sum > 0xffff && block.BYTES_PER_ELEMENT === 2) block = blocks[number] = new Uint32Array(block);
	block[place] = sum;
}

function bump(slices: Float64Array, slice: number, field: number, by: number): void {
	const place = slice * FIELDS + field;
	slices[place] = (slices[place] ?? 0) + by;
}

function raise(slices: Float64Array, slice: number, durationMs: number): void {
	const place = slice * FIELDS + MAX_MS;
	slices[place] = Math.max(slices[place] ?? 0, durationMs);
}
