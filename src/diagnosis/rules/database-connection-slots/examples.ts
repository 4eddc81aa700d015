import {oneServing} from '../../example-revisions.ts';
import {aPooledService, aPostgres, pooled} from '../../example-database.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import {aDeployment, aPod, aReplicaSet, crashed, type RuleExample} from '../../example.ts';
import {aDatabase, aDatabaseError, aFailedStart, aFailingRollout} from '../../example-crashes.ts';

const log = aFailedStart(aDatabaseError('FATAL:  sorry, too many clients already'));
const spec = {
	spec: {
		containers: [
			{
				name: 'api',
				image: 'shop/api:1.8.2',
				env: [
					{name: 'DB_POOL_SIZE', value: '8'},
					{name: 'DB_MAX_OVERFLOW', value: '4'},
				],
			},
		],
	},
};
const some = [
	aDeployment('api'),
	aReplicaSet('api', 1),
	aPod('api', 1, 'a', spec),
	aPod('api', 1, 'b', spec),
	aPod('api', 1, 'c', {...crashed('api', 3), ...spec}),
];

export default [
	{
		name: 'the first pods have taken all connections',
		objects: [...some, ...aDatabase()],
		logs: {'api-rs1-c/api': log},
		finds: [
			{
				title: 'Pods exit at start: PostgreSQL at postgres:5432 has no connection slot left',
				because:
					'3 pods × (8 pool + 4 overflow) = 36 connections; 27 usable on postgres (30 less 3 reserved); StatefulSet postgres has 1 of 1 pod ready',
				extent: '1 of 3 pods',
				verdict: 'struggling',
				confidence: 'certain',
				next: [
					'lower DB_POOL_SIZE and DB_MAX_OVERFLOW to 9 in sum, for 3 pods',
					'or put PgBouncer between them, or raise max_connections',
				],
			},
		],
	},
	{
		name: 'all services that share the server are added up',
		objects: [...aPooledService(8, pooled(5, 10)), ...aPostgres()],
		running: {
			'api-rs1-1/api': aLog(
				untimed('GET /items', {count: 60}),
				untimed('POST /orders', {count: 5}, 500),
				raised(`psycopg.${aDatabaseError('FATAL:  sorry, too many clients already', 'postgres')}`, {count: 5}),
			),
		},
		finds: [
			{
				because:
					'8 pods × 1 worker × (5 pool + 10 overflow) = 120 connections; 97 usable on postgres:5432 (100 − 3 reserved); StatefulSet postgres has 1 of 1 pod ready; 5 times in the last 5 minutes, at app/main.py:31 in checkout; all 8 pods are Ready: the health check does not look at it',
				next: [
					'lower DB_POOL_SIZE and DB_MAX_OVERFLOW to 12 in sum, for 8 pods',
					'or put PgBouncer between them, or raise max_connections',
				],
			},
		],
	},
	{
		name: 'a pool and a limit that nobody knows',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': log},
		finds: [
			{
				because: 'rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'doomed',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'lower the size of the pool, or run fewer pods',
					'or put PgBouncer between them, or raise max_connections',
				],
			},
		],
	},
	{
		name: 'the new revision wants more than the old one',
		objects: [
			...aFailingRollout(3).slice(0, 3),
			aPod('api', 1, 'a', spec),
			aPod('api', 2, 'x', {
				...crashed('api', 3),
				spec: {
					containers: [{name: 'api', image: 'shop/api:1.9.0', env: [{name: 'DB_POOL_SIZE', value: '40'}]}],
				},
			}),
			...aDatabase(),
		],
		logs: {'api-rs2-x/api': log},
		finds: [
			{
				because:
					'1 pod × 40 pool + 1 pod × (8 pool + 4 overflow) = 52 connections; 27 usable on postgres (30 less 3 reserved); StatefulSet postgres has 1 of 1 pod ready; rev 2 changed image api:1.8.2 → 1.9.0',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'lower DB_POOL_SIZE to 13, for 2 pods',
					'or put PgBouncer between them, or raise max_connections',
				],
			},
		],
	},
	{
		name: 'workers have a pool each',
		objects: [
			...some.slice(0, 2),
			aPod('api', 1, 'c', {
				...crashed('api', 3),
				spec: {containers: [{...spec.spec.containers[0], args: ['uvicorn', 'main:app', '--workers', '4']}]},
			}),
		],
		logs: {'api-rs1-c/api': log},
		finds: [{because: '1 pod × 4 workers × (8 pool + 4 overflow) = 48 connections'}],
	},
	{
		name: 'a pool of the program itself that is exhausted',
		objects: aFailingRollout(3),
		logs: {
			'api-rs2-x/api': aFailedStart(
				'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00',
			),
		},
		finds: [],
	},
	{
		name: 'the ceiling is reached while pods serve',
		objects: [...oneServing(['a', 'b'], spec), ...aDatabase()],
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 60}),
				untimed('POST /orders', {count: 5}, 500),
				raised(`psycopg.${aDatabaseError('FATAL:  sorry, too many clients already')}`, {count: 5}),
			),
		},
		finds: [
			{
				title: 'Requests fail: PostgreSQL at postgres:5432 has no connection slot left',
				because:
					'2 pods × (8 pool + 4 overflow) = 24 connections; 27 usable on postgres (30 less 3 reserved); StatefulSet postgres has 1 of 1 pod ready; 5 times in the last 5 minutes, at app/main.py:31 in checkout; both pods are Ready: the health check does not look at it',
				extent: '1 of 2 pods',
				verdict: 'struggling',
			},
		],
	},
] satisfies readonly RuleExample[];
