import type {Moment} from '../../contract.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {pgbouncerLogs, pgbouncerMetrics, pgbouncerObjects, SERVERS} from '../../shop/pgbouncer.ts';
import {shopObjects} from '../../shop/objects.ts';
import {pooledApi, poolMetrics} from '../../shop/pool.ts';
import {released, shopStory} from '../../shop/story.ts';
import type {Answered} from '../../shop/traffic.ts';
import {between} from '../../seed.ts';

/** Since then a report holds servers for long, and more clients come than servers get free. */
const SINCE_MS = -2 * 60_000;
/** Every request waits about as long as the line is. */
const WAIT_MOST_MS = 8000;

function waitMs(storyMs: number): number {
	return Math.max(0, Math.min(WAIT_MOST_MS, (storyMs - SINCE_MS) / 30));
}

function waitsInLine(request: Answered, {storyMs, random}: Moment): Answered {
	return {...request, durationMs: request.durationMs + waitMs(storyMs) * (0.4 + 0.6 * random())};
}

function pools({storyMs, random}: Moment): string {
	const ms = waitMs(storyMs);
	const isFull = ms > 0;
	return pgbouncerMetrics({
		active: isFull ? SERVERS : between(random, 2, 6),
		waiting: Math.ceil(ms / 200) + (isFull ? between(random, 0, 2) : 0),
		longestWaitSeconds: ms / 1000,
		servers: isFull ? SERVERS : between(random, 2, 6),
	});
}

export default shopStory({
	id: 'pgbouncer-waiting',
	title: 'Clients that wait in PgBouncer',
	story: 'The api reaches Postgres by PgBouncer, which has 20 connections: all are taken since two minutes, and every request waits in line.',
	objects: () => [...shopObjects(), ...pgbouncerObjects()],
	behaviours: [
		released({
			logs: apiLogs({change: waitsInLine}),
			metrics: ({storyMs, random}) =>
				poolMetrics({inUse: storyMs < SINCE_MS ? between(random, 0, 3) : between(random, 10, 15)}),
		}),
		{of: {image: 'pgbouncer-exporter'}, metrics: pools},
		{of: {image: 'pgbouncer'}, logs: pgbouncerLogs(storyMs => waitMs(storyMs))},
	],
	script: [pooledApi({database: 'pgbouncer:6432'})],
	verdict: {workload: 'api', mark: 'struggling', says: /pgbouncer/i, withinMs: 120_000},
});
