import type {TailLine} from '../../model/log.ts';
import {createLineCutter} from './line-cutter.ts';
import {TEXT_BYTES_MAX, textOf} from './line-text.ts';
import {refusalIn} from './refusal.ts';
import type {Seen} from './seen.ts';
import {readStamp, type Stamp, STAMP_BYTES_MAX, timeOfStamp} from './stamp.ts';

/** Reads the bytes of one answer as lines. */
export interface LineReader {
	/** Gives the new lines that end in this chunk, at most so many at once. */
	push(chunk: Buffer): void;
	/** The answer is whole: what has no line feed is given when it is a line. */
	end(): void;
	/** New lines so far. */
	readonly count: number;
	/** What the kubelet wrote in place of a log. */
	readonly refusal: string | undefined;
}

/** What is behind the last line feed of an answer. It may be half a line: only when it comes a second time it is one. */
export interface Unfinished {
	text: string;
}

/** A consumer is not handed more at once, whatever a chunk holds. */
const BATCH_LINES_MAX = 500;

/** @param unfinished of the answer before; `undefined` for a log that grows no more */
export function createLineReader(options: {
	readonly seen: Seen;
	readonly unfinished: Unfinished | undefined;
	readonly lines: (batch: readonly TailLine[]) => void;
}): LineReader {
	const {seen, unfinished, lines} = options;
	const cutter = createLineCutter(TEXT_BYTES_MAX + STAMP_BYTES_MAX);
	const stamp: Stamp = {seconds: 0, nanos: 0};
	let batch: TailLine[] = [];
	let at = 0;
	let count = 0;
	/** Whether the line before was: one without a time belongs to it. */
	let wasNew = true;
	let refusal: string | undefined;
	const flush = (): void => {
		if (batch.length === 0) return;
		const full = batch;
		batch = [];
		count += full.length;
		lines(full);
	};
	const take = (bytes: Buffer, from: number, to: number, sizeBytes: number): void => {
		const begin = readStamp(bytes, from, to, stamp);
		if (begin >= 0) {
			wasNew = seen.isNew(stamp);
			if (wasNew) at = timeOfStamp(stamp);
		}
		if (!wasNew) return;
		const text = textOf(bytes, Math.max(begin, from), to, sizeBytes - Math.max(begin - from, 0));
		refusal = begin < 0 ? (refusalIn(text) ?? refusal) : refusal;
		if (begin < 0 && refusal !== undefined) return;
		batch.push({at, text});
		if (batch.length >= BATCH_LINES_MAX) flush();
	};
	return {
		push(chunk) {
			cutter.push(chunk, take);
			flush();
		},
		end() {
			cutter.rest((bytes, from, to, sizeBytes) => {
				const text = bytes.toString('utf8', from, Math.min(to, from + TEXT_BYTES_MAX));
				refusal ??= refusalIn(text);
				if (unfinished === undefined || unfinished.text === text) take(bytes, from, to, sizeBytes);
				if (unfinished !== undefined) unfinished.text = text;
			});
			flush();
		},
		get count() {
			return count;
		},
		get refusal() {
			return refusal;
		},
	};
}
