import {compareStamps, type Stamp} from './stamp.ts';

/**
 * What of a log was read, so that it can be asked for again from there. The API takes a time in whole seconds: what it sends again is
 * known by its stamp.
 */
export interface Seen {
	/** The second of the newest line, as `sinceTime` wants it; undefined before the first line. */
	readonly sinceTime: string | undefined;
	/** A read begins: what it sends may have been seen. */
	begin(): void;
	/** Whether a line is new; each is asked about once, in the order in which they are sent, and is seen from then on. */
	isNew(stamp: Stamp): boolean;
}

/**
 * Lines of stdout and stderr are stamped before they are written, by two writers: they may be out of order by some microseconds. So
 * many of the last ones are remembered one by one.
 */
const RECENT_MAX = 64;

export function createSeen(): Seen {
	const newest: Stamp = {seconds: Number.NEGATIVE_INFINITY, nanos: 0};
	/** How many had the stamp of the newest. */
	let count = 0;
	/** Unless they are among the recent, lines up to here are seen, or older than what was asked for. */
	const floor: Stamp = {seconds: Number.NEGATIVE_INFINITY, nanos: 0};
	const recent: Stamp[] = [];
	let next = 0;
	/** Of a read that still sends what may have been seen: recent lines that it has not sent yet, and how many like the newest. */
	let again: {readonly recent: Map<string, number>; count: number} | undefined;

	const wasSeen = (stamp: Stamp, left: NonNullable<typeof again>): boolean => {
		const order = compareStamps(stamp, newest);
		if (order > 0) {
			// A log only grows at its end.
			again = undefined;
			return false;
		}
		if (order === 0) return left.count-- > 0;
		const key = keyOf(stamp);
		const times = left.recent.get(key) ?? 0;
		if (times > 0) left.recent.set(key, times - 1);
		return times > 0 || compareStamps(stamp, floor) <= 0;
	};
	const note = (stamp: Stamp): void => {
		const order = compareStamps(stamp, newest);
		if (count === 0) copy(stamp, floor);
		if (order > 0) {
			copy(stamp, newest);
			count = 1;
		} else if (order === 0) count++;
		const oldest = recent[next];
		if (oldest === undefined) recent.push({...stamp});
		else {
			if (compareStamps(oldest, floor) > 0) copy(oldest, floor);
			copy(stamp, oldest);
		}
		next = (next + 1) % RECENT_MAX;
	};
	return {
		get sinceTime() {
			return count === 0 ? undefined : `${new Date(newest.seconds * 1000).toISOString().slice(0, 19)}Z`;
		},
		begin() {
			again = count === 0 ? undefined : {recent: countsOf(recent), count};
		},
		isNew(stamp) {
			if (again !== undefined && wasSeen(stamp, again)) return false;
			note(stamp);
			return true;
		},
	};
}

function copy(from: Stamp, to: Stamp): void {
	to.seconds = from.seconds;
	to.nanos = from.nanos;
}

function keyOf({seconds, nanos}: Stamp): string {
	return `${seconds}.${nanos}`;
}

function countsOf(stamps: readonly Stamp[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const stamp of stamps) counts.set(keyOf(stamp), (counts.get(keyOf(stamp)) ?? 0) + 1);
	return counts;
}
