import type {Moment, Step} from '../../contract.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {cannotConnect} from '../../shop/database-tracebacks.ts';
import {SHOP} from '../../shop/names.ts';
import {pooledApi, poolMetrics, restingUse} from '../../shop/pool.ts';
import {BEGIN_MS, released, shopStory} from '../../shop/story.ts';
import type {Answered} from '../../shop/traffic.ts';

/** Somebody has scaled Postgres to nothing. */
const scaleAway: Step = {
	atMs: BEGIN_MS,
	does: cluster => cluster.patch('statefulsets', SHOP, 'postgres', {spec: {replicas: 0}}),
};
/** It takes a moment to end. */
const DOWN_MS = BEGIN_MS + 2000;

const TRACEBACK = cannotConnect(
	'Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?',
);

const isDown = ({storyMs}: Moment): boolean => storyMs >= DOWN_MS;

function refused(request: Answered, moment: Moment): Answered {
	if (!isDown(moment)) return request;
	return {...request, status: 500, durationMs: 2 + 4 * moment.random(), words: TRACEBACK};
}

/** Its readiness asks the database, its liveness does not. */
function probes({now, seed, storyMs}: Moment): readonly string[] {
	const second = Math.floor(now / 1000) + seed;
	const answer = storyMs >= DOWN_MS ? '503 Service Unavailable' : '200 OK';
	return [
		...(second % 5 === 0 ? [`INFO:     10.0.1.11:50312 - "GET /readyz HTTP/1.1" ${answer}`] : []),
		...(second % 10 === 0 ? ['INFO:     10.0.1.11:50314 - "GET /livez HTTP/1.1" 200 OK'] : []),
	];
}

export default shopStory({
	id: 'database-down',
	title: 'A database that goes, and all pods with it',
	story: 'Postgres is scaled to nothing while the api runs: its readiness asks the database, so that all of its pods are taken out at once.',
	behaviours: [
		released({
			logs: apiLogs({change: refused, probes: [], beside: probes}),
			metrics: moment => poolMetrics({inUse: isDown(moment) ? 0 : restingUse(moment)}),
			unready: moment => (isDown(moment) ? 'HTTP probe failed with statuscode: 503' : undefined),
		}),
	],
	script: [pooledApi(), scaleAway],
	verdict: {workload: 'api', mark: 'struggling', says: /postgres|database/i, withinMs: 90_000},
});
