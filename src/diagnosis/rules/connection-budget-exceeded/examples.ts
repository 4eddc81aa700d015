import {aDatabaseError} from '../../example-crashes.ts';
import {aPooledService, aPostgres, pooled} from '../../example-database.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import {aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';

const next = [
	'lower DB_POOL_SIZE and DB_MAX_OVERFLOW to 9 in sum, for 10 pods',
	'or put PgBouncer between them, or raise max_connections',
];
const usable = '97 usable on postgres:5432 (100 − 3 reserved)';
const ten = '10 pods × 1 worker × (5 pool + 10 overflow) = 150 connections';
const template = {metadata: {labels: {app: 'api'}}, ...pooled(30, 0)};
const rollout = [
	aRollout('api', {spec: {template}}),
	aReplicaSet('api', 1),
	aReplicaSet('api', 2),
	...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix, pooled(30, 0))),
	aPod('api', 2, 'x', pooled(30, 0)),
];
const refused = aLog(
	untimed('GET /items', {count: 60}),
	untimed('POST /orders', {count: 5}, 500),
	raised(`psycopg.${aDatabaseError('FATAL:  sorry, too many clients already')}`, {count: 5}),
);

export default [
	{
		name: 'the autoscaler may make more pods than there are connections for',
		objects: [...aPooledService(3, pooled(5, 10), {max: 10}), ...aPostgres()],
		finds: [
			{
				object: 'deployment/api',
				title: 'At the maximum of autoscaler api, 10 pods may open 150 connections to postgres:5432, which has 97',
				because: `${ten}; ${usable}; too many from pod 7 on`,
				verdict: 'info',
				confidence: 'certain',
				evidence: [ten, usable],
				next: [...next, 'or lower maxReplicas to 6'],
			},
		],
	},
	{
		name: 'it is about to, and the pools are full',
		objects: [...aPooledService(5, pooled(5, 10), {max: 10, wanted: 7}), ...aPostgres()],
		connections: {pools: Object.fromEntries([1, 2, 3, 4, 5].map(pod => [`api-rs1-${pod}`, {inUse: 14}]))},
		finds: [
			{
				title: 'Scaled up by autoscaler api, 7 pods may open 105 connections to postgres:5432, which has 97',
				because: `7 pods × 1 worker × (5 pool + 10 overflow) = 105 connections; ${usable}; too many from pod 7 on; 70 open now`,
				verdict: 'struggling',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'it is about to, and nobody knows how full the pools are',
		objects: [...aPooledService(5, pooled(5, 10), {max: 10, wanted: 7}), ...aPostgres()],
		finds: [{verdict: 'info'}],
	},
	{
		name: 'there are as many pods by now, and the connections are nearly all in use',
		objects: [...aPooledService(10, pooled(5, 10)), ...aPostgres()],
		connections: {reading: {connections: 92}},
		finds: [
			{
				title: 'Pools may open 150 connections to postgres:5432, which has 97',
				because: `${ten}; ${usable}; too many from pod 7 on; 92 open now`,
				verdict: 'struggling',
				confidence: 'certain',
				next,
			},
		],
	},
	{
		name: 'as many, and they never fill',
		objects: [...aPooledService(10, pooled(5, 10)), ...aPostgres()],
		connections: {reading: {connections: 31}},
		finds: [{because: `${ten}; ${usable}; too many from pod 7 on; 31 open now`, verdict: 'info'}],
	},
	{
		name: 'nobody declares the size of the pools',
		objects: [...aPooledService(10, pooled()), ...aPostgres()],
		connections: {reading: {connections: 96}},
		finds: [
			{
				because: `${ten}; ${usable}; too many from pod 7 on; 96 open now; assumed: pool 5 is SQLAlchemy's default, overflow 10 is SQLAlchemy's default`,
				verdict: 'info',
				confidence: 'possible',
				next: ['lower the size of the pool to 9, overflow included, for 10 pods', next[1] ?? ''],
			},
		],
	},
	{
		name: 'a rollout adds a pod for which there are no connections',
		objects: [...rollout, ...aPostgres()],
		connections: {pools: Object.fromEntries(['a', 'b', 'c'].map(pod => [`api-rs1-${pod}`, {inUse: 2, idle: 28}]))},
		finds: [
			{
				title: 'With this rollout 4 pods may open 120 connections to postgres:5432, which has 97',
				because: `4 pods × 1 worker × 30 pool = 120 connections; ${usable}; 90 open now`,
				verdict: 'struggling',
				confidence: 'certain',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'lower DB_POOL_SIZE and DB_MAX_OVERFLOW to 24 in sum, for 4 pods',
					'or put PgBouncer between them, or raise max_connections',
					'or let rollouts add no pods: maxSurge 0, maxUnavailable 1',
				],
			},
		],
	},
	{
		name: 'a rollout whose pools hardly fill',
		objects: [...rollout, ...aPostgres()],
		connections: {pools: Object.fromEntries(['a', 'b', 'c'].map(pod => [`api-rs1-${pod}`, {inUse: 2, idle: 3}]))},
		finds: [{verdict: 'info'}],
	},
	{
		name: 'the next rollout will',
		objects: [...aPooledService(3, pooled(30, 0)), ...aPostgres()],
		finds: [
			{
				title: 'During a rollout 4 pods may open 120 connections to postgres:5432, which has 97',
				verdict: 'info',
			},
		],
	},
	{
		name: 'there is room for all of it',
		objects: [...aPooledService(3, pooled(5, 10), {max: 4}), ...aPostgres()],
		finds: [],
	},
	{
		name: 'who is refused already says so',
		objects: [...aPooledService(10, pooled(5, 10)), ...aPostgres()],
		running: {'api-rs1-1/api': refused},
		connections: {reading: {connections: 97}},
		finds: [],
	},
	{
		name: 'a server that cannot be looked into',
		objects: aPooledService(10, pooled(5, 10)),
		finds: [],
	},
] satisfies readonly RuleExample[];
