import {createCarry} from './carry.ts';

export interface LineSplitter {
	/**
	 * The lines that end in this chunk, without their `\n`; undefined for one that was larger than the bound. All must be taken before the
	 * next chunk, and each holds only until the next is taken.
	 */
	push(chunk: Buffer): Generator<Buffer | undefined, void>;
}

/** Splits a stream of lines. What is behind the last `\n` when the stream ends was cut and is never a line. */
export function createLineSplitter(bytesMax: number): LineSplitter {
	const carry = createCarry();
	let searchedBytes = 0;
	let skipping = false;
	return {
		*push(chunk) {
			const bytes = carry.join(chunk);
			let from = 0;
			for (let to = bytes.indexOf(0x0a, searchedBytes); to >= 0; to = bytes.indexOf(0x0a, from)) {
				yield skipping || to - from > bytesMax ? undefined : bytes.subarray(from, to);
				skipping = false;
				from = to + 1;
			}
			skipping ||= bytes.length - from > bytesMax;
			if (skipping) from = bytes.length;
			carry.keep(bytes, from);
			searchedBytes = bytes.length - from;
		},
	};
}
