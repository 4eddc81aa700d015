import {aPooledService, aPostgres, pooled} from '../../example-database.ts';
import {aLog, raised, timed} from '../../example-traffic.ts';
import {notReady, ago, type RuleExample} from '../../example.ts';

const full = {size: 5, overflowMax: 10, inUse: 15, waiting: 12};
const calm = {size: 5, overflowMax: 10, inUse: 3, waiting: 0};
const objects = [...aPooledService(2, pooled(5, 10)), ...aPostgres()];
const running = {
	'api-rs1-1/api': aLog(timed('GET /reports', 2500, {count: 9}), timed('GET /items', 40, {count: 9})),
};

export default [
	{
		name: 'requests wait on both pods, and one route is slow',
		objects,
		running,
		connections: {pools: {'api-rs1-1': full, 'api-rs1-2': full}, waitP95Ms: 2900},
		finds: [
			{
				object: 'deployment/api',
				title: 'Requests wait for a connection to postgres:5432: the pool is all in use',
				because:
					'15 of 15 connections in use on both pods, 24 requests wait, p95 of the waits 2.9 s; slowest in the same minutes: GET /reports, p95 2.5 s',
				extent: '2 of 2 pods',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: ['15 of 15 connections in use, 12 waiting'],
				next: [
					'look for what holds connections for long: slow queries, long transactions, leaks; first at GET /reports',
					'enlarge the pool, when the database allows so many connections for all pods',
				],
			},
		],
	},
	{
		name: 'nobody counts who waits, but some give up',
		objects,
		connections: {pools: {'api-rs1-1': {...full, waiting: 0}}, timeoutsPerMinute: 7.2},
		finds: [{because: '15 of 15 connections in use on its pod, 8 give up in a minute'}],
	},
	{
		name: 'the readiness probe waits for a connection, too',
		objects: [
			...aPooledService(2, {
				...pooled(5, 10, 'postgres:5432', {readinessProbe: {httpGet: {path: '/readyz', port: 8000}}}),
				...notReady('api', {started: true, state: {running: {startedAt: ago(600)}}}),
			}),
			...aPostgres(),
		],
		connections: {pools: {'api-rs1-1': full, 'api-rs1-2': full}},
		finds: [
			{
				because:
					'15 of 15 connections in use on both pods, 24 requests wait; no pod is Ready: the readiness probe waits for a connection, too',
				next: [
					'look for what holds connections for long: slow queries, long transactions, leaks',
					'let the readiness probe do without the pool: it takes out all pods at once',
					'enlarge the pool, when the database allows so many connections for all pods',
				],
			},
		],
	},
	{
		name: 'they wait for no time at all',
		objects,
		connections: {pools: {'api-rs1-1': full, 'api-rs1-2': full}, waitP95Ms: 4},
		finds: [{verdict: 'info'}],
	},
	{
		name: 'one pod of three',
		objects: [...aPooledService(3, pooled(5, 10)), ...aPostgres()],
		connections: {pools: {'api-rs1-1': full, 'api-rs1-2': calm, 'api-rs1-3': calm}},
		finds: [],
	},
	{
		name: 'all in use, and nobody waits',
		objects,
		connections: {pools: {'api-rs1-1': {...full, waiting: 0}, 'api-rs1-2': {...full, waiting: 0}}},
		finds: [],
	},
	{
		name: 'a pool without a limit',
		objects,
		connections: {pools: {'api-rs1-1': {...full, size: Infinity}}},
		finds: [],
	},
	{
		name: 'the log says so already',
		objects,
		running: {
			'api-rs1-1/api': aLog(
				raised(
					'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00',
					{
						count: 6,
					},
				),
			),
		},
		connections: {pools: {'api-rs1-1': full, 'api-rs1-2': full}},
		finds: [],
	},
] satisfies readonly RuleExample[];
