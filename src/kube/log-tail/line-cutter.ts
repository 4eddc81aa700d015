/** Gets a line without its `\n`: bytes `from` to `to`, which hold until it returns. `sizeBytes` is more than those when they were too many. */
export type TakeLine = (bytes: Buffer, from: number, to: number, sizeBytes: number) => void;

export interface LineCutter {
	/** Gives the lines that end in this chunk. */
	push(chunk: Buffer, take: TakeLine): void;
	/** Gives what is behind the last `\n`, if anything is, and forgets it. */
	rest(take: TakeLine): void;
}

/** Holds most lines. */
const FIRST_CAPACITY_BYTES = 1024;

/** Cuts a stream into lines, of which no more than `bytesMax` are ever kept, however long they are. */
export function createLineCutter(bytesMax: number): LineCutter {
	/** The beginning of a line whose end has not come. */
	let memory = Buffer.alloc(0);
	let heldBytes = 0;
	let sizeBytes = 0;

	const hold = (chunk: Buffer, from: number, to: number): void => {
		sizeBytes += to - from;
		const end = Math.min(to, from + bytesMax - heldBytes);
		const needed = heldBytes + end - from;
		if (needed > memory.length) {
			const larger = Buffer.allocUnsafeSlow(
				Math.min(bytesMax, Math.max(FIRST_CAPACITY_BYTES, memory.length * 2, needed)),
			);
			memory.copy(larger, 0, 0, heldBytes);
			memory = larger;
		}
		chunk.copy(memory, heldBytes, from, end);
		heldBytes = needed;
	};
	const giveHeld = (take: TakeLine): void => {
		const [held, size] = [heldBytes, sizeBytes];
		[heldBytes, sizeBytes] = [0, 0];
		take(memory, 0, held, size);
	};
	return {
		push(chunk, take) {
			let from = 0;
			for (let to = chunk.indexOf(0x0a); to >= 0; to = chunk.indexOf(0x0a, from)) {
				if (sizeBytes > 0) {
					hold(chunk, from, to);
					giveHeld(take);
				} else take(chunk, from, Math.min(to, from + bytesMax), to - from);
				from = to + 1;
			}
			if (from < chunk.length) hold(chunk, from, chunk.length);
		},
		rest(take) {
			if (sizeBytes > 0) giveHeld(take);
		},
	};
}
