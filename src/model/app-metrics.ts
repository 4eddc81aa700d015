import type {DatabaseServerReading, PoolerReading} from './database-server.ts';
import type {HttpReading} from './http-metrics.ts';
import type {PoolReading} from './pool.ts';

/** What metrics tell about connections to databases. */
export interface ConnectionReadings {
	readonly pools: readonly PoolReading[];
	readonly servers: readonly DatabaseServerReading[];
	readonly poolers: readonly PoolerReading[];
}

/** One scrape, read. */
export interface AppMetrics extends ConnectionReadings {
	/** When it was scraped, milliseconds since 1970. */
	readonly at: number;
	/** When the process that answered began, milliseconds since 1970; undefined when it does not say, or several answered as one. */
	readonly startedAt: number | undefined;
	readonly http: HttpReading | undefined;
	/** How many lines are metrics, wanted or not: 0 when something else was served there. */
	readonly lines: number;
	/** How many of the lines that were looked at could not be read. */
	readonly problems: number;
	/** There was more than is read. */
	readonly isCut: boolean;
}

/**
 * Whether the counters of two scrapes of one container may be subtracted: `same`; or `new` when the process began in between, and all
 * that it counted is new; or `other` when another one of several processes answered, and the two have nothing to do with each
 * other. Where nothing tells, they are taken for the same.
 */
export function processBetween(before: AppMetrics, now: AppMetrics): 'same' | 'new' | 'other' {
	if (before.startedAt === undefined || now.startedAt === undefined) return 'same';
	// Some compute it anew from the uptime each time.
	if (Math.abs(now.startedAt - before.startedAt) < START_TOLERANCE_MS) return 'same';
	return now.startedAt > before.at ? 'new' : 'other';
}

const START_TOLERANCE_MS = 1500;
