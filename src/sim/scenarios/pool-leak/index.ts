import type {Moment} from '../../contract.ts';
import {between} from '../../seed.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {poolTimeout} from '../../shop/database-tracebacks.ts';
import {MAX_OVERFLOW, POOL_SIZE, pooledApi, poolMetrics, restingUse} from '../../shop/pool.ts';
import {released, shopStory} from '../../shop/story.ts';
import type {Answered} from '../../shop/traffic.ts';

const MOST = POOL_SIZE + MAX_OVERFLOW;
/** Since then a rare order keeps its connection for ever: one more each half minute. */
const SINCE_MS = -6 * 60_000;
const EACH_MS = 30_000;
/** The last connection is lost at the 15th such order; pods differ a little. */
const GRACE_MS = 30_000;

const TRACEBACK = poolTimeout(POOL_SIZE, MAX_OVERFLOW);

function lost({storyMs, seed}: Moment): number {
	const sinceMs = storyMs - SINCE_MS + (seed % 25_000);
	return Math.max(0, Math.min(MOST, Math.floor(sinceMs / EACH_MS)));
}

/** Milliseconds since the pool had no connection left; undefined while it has. */
function emptyMs({storyMs, seed}: Moment): number | undefined {
	const ms = storyMs - (SINCE_MS + MOST * EACH_MS - (seed % 25_000));
	return ms < 0 ? undefined : ms;
}

/** Four of five requests want a connection; they are told after 30 s that there is none. */
function waits(request: Answered, moment: Moment): Answered {
	const ms = emptyMs(moment);
	if (ms === undefined || ms < GRACE_MS || moment.random() >= 0.8) return request;
	return {...request, status: 500, durationMs: 30_000 + 20 * moment.random(), words: TRACEBACK};
}

function metrics(moment: Moment): string {
	const ms = emptyMs(moment);
	if (ms === undefined) return poolMetrics({inUse: Math.min(MOST, lost(moment) + restingUse(moment))});
	const waiting = Math.min(90, Math.round((ms / 1000) * 3)) + between(moment.random, 0, 5);
	return poolMetrics({inUse: MOST, waiting, timeouts: Math.max(0, Math.floor(((ms - GRACE_MS) / 1000) * 3.2))});
}

export default shopStory({
	id: 'pool-leak',
	title: 'Connections that are never given back',
	story: 'Each half minute a request of the api keeps its connection for ever; when all 15 of a pod are gone, its requests wait 30 s and fail.',
	behaviours: [released({logs: apiLogs({change: waits}), metrics})],
	script: [pooledApi()],
	verdict: {workload: 'api', mark: 'struggling', says: /pool/i, withinMs: 180_000},
});
