import type {ConnectionReadings} from '../model/app-metrics.ts';
import type {DatabaseServerReading, PoolerReading} from '../model/database-server.ts';
import type {Level} from '../model/log.ts';
import type {PoolReading} from '../model/pool.ts';
import type {LoggedRequest} from '../model/request.ts';

/** A line, read. */
export interface ParsedLine {
	/** The program's own word, in our words (signals: `warning` → `warn`); of a request by its status; undefined when nothing says so. */
	readonly level: Level | undefined;
	/** What it says, without time, level and logger; of a request what is not in `request`, often empty. */
	readonly message: string;
	readonly request: LoggedRequest | undefined;
	/** A request began whose end is told in another line, with the same id but without method and path (Rails, Fastify). */
	readonly begins?: {readonly id: string; readonly method: string; readonly path: string};
}

/**
 * One way in which programs write lines. An entry is data and pure; it never throws and takes time in proportion to the line, whatever
 * is in it. Text comes without escape sequences and control characters, but tabs, and has at most 16 KB.
 */
export interface LogFormat {
	/** As in the folder: `uvicorn-access`. */
	readonly id: string;
	/** `uvicorn access log` */
	readonly title: string;
	/** Formats are tried in this order, the least first: the narrower before the wider, the cheaper before the dearer. */
	readonly rank: number;
	/** Undefined when the line is not written like that. */
	parse(text: string): ParsedLine | undefined;
	/** Everything that the line holds, by name, in its order: for the whole line on `enter`, and for filters like `status=500`. */
	fields(text: string): readonly (readonly [name: string, value: string])[];
	/** Of a format that notes requests without their durations: the smallest change that adds them. */
	readonly timing?: {
		/** `uvicorn's access log carries no duration` */
		readonly because: string;
		/** Exact lines to add, the easiest way first. */
		readonly fix: readonly string[];
	};
}

/** What a format is shown and must say: its documentation and its test. */
export interface LogFormatExample {
	/** Escape sequences are written as they come. */
	readonly text: string;
	readonly level?: Level;
	readonly message?: string;
	/** The fields that matter. */
	readonly request?: Partial<LoggedRequest>;
	readonly fields?: Readonly<Record<string, string>>;
}

/** The default export of an entry's `examples.ts`. */
export interface LogFormatExamples {
	/** At least one. Each must be recognised as this format and no other when all are tried in order. */
	readonly lines: readonly LogFormatExample[];
	/** Lines that look like it and must not be recognised as it. */
	readonly others: readonly string[];
}

/** Gives an entry its type. */
export function defineLogFormat(format: LogFormat): LogFormat {
	return format;
}

/**
 * A library or an exporter whose metrics tell of connections to a database. An entry is pure and never throws: whatever values come,
 * NaN, infinite and negative ones among them, it says what it can and leaves out the rest.
 */
export interface PoolMetric {
	/** As in the folder: `hikaricp`. */
	readonly id: string;
	/** What it is called: `HikariCP`. */
	readonly title: string;
	/**
	 * The metrics that it reads, as in the older text format: of `db.client.connection.max` it is `db_client_connection_max`. A name
	 * stands also for those that end in `_` and it (`shop_db_pool_size` for `db_pool_size`): programs put names of their own before.
	 */
	readonly names: readonly string[];
	read(samples: Samples): Partial<ConnectionReadings>;
}

/** The samples of one scrape that some entry wants. */
export interface Samples {
	/** Those of a name as it is in `names`. A longer name that is known, too, is not among them. */
	of(name: string): readonly NamedSample[];
}

export interface NamedSample {
	/** What the program put before the name: `shop` of `shop_db_pool_size`; mostly empty. */
	readonly prefix: string;
	/** With names as in the older text format: `pool_name` for `pool.name`. */
	readonly labels: ReadonlyMap<string, string>;
	readonly value: number;
	/** Milliseconds since 1970, when it was measured earlier than it was scraped. */
	readonly timestampMs: number | undefined;
}

/** The default export of an entry's `examples.ts`. */
export interface PoolMetricExamples {
	/** Texts as the producer writes them, and what must be read: the fields that matter, one item for each reading and no more. */
	readonly reads: readonly PoolMetricExample[];
	/** Texts of which this entry must say nothing. */
	readonly others: readonly {readonly name: string; readonly text: string}[];
}

export interface PoolMetricExample {
	readonly name: string;
	readonly text: string;
	readonly pools?: readonly Partial<PoolReading>[];
	readonly servers?: readonly Partial<DatabaseServerReading>[];
	readonly poolers?: readonly Partial<PoolerReading>[];
}

/** Gives an entry its type. */
export function definePoolMetric(metric: PoolMetric): PoolMetric {
	return metric;
}
