import type {Clock, Random} from '../../lib/clock.ts';
import type {Fault} from '../fault.ts';
import type {Sink, Transport} from '../ports.ts';

/** What a reflector is for. */
export interface Job<Row> {
	readonly transport: Transport;
	/** The collection, without a query: `/api/v1/namespaces/shop/pods`. */
	readonly path: string;
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

/** What a reflector does next. Each kind of step is a state, and one of them always follows. */
export type Step = Try | {readonly to: 'wait'; readonly because: Fault; readonly next: Try};

export type Try = {readonly to: 'list'} | {readonly to: 'watch'; readonly resourceVersion: string};
