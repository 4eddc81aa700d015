import {aPgbouncer, aPooledService, pooled} from '../../example-database.ts';
import type {RuleExample} from '../../example.ts';

const objects = [...aPooledService(2, pooled(5, 10, 'pgbouncer:6432')), ...aPgbouncer()];
const line = {clientsWaiting: 23, longestWaitMs: 4600, serversActive: 20, size: 20};

export default [
	{
		name: 'all connections to the server are in use',
		objects,
		connections: {pooler: line},
		finds: [
			{
				object: 'deployment/api',
				title: 'Requests wait in PgBouncer (pgbouncer:6432) for a connection to the server, up to 4.6 s',
				because: '23 clients of shop wait; all 20 connections to the server are in use',
				extent: '2 of 2 pods',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs1-1', 'api-rs1-2', 'pgbouncer'],
				evidence: ['shop/shop: 23 waiting, 20 servers active, 0 idle'],
				next: [
					'look for what holds connections for long: slow queries, long transactions',
					'enlarge default_pool_size above 20, when the server allows so many connections',
				],
			},
		],
	},
	{
		name: 'it does not get as many as it may have',
		objects,
		connections: {pooler: {...line, clientsWaiting: 1, serversActive: 4}},
		finds: [
			{
				because:
					'1 client of shop waits; 4 of 20 connections to the server are in use: it does not get more, or not in time',
				next: [
					"see why PgBouncer gets no more connections: max_db_connections, its log, the server's max_connections",
				],
			},
		],
	},
	{
		name: 'a short line comes and goes',
		objects,
		connections: {pooler: {...line, longestWaitMs: 300}},
		finds: [],
	},
	{
		name: 'the line is before another database',
		objects,
		connections: {pooler: {...line, database: 'reports'}},
		finds: [],
	},
] satisfies readonly RuleExample[];
