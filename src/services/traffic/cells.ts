import {CELLS, type Sketch} from './sketch.ts';

/**
 * How many requests are in which cell of which slice of time. Those that are few stand one after the other; where many are close
 * together their counts stand in a table, by blocks of neighbouring cells, because most cells are never needed, and as wide as the
 * counts must be.
 */
export interface Cells {
	readonly slices: number;
	/** Slice and cell of each request in one number. */
	few: Uint16Array;
	fewCount: number;
	/** For each block that has been moved here, its cells in all slices. */
	table: Counts;
	/** Where in the table a block is; -1 for nowhere. */
	blocks: Int8Array | undefined;
	blockCount: number;
}

type Counts = Uint8Array | Uint16Array | Uint32Array;

/** When there are more, the fullest block moves into the table. */
const FEW_MAX = 1024;
const FEW_FIRST = 16;

/** Slices fit into the rest of 16 bits. */
const SLICE_SHIFT = 11;
const CELL_MASK = (1 << SLICE_SHIFT) - 1;

/** Cells of durations that differ by less than a third. */
const BLOCK = 16;

/** @param slices at most 32 */
export function createCells(slices: number): Cells {
	return {
		slices,
		few: new Uint16Array(FEW_FIRST),
		fewCount: 0,
		table: new Uint8Array(0),
		blocks: undefined,
		blockCount: 0,
	};
}

export function countCell(cells: Cells, slice: number, cell: number, count: number): void {
	const block = cells.blocks?.[Math.floor(cell / BLOCK)] ?? -1;
	if (block !== -1) countInTable(cells, block, slice, cell, count);
	else if (cells.fewCount + count <= FEW_MAX) addToFew(cells, slice, cell, count);
	else {
		moveFullest(cells, Math.floor(cell / BLOCK), count);
		countCell(cells, slice, cell, count);
	}
}

/** Forgets what is in a slice. */
export function clearSlice(cells: Cells, slice: number): void {
	const {slices, few, table, blockCount} = cells;
	let kept = 0;
	for (let place = 0; place < cells.fewCount; place++) {
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
	for (let place = 0; place < fewCount; place++) {
		const request = few[place] ?? 0;
		if (isIn[request >> SLICE_SHIFT] === true) run(request & CELL_MASK, 1);
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

function addToFew(cells: Cells, slice: number, cell: number, count: number): void {
	if (cells.fewCount + count > cells.few.length) {
		const larger = new Uint16Array(Math.min(FEW_MAX, Math.ceil((cells.fewCount + count) * 1.5)));
		larger.set(cells.few);
		cells.few = larger;
	}
	cells.few.fill((slice << SLICE_SHIFT) | cell, cells.fewCount, cells.fewCount + count);
	cells.fewCount += count;
}

/** @param newBlock where `count` more are to come */
function moveFullest(cells: Cells, newBlock: number, count: number): void {
	const {few, fewCount} = cells;
	const requests = new Uint32Array(CELLS / BLOCK);
	requests[newBlock] = count;
	for (let place = 0; place < fewCount; place++) {
		const number = Math.floor(((few[place] ?? 0) & CELL_MASK) / BLOCK);
		requests[number] = (requests[number] ?? 0) + 1;
	}
	const fullest = requests.indexOf(Math.max(...requests));
	const block = cells.blockCount++;
	cells.blocks ??= new Int8Array(CELLS / BLOCK).fill(-1);
	cells.blocks[fullest] = block;
	cells.table = longer(cells.table, cells.blockCount * cells.slices * BLOCK);
	let kept = 0;
	for (let place = 0; place < fewCount; place++) {
		const request = few[place] ?? 0;
		const cell = request & CELL_MASK;
		if (Math.floor(cell / BLOCK) === fullest) countInTable(cells, block, request >> SLICE_SHIFT, cell, 1);
		else few[kept++] = request;
	}
	cells.fewCount = kept;
}

function countInTable(cells: Cells, block: number, slice: number, cell: number, count: number): void {
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
