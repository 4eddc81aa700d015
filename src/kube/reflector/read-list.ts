import type {Readable} from 'node:stream';
import type {Clock} from '../../lib/clock.ts';
import {FaultError} from '../fault.ts';
import {chunksOf} from './body.ts';
import {createListSplitter, type ListPiece} from './list-splitter.ts';
import {createSlices} from './slice.ts';

/** A larger object is left out: etcd takes 1.5 MB by default, so nothing honest comes near. */
export const OBJECT_BYTES_MAX = 8 * 1024 * 1024;

/** Who reads a list: called in the order of the document. */
export interface ListReader {
	/** One item; undefined when it is no JSON or above OBJECT_BYTES_MAX. */
	item(object: unknown): void;
	/** The list's own metadata. */
	metadata?(metadata: unknown): void;
	/** As they arrive, uncompressed. */
	bytes?(count: number): void;
	/** After each pause that lets others have their turn. */
	paused?(): void;
}

/**
 * Reads one List document to its end, in slices. Nothing is called once the signal has aborted. Throws FaultError when the connection
 * breaks or falls silent, and `protocol` when the document is not whole or not a list.
 */
export async function readList(body: Readable, reader: ListReader, clock: Clock, signal: AbortSignal): Promise<void> {
	const splitter = createListSplitter(OBJECT_BYTES_MAX);
	const takeSlice = createSlices(clock);
	const take = async (pieces: Iterable<ListPiece>): Promise<void> => {
		for (const {piece, value} of pieces) {
			if (signal.aborted) return;
			if (piece === 'item') reader.item(value);
			else reader.metadata?.(value);
			const pause = takeSlice();
			if (pause === undefined) continue;
			await pause;
			if (!signal.aborted) reader.paused?.();
		}
	};
	for await (const chunk of chunksOf(body, clock, signal)) {
		reader.bytes?.(chunk.length);
		await take(splitter.push(chunk));
	}
	await take(splitter.end());
	if (!splitter.whole) {
		throw new FaultError({kind: 'protocol', message: 'The answer is no list, or ends in the middle.'});
	}
}
