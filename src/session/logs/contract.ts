import type {LogSelection, LogSource, TailState} from '../../model/log.ts';
import type {ServiceTraffic} from '../../services/traffic/contract.ts';
import type {LogBook} from '../../store/log-book.ts';

/** The log view that is open. */
export interface LogView {
	readonly selection: LogSelection;
	readonly book: LogBook;
	/** In the order of namespace, pod and container. Those that are gone stay. */
	readonly streams: readonly LogStream[];
}

export interface LogStream {
	readonly source: LogSource;
	readonly state: TailState;
	/** The pod is no more. */
	readonly gone: boolean;
}

/** What the logs of the services tell of their requests. */
export interface TrafficView {
	/** Undefined while none of its logs are read. */
	of(service: string): ServiceTraffic | undefined;
	/** A single request that takes at least as long is slow, in milliseconds. */
	readonly slowMs: number;
	/** Why there is nothing, or not everything: a missing right, too many pods; empty when all is well. */
	because(service: string): string;
}
