import type {LogScript, Moment} from '../../contract.ts';
import {between} from '../../seed.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {cannotConnect, postgresFatal} from '../../shop/database-tracebacks.ts';
import {postgresLogs} from '../../shop/logs.ts';
import {MAX_OVERFLOW, POOL_SIZE, pooledApi, poolMetrics, restingUse} from '../../shop/pool.ts';
import {released, shopStory} from '../../shop/story.ts';
import type {Answered} from '../../shop/traffic.ts';

/** Customers come: the autoscaler goes from 3 to 5, 7 and 10 pods. */
const RUSH_MS = 10_000;
/** Pods that start from here on are those for which Postgres has no connections: five with 15 each leave 18 of 97 to them. */
const FULL_MS = 40_000;

const TOO_MANY = 'sorry, too many clients already';
const TRACEBACK = cannotConnect(`FATAL:  ${TOO_MANY}`);

function startsLate({storyMs, sinceStartMs}: Moment): boolean {
	return storyMs - sinceStartMs >= FULL_MS;
}

/** Who needs a connection that his pod does not have yet is refused. */
function refused(request: Answered, moment: Moment): Answered {
	const isFull = moment.storyMs >= FULL_MS + 10_000;
	const share = startsLate(moment) ? 0.6 : isFull ? 0.03 : 0;
	if (share === 0 || moment.random() >= share) return request;
	return {...request, status: 500, durationMs: 3 + 6 * moment.random(), words: TRACEBACK};
}

function inUse(moment: Moment): number {
	if (moment.storyMs < RUSH_MS) return restingUse(moment);
	return startsLate(moment) ? between(moment.random, 2, 3) : between(moment.random, 13, POOL_SIZE + MAX_OVERFLOW);
}

/** CPU: a little under the autoscaler's target, then a third above it. */
function busy({storyMs, seed}: Moment): {cpu: number; memory: number} {
	return {cpu: storyMs < RUSH_MS ? 0.13 : 0.236, memory: (210 + (seed % 20)) * 2 ** 20};
}

const fullPostgres: LogScript = {
	...postgresLogs,
	serving(moment) {
		const calm = postgresLogs.serving?.(moment) ?? [];
		if (moment.storyMs < FULL_MS + 10_000) return calm;
		const refusals = Array.from({length: between(moment.random, 2, 6)}, () =>
			postgresFatal(moment.now, between(moment.random, 2000, 9000), TOO_MANY),
		);
		return [...calm, ...refusals];
	},
};

export default shopStory({
	id: 'black-friday',
	title: 'A rush that the database has no connections for',
	story: 'The autoscaler adds pods of 15 connections each: at the seventh they want more than the 97 that Postgres has, and the newest are refused.',
	behaviours: [
		released({
			logs: apiLogs({change: refused}),
			usage: busy,
			metrics: moment => poolMetrics({inUse: inUse(moment)}),
		}),
		{of: {image: 'library/postgres:'}, logs: fullPostgres},
	],
	script: [pooledApi()],
	verdict: {workload: 'api', mark: 'struggling', says: /postgres|connections/i, withinMs: 180_000},
});
