/** The unfinished end of a stream of chunks, kept until its rest arrives. Views it gives out hold until the next `join`. */
export interface Carry {
	/** What was kept, with the chunk behind it; the chunk itself when nothing was kept. */
	join(chunk: Buffer): Buffer;
	/** Keeps what begins at `from` of the bytes that `join` gave; forgets the rest. */
	keep(bytes: Buffer, from: number): void;
}

/** Holds a usual object at once: a pod has 10 KB. */
const FIRST_CAPACITY_BYTES = 64 * 1024;

/** A carry in one piece of memory that doubles when it must: a large object costs no more than twice its size in copies. */
export function createCarry(): Carry {
	let memory = Buffer.alloc(0);
	let heldBytes = 0;
	/** What `join` gave lies in our memory. */
	let joined = false;
	const reserve = (bytes: number): void => {
		if (bytes <= memory.length) return;
		const larger = Buffer.allocUnsafe(Math.max(FIRST_CAPACITY_BYTES, memory.length * 2, bytes));
		memory.copy(larger);
		memory = larger;
	};
	return {
		join(chunk) {
			joined = heldBytes > 0;
			if (!joined) return chunk;
			reserve(heldBytes + chunk.length);
			chunk.copy(memory, heldBytes);
			return memory.subarray(0, heldBytes + chunk.length);
		},
		keep(bytes, from) {
			heldBytes = bytes.length - from;
			if (!joined) {
				reserve(heldBytes);
				bytes.copy(memory, 0, from);
			} else if (from > 0) memory.copyWithin(0, from, bytes.length);
		},
	};
}
