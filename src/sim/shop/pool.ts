import type {Moment, Step} from '../contract.ts';
import {between} from '../seed.ts';
import {apiDeployment, type ApiRevision} from './api.ts';

/** SQLAlchemy's own size of a pool, and what it opens above that. */
export const POOL_SIZE = 5;
export const MAX_OVERFLOW = 10;

/** Where its program shows metrics, as Prometheus is told by annotations. */
const SCRAPED = {'prometheus.io/scrape': 'true', 'prometheus.io/port': '8000', 'prometheus.io/path': '/metrics'};

/** A release of the last hour, in which the api runs one process per pod and shows its pool: 15 connections at most. */
export function pooledApi(fields: Partial<ApiRevision> = {}): Step {
	return {atMs: -40 * 60_000, does: cluster => cluster.apply(apiDeployment({...POOLED, ...fields}))};
}

/** The same, as a revision. */
export const POOLED: ApiRevision = {
	version: '1.9.0',
	cause: 'api 1.9.0: metrics of the pool',
	poolSize: POOL_SIZE,
	maxOverflow: MAX_OVERFLOW,
	annotations: SCRAPED,
	container: {args: ['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8000']},
};

/** A pool at a moment. */
export interface PoolAt {
	readonly size?: number;
	readonly maxOverflow?: number;
	readonly inUse: number;
	/** In use or free; the size, or as many as are in use, when missing. */
	readonly opened?: number;
	readonly waiting?: number;
	readonly timeouts?: number;
}

/** The gauges of a pool, as its program exports them with prometheus_client. */
export function poolMetrics({
	size = POOL_SIZE,
	maxOverflow = MAX_OVERFLOW,
	inUse,
	opened = Math.max(size, inUse),
	waiting = 0,
	timeouts = 0,
}: PoolAt): string {
	const gauge = (name: string, help: string, value: number): string =>
		`# HELP db_pool_${name} ${help}\n# TYPE db_pool_${name} gauge\ndb_pool_${name} ${value.toFixed(1)}\n`;
	return [
		gauge('size', 'Connections that are kept.', size),
		gauge('max_overflow', 'Connections that may be opened above the size.', maxOverflow),
		gauge('checked_out', 'Connections in use.', inUse),
		gauge('checked_in', 'Connections that are free.', opened - inUse),
		gauge('overflow', 'Connections open above the size.', opened - size),
		gauge('waiting', 'Requests that wait for a connection.', waiting),
		'# HELP db_pool_timeouts_total Requests that got none in time.\n# TYPE db_pool_timeouts_total counter\n',
		`db_pool_timeouts_total ${timeouts.toFixed(1)}\n`,
	].join('');
}

/** In use on a quiet evening: none to three. */
export function restingUse({random}: Moment): number {
	return between(random, 0, 3);
}
