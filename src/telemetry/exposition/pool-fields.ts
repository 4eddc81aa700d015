import type {NamedSample} from '../contract.ts';

/** A metric, or those of its samples whose label is one of these. */
export type Source =
	| string
	| {readonly name: string; readonly label: readonly string[]; readonly is: readonly string[]};

/** Where the numbers of a pool are: of several names the first that is there. */
export interface PoolFields {
	readonly size?: readonly Source[];
	readonly overflowMax?: readonly Source[];
	/** Connections over `size` that are open now, negative until the pool is full (SQLAlchemy). */
	readonly overflow?: readonly Source[];
	/** Connections that are open. */
	readonly open?: readonly Source[];
	readonly inUse?: readonly Source[];
	readonly idle?: readonly Source[];
	readonly waiting?: readonly Source[];
	/** Counters, without `_total`, with which they are looked for as well. */
	readonly timeouts?: readonly Source[];
	readonly opened?: readonly Source[];
	/** Of waits: a histogram or a summary, or two counters. */
	readonly waits?: readonly WaitSource[];
}

export interface WaitSource {
	/** Milliseconds of its unit. */
	readonly unitMs: number;
	/** Of a histogram or a summary, without `_bucket`, `_count`, `_sum`. */
	readonly base?: string;
	/** Counters: how many waits, and their sum. */
	readonly count?: string;
	readonly sum?: string;
}

export interface PoolGauges {
	readonly id: string;
	readonly title: string;
	/** What readings are said to be of; the title, if it is not given. */
	readonly library?: string;
	/** Labels that name the pool, the best first. */
	readonly named: readonly string[];
	readonly fields: PoolFields;
	/** A pool counts only when one of these metrics is there for it. */
	readonly onlyWith?: readonly string[];
	/** Nothing is read when one of these metrics is there with the same prefix: another entry reads it better. */
	readonly notWith?: readonly string[];
	/** Such a size means that there is no limit. */
	readonly noLimit?: number;
	/** Whether a sample is of a pool of database connections at all. */
	readonly counts?: (sample: NamedSample) => boolean;
}

/** Its name. */
export function nameOf(source: Source): string {
	return typeof source === 'string' ? source : source.name;
}

/** Whether a field is looked for with `_total`, too. */
export function isCounter(field: string): boolean {
	return field === 'timeouts' || field === 'opened';
}
