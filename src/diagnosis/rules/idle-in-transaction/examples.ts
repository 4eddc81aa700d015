import {aPooledService, aPostgres, pooled} from '../../example-database.ts';
import {ago, type RuleExample} from '../../example.ts';

const objects = [...aPooledService(2, pooled(5, 10)), ...aPostgres()];

export default [
	{
		name: 'others wait for its locks',
		objects,
		connections: {
			reading: {
				longestIdleInTransactionMs: 95_000,
				locksWaiting: 3,
				byState: new Map([['idle in transaction', 2]]),
			},
		},
		finds: [
			{
				object: 'deployment/api',
				title: 'A transaction on postgres:5432 is idle for 95s, and 3 sessions wait for a lock',
				because: '2 connections idle in transaction',
				verdict: 'struggling',
				confidence: 'likely',
				evidence: ['longest idle in transaction 95s, 3 waiting for locks'],
				since: ago(95),
			},
		],
	},
	{
		name: 'nobody waits for it yet',
		objects,
		connections: {reading: {longestIdleInTransactionMs: 420_000, locksWaiting: 0}},
		finds: [{title: 'A transaction on postgres:5432 is idle for 7m', because: '', verdict: 'info'}],
	},
	{
		name: 'one that is not so long, and nobody waits',
		objects,
		connections: {reading: {longestIdleInTransactionMs: 95_000, locksWaiting: 0}},
		finds: [],
	},
	{
		name: 'others wait, for who works',
		objects,
		connections: {reading: {longestTransactionMs: 400_000, locksWaiting: 5}},
		finds: [],
	},
] satisfies readonly RuleExample[];
