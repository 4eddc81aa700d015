import type {Clock, Random} from '../../lib/clock.ts';
import type {Fault} from '../fault.ts';
import type {Sink, Transport} from '../ports.ts';

/** What a reflector is for. */
export interface Job<Row> {
	readonly transport: Transport;
	/** The collection, without a query: `/api/v1/namespaces/shop/pods`. */
	readonly path: string;
	/** The forms in which objects are asked for: `Accept` headers. */
	readonly accept: {readonly list: string; readonly watch: string};
	/** Reduces an object. When it throws, the object is left out and named as a problem. */
	readonly project: (object: unknown) => Row;
	readonly sink: Sink<Row>;
	readonly clock: Clock;
	readonly random: Random;
	/** Objects per request while listing. */
	readonly pageSize: number;
	/** Bytes as they are read, uncompressed. */
	readonly onBytes: (count: number) => void;
}

/** A list that is being read. It is kept over a wait, so that a long one does not begin anew with each broken connection. */
export interface Listing {
	readonly since: number;
	/** What the server gave to ask for the page that is to be read; empty for the first. */
	readonly token: string;
	/** Objects of the pages before it. */
	readonly received: number;
	/** Undefined as long as the server does not say. */
	readonly expected: number | undefined;
	/** Of the first page: all pages show the collection as it was then. */
	readonly resourceVersion: string;
}

/** What a reflector does next. Each kind of step is a state, and one of them always follows. */
export type Step = Try | {readonly to: 'wait'; readonly because: Fault; readonly next: Try};

export type Try =
	| {readonly to: 'list'; readonly listing?: Listing}
	| {readonly to: 'watch'; readonly resourceVersion: string};
