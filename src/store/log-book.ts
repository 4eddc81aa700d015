import type {LogRecord} from '../model/log.ts';
import {byTime, mergeByTime} from './by-time.ts';

/** The lines of a log view, in the order of time; the newest so many of them. */
export interface LogBook {
	/** Changed in place by `add`: to be read inside of one turn. */
	readonly lines: readonly LogRecord[];
	/** Grows with every change. */
	readonly version: number;
	/** Lines that were let go for want of room. */
	readonly dropped: number;
	/** Puts in a batch, in any order: most are newer than all there are. */
	add(records: readonly LogRecord[]): void;
}

/** Five minutes of a service that writes 160 lines a second; 60 MB at 200 bytes a line, raw and parsed together. */
const LINES_MAX = 50_000;

/** An empty book that keeps at most `limit` lines: the newest, whenever they came. */
export function createLogBook(limit = LINES_MAX): LogBook {
	const lines: LogRecord[] = [];
	let version = 0;
	let dropped = 0;
	return {
		lines,
		get version() {
			return version;
		},
		get dropped() {
			return dropped;
		},
		add(records) {
			if (records.length === 0) return;
			const batch = inOrder(records);
			version += 1;
			// What would be let go at once is not moved about before.
			const kept = batch.length > limit ? batch.slice(batch.length - limit) : batch;
			dropped += batch.length - kept.length;
			mergeByTime(lines, kept);
			const excess = Math.max(lines.length - limit, 0);
			dropped += excess;
			if (excess > 0) lines.splice(0, excess);
		},
	};
}

function inOrder(records: readonly LogRecord[]): readonly LogRecord[] {
	for (let index = 1; index < records.length; index++) {
		const [before, after] = [records[index - 1], records[index]];
		if (before !== undefined && after !== undefined && byTime(before, after) > 0) return records.toSorted(byTime);
	}
	return records;
}
