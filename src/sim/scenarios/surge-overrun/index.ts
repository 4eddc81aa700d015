import type {Cluster, Moment} from '../../contract.ts';
import {unready} from '../../lives/unready.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {SHOP} from '../../shop/names.ts';
import {POOLED, pooledApi, poolMetrics, restingUse} from '../../shop/pool.ts';
import {BEGIN_MS, shopStory} from '../../shop/story.ts';
import {apiDeployment} from '../../shop/api.ts';

/** 3 pods × 30 = 90 of the 97 connections there are, and 4 of the worker's; two pods more want 60 that are not there. */
const SIZE = 30;
/** It opens its pool before it is ready, and tries again. */
const WORDS = [
	'{"level":"warning","logger":"app.db","msg":"pool is not open: 1 of 30 connections"}',
	`sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at "postgres", port 5432 failed: FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute`,
	'(Background on this error at: https://sqlalche.me/e/20/e3q8)',
	'INFO:     10.0.1.11:50312 - "GET /readyz HTTP/1.1" 503 Service Unavailable',
];

function withoutAutoscaler(cluster: Cluster): void {
	cluster.delete('horizontalpodautoscalers', SHOP, 'api');
}

/** All of it is opened at start and stays open, in use or not. */
const atRest = (moment: Moment): string => poolMetrics({size: SIZE, maxOverflow: 0, inUse: restingUse(moment)});

export default shopStory({
	id: 'surge-overrun',
	title: 'A rollout that needs connections twice',
	story: 'Three pods fit into Postgres with their pools of 30; those that a rollout adds do not, and it waits for them while the old ones serve.',
	behaviours: [
		{
			of: {image: 'shop/api:1.9.1'},
			life: unready('HTTP probe failed with statuscode: 503'),
			logs: {serving: ({now}) => (Math.floor(now / 1000) % 5 === 0 ? WORDS : [])},
			metrics: () => poolMetrics({size: SIZE, maxOverflow: 0, inUse: 0, opened: 1}),
		},
		{of: {image: 'shop/api:1.9.0'}, logs: apiLogs(), metrics: atRest},
	],
	script: [
		{atMs: -45 * 60_000, does: withoutAutoscaler},
		pooledApi({poolSize: SIZE, maxOverflow: 0}),
		{
			atMs: BEGIN_MS,
			does: cluster =>
				cluster.apply(
					apiDeployment({
						...POOLED,
						poolSize: SIZE,
						maxOverflow: 0,
						version: '1.9.1',
						cause: 'api 1.9.1: new texts',
					}),
				),
		},
	],
	verdict: {workload: 'api', mark: 'struggling', says: /postgres|connections/i, withinMs: 120_000},
});
