import {CELLS, type Sketch} from './sketch.ts';

/**
 * How many requests are in which cell of which slice of time. While they are few, they stand one after the other; of many the counts
 * stand in a table, by blocks of neighbouring cells, because most cells are never needed, and as wide as the counts must be.
 */
export interface Cells {
	readonly slices: number;
	/** Slice and cell of each request in one number; undefined when there is a table. */
	few: Uint16Array | undefined;
	fewCount: number;
	/** For each block that is needed, its cells in all slices. */
	table: Counts;
	/** Where in the table a block is; -1 for nowhere. */
	blocks: Int8Array | undefined;
	blockCount: number;
}

type Counts = Uint8Array | Uint16Array | Uint32Array;

/** More need a table, which takes 10 KB for durations that spread as usual. */
const FEW_MAX = 4096;
const FEW_FIRST = 16;

/** Slices fit into the rest of 16 bits. */
const SLICE_SHIFT = 11;

/** Cells of durations that differ by less than a third. */
const BLOCK = 16;

/** @param slices at most 32 */
export function createCells(slices: number): Cells {
	return {slices, few: undefined, fewCount: 0, table: NOTHING, blocks: undefined, blockCount: 0};
}

const NOTHING = new Uint8Array(0);

export function countCell(cells: Cells, slice: number, cell: number, count: number): void {
	if (cells.blocks !== undefined) {
		countInTable(cells, cells.blocks, slice, cell, count);
		return;
	}
	if (cells.fewCount + count > FEW_MAX) {
		countInTable(cells, makeTable(cells), slice, cell, count);
		return;
	}
	for (let request = 0; request < count; request++) {
		const few = roomIn(cells);
		few[cells.fewCount] = (slice << SLICE_SHIFT) | cell;
		cells.fewCount += 1;
	}
}

/** Forgets what is in a slice. */
export function clearSlice(cells: Cells, slice: number): void {
	const {slices, few, table, blockCount} = cells;
	let kept = 0;
	for (let place = 0; few !== undefined && place < cells.fewCount; place++) {
		const request = few[place] ?? 0;
		if (request >> SLICE_SHIFT !== slice) few[kept++] = request;
	}
	cells.fewCount = kept;
	for (let block = 0; block < blockCount; block++) {
		const from = (block * slices + slice) * BLOCK;
		table.fill(0, from, from + BLOCK);
	}
}

/** What is in the slices, cell by cell. */
export function eachCell(
	{slices, few, fewCount, table, blocks}: Cells,
	isIn: readonly boolean[],
	run: (cell: number, count: number) => void,
): void {
	for (let place = 0; few !== undefined && place < fewCount; place++) {
		const request = few[place] ?? 0;
		if (isIn[request >> SLICE_SHIFT] === true) run(request & ((1 << SLICE_SHIFT) - 1), 1);
	}
	for (const [number, block] of blocks?.entries() ?? []) {
		if (block === -1) continue;
		for (let slice = 0; slice < slices; slice++) {
			if (isIn[slice] !== true) continue;
			const from = (block * slices + slice) * BLOCK;
			for (let cell = 0; cell < BLOCK; cell++) {
				const count = table[from + cell] ?? 0;
				if (count > 0) run(number * BLOCK + cell, count);
			}
		}
	}
}

/** Counts by cell, without the zeros at both ends. */
export function trimmed(counts: Uint32Array): Sketch {
	const first = Math.max(
		0,
		counts.findIndex(count => count > 0),
	);
	return {first, counts: counts.slice(first, counts.findLastIndex(count => count > 0) + 1)};
}

function roomIn(cells: Cells): Uint16Array {
	const few = (cells.few ??= new Uint16Array(FEW_FIRST));
	if (cells.fewCount < few.length) return few;
	const larger = new Uint16Array(Math.min(FEW_MAX, Math.ceil(few.length * 1.5)));
	larger.set(few);
	return (cells.few = larger);
}

function makeTable(cells: Cells): Int8Array {
	const {few, fewCount} = cells;
	const blocks = (cells.blocks = new Int8Array(CELLS / BLOCK).fill(-1));
	cells.few = undefined;
	cells.fewCount = 0;
	for (const request of few?.subarray(0, fewCount) ?? [])
		countInTable(cells, blocks, request >> SLICE_SHIFT, request & ((1 << SLICE_SHIFT) - 1), 1);
	return blocks;
}

function countInTable(cells: Cells, blocks: Int8Array, slice: number, cell: number, count: number): void {
	const number = Math.floor(cell / BLOCK);
	let block = blocks[number] ?? -1;
	if (block === -1) {
		block = blocks[number] = cells.blockCount++;
		cells.table = longer(cells.table, cells.blockCount * cells.slices * BLOCK);
	}
	const place = (block * cells.slices + slice) * BLOCK + (cell % BLOCK);
	const sum = (cells.table[place] ?? 0) + count;
	if (sum > 0xff && cells.table.BYTES_PER_ELEMENT === 1) cells.table = new Uint16Array(cells.table);
	if (sum > 0xffff && cells.table.BYTES_PER_ELEMENT === 2) cells.table = new Uint32Array(cells.table);
	cells.table[place] = sum;
}

function longer(table: Counts, length: number): Counts {
	const larger =
		table.BYTES_PER_ELEMENT === 1
			? new Uint8Array(length)
			: table.BYTES_PER_ELEMENT === 2
				? new Uint16Array(length)
				: new Uint32Array(length);
	larger.set(table);
	return larger;
}
