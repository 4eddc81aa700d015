import type {LogRecord} from '../model/log.ts';

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
