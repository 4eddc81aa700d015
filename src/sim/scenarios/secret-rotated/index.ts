import type {LogScript, Moment, Step} from '../../contract.ts';
import {between} from '../../seed.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {cannotConnect, postgresFatal} from '../../shop/database-tracebacks.ts';
import {postgresLogs} from '../../shop/logs.ts';
import {SHOP} from '../../shop/names.ts';
import {pooledApi, poolMetrics, restingUse} from '../../shop/pool.ts';
import {BEGIN_MS, released, shopStory} from '../../shop/story.ts';
import type {Answered} from '../../shop/traffic.ts';

/** Password and Secret are changed together; environments are read when a container starts, and stay as they were. */
const rotate: Step = {
	atMs: BEGIN_MS,
	does: cluster =>
		cluster.apply({
			apiVersion: 'v1',
			kind: 'Secret',
			metadata: {name: 'postgres', namespace: SHOP},
			stringData: {password: 'not-a-real-password-either'},
		}),
};

const REFUSED = 'password authentication failed for user "shop"';
const TRACEBACK = cannotConnect(`FATAL:  ${REFUSED}`);
/** SQLAlchemy renews each connection after a while: one after the other is lost. */
const ALL_LOST_MS = 5 * 60_000;

/** The share of requests that find no connection from before. */
function lostShare({storyMs}: Moment): number {
	return storyMs < BEGIN_MS ? 0 : Math.min(0.9, 0.1 + (storyMs - BEGIN_MS) / ALL_LOST_MS);
}

function refused(request: Answered, moment: Moment): Answered {
	if (moment.random() >= lostShare(moment)) return request;
	return {...request, status: 500, durationMs: 5 + 9 * moment.random(), words: TRACEBACK};
}

const refusing: LogScript = {
	...postgresLogs,
	serving(moment) {
		const calm = postgresLogs.serving?.(moment) ?? [];
		const isRefused = moment.random() < lostShare(moment);
		const pid = between(moment.random, 2000, 9000);
		return isRefused ? [...calm, postgresFatal(moment.now, pid, REFUSED)] : calm;
	},
};

export default shopStory({
	id: 'secret-rotated',
	title: 'A password that was changed under running pods',
	story: 'The Secret of Postgres has a new password since a moment; running pods still have the old one, and every new connection is refused.',
	behaviours: [
		released({
			logs: apiLogs({change: refused}),
			metrics: moment => poolMetrics({inUse: restingUse(moment)}),
		}),
		{of: {image: 'library/postgres:'}, logs: refusing},
	],
	script: [pooledApi(), rotate],
	verdict: {workload: 'api', mark: 'struggling', says: /password|authentication|secret/i, withinMs: 120_000},
});
