import {addedSince, type Histogram} from './histogram.ts';

/** A pool of connections to a database inside a program, as its metrics say at one moment. What they do not say is undefined. */
export interface PoolReading {
	/** Whose pool it is, or whose metrics: `HikariCP`; empty for an application's own gauges that name nobody. */
	readonly library: string;
	/** As the program names it: `HikariPool-1`, `default`; empty when it has no name. */
	readonly name: string;
	/** Of how many processes the numbers are the sum; more than 1 only where metrics name their process. */
	readonly processes: number;
	/** Most connections, without overflow; `Infinity` when it sets no limit. */
	readonly size: number | undefined;
	/** How many more may be opened for a while (SQLAlchemy); 0 for libraries that know no such thing. */
	readonly overflowMax: number | undefined;
	readonly inUse: number | undefined;
	readonly idle: number | undefined;
	/** Who waits for a connection. */
	readonly waiting: number | undefined;
	/** Waits for a connection since the process began. Some libraries count every connection that they gave out, most after no wait. */
	readonly waits: Histogram | undefined;
	/** Milliseconds that 95 % of the waits of the last minutes did not exceed, where a summary says so by itself. */
	readonly waitP95Ms: number | undefined;
	/** Waits that were given up since the process began. */
	readonly timeouts: number | undefined;
	/** Connections opened since the process began. */
	readonly opened: number | undefined;
}

/** Most connections that the pool may open; undefined when one of the two is not known. */
export function capacityOf({size, overflowMax}: PoolReading): number | undefined {
	return size === undefined || overflowMax === undefined ? undefined : size + overflowMax;
}

/** What happened in a pool between two scrapes of one process. */
export interface PoolChange {
	/** Undefined when nothing tells of waits. */
	readonly waits: Histogram | undefined;
	readonly timeouts: number | undefined;
	readonly opened: number | undefined;
}

/** @param before undefined when the pool was not there, or another process counted: all that was counted is new */
export function poolChange(before: PoolReading | undefined, now: PoolReading): PoolChange {
	return {
		waits: now.waits === undefined ? undefined : addedSince(before?.waits, now.waits),
		timeouts: addedTo(before?.timeouts, now.timeouts),
		opened: addedTo(before?.opened, now.opened),
	};
}

/** A counter that went back began anew. */
function addedTo(before: number | undefined, now: number | undefined): number | undefined {
	return now === undefined || before === undefined || now < before ? now : now - before;
}
