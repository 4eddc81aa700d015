import {notReady, ago, type RuleExample} from '../../example.ts';
import {oneServing} from '../../example-revisions.ts';
import {aPooledService, pooled} from '../../example-database.ts';
import {aDatabase} from '../../example-crashes.ts';
import {aLog, raised, said, timed, untimed} from '../../example-traffic.ts';

const queuePool =
	'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00 (Background on this error at: https://sqlalche.me/e/20/3o7r)';
const env = {
	spec: {
		containers: [
			{
				name: 'api',
				image: 'shop/api:1.8.2',
				env: [{name: 'DATABASE_URL', value: 'postgresql://shop@postgres:5432/shop'}],
			},
		],
	},
};

export default [
	{
		name: 'slow requests hold all connections, others wait for one and fail',
		objects: [...oneServing(['a', 'b'], env), ...aDatabase()],
		running: {
			'api-rs1-a/api': aLog(
				timed('GET /reports', 9000, {count: 9}),
				timed('GET /items', 30000, {count: 6}, 500),
				raised(queuePool, {count: 6}),
			),
		},
		finds: [
			{
				object: 'deployment/api',
				title: 'Requests fail: the pool of connections to postgres:5432 is exhausted',
				because:
					'pool 5 + overflow 10 = 15 per process, all in use for 30 s; slowest in the same minutes: GET /items, p95 30 s; 6 times in the last 5 minutes, at app/main.py:31 in checkout; both pods are Ready: the health check does not look at it',
				extent: '1 of 2 pods',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [
					'QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00',
					'at app/main.py:31 in checkout',
					'GET /items 500 took 30 s',
				],
			},
		],
	},
	{
		name: 'a pool of Java, without requests in the log',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				said(
					'2026-11-24 11:59:00 ERROR c.s.Orders : HikariPool-1 - Connection is not available, request timed out after 30000ms (total=10, active=10, idle=0, waiting=3)',
					{count: 4},
				),
			),
		},
		finds: [
			{
				title: 'Pods serve, but they complain: the pool of connections is exhausted',
				because: '10 of 10 in use for 30 s, 3 more wait; 4 times in the last 5 minutes',
				next: [
					'look for what holds connections for long: slow queries, long transactions, leaks',
					'enlarge the pool, when the database allows so many connections for all pods',
				],
			},
		],
	},
	{
		name: 'a readiness probe that wants a connection, too',
		objects: oneServing(['a'], {
			spec: {
				containers: [
					{
						name: 'api',
						image: 'shop/api:1.8.2',
						readinessProbe: {httpGet: {path: '/readyz', port: 8000}},
					},
				],
			},
			...notReady('api', {started: true, state: {running: {startedAt: ago(600)}}}),
		}),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 6}, 500),
				raised("psycopg_pool.PoolTimeout: couldn't get a connection after 30.00 sec", {count: 6}),
			),
		},
		finds: [
			{
				because:
					'none came free within 30 s; slowest in the same minutes: GET /items, 6 of 6 failed; no pod is Ready: the readiness probe waits for a connection, too; 6 times in the last 5 minutes, at app/main.py:31 in checkout',
			},
		],
	},
	{
		name: 'metrics tell how many wait',
		objects: aPooledService(1, pooled()),
		running: {'api-rs1-1/api': aLog(raised(queuePool, {count: 6}))},
		connections: {pools: {'api-rs1-1': {size: 5, overflowMax: 10, inUse: 15, waiting: 40}}},
		finds: [
			{
				because:
					'pool 5 + overflow 10 = 15 per process, all in use for 30 s; measured: 15 of 15 connections in use on its pod, 40 requests wait; 6 times in the last 5 minutes, at app/main.py:31 in checkout',
			},
		],
	},
	{
		name: 'it is over',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(raised(queuePool, {count: 9, from: 290, to: 200})),
		},
		finds: [],
	},
	{
		name: 'the server has no connection left',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				raised('psycopg.OperationalError: FATAL:  sorry, too many clients already', {count: 9}),
			),
		},
		finds: [],
	},
] satisfies readonly RuleExample[];
