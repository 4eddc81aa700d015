import type {RuleExample} from '../../example.ts';
import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';

const good = untimed('GET /items', {count: 60, from: 250});
const failing = untimed('POST /orders', {count: 6}, 500);
const logOf = (headline: string, count = 6): string => aLog(good, failing, raised(headline, {count}));

export default [
	{
		name: 'statements that take too long',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': logOf(
				'sqlalchemy.exc.OperationalError: (psycopg.errors.QueryCanceled) canceling statement due to statement timeout',
			),
		},
		finds: [
			{
				title: 'Requests fail: PostgreSQL cancels statements that take too long (statement timeout)',
				because:
					'6 times in the last 5 minutes, at app/main.py:31 in checkout; its pod is Ready: the health check does not look at it',
				verdict: 'struggling',
				evidence: [
					'psycopg.errors.QueryCanceled: canceling statement due to statement timeout',
					'at app/main.py:31 in checkout',
					'POST /orders 500',
				],
				next: [
					'look at the statement of app/main.py:31 in checkout',
					'look for long transactions and locks: pg_stat_activity, pg_blocking_pids()',
				],
			},
		],
	},
	{
		name: 'transactions that block each other',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': logOf('psycopg.errors.DeadlockDetected: deadlock detected')},
		finds: [{title: 'Requests fail: transactions block each other on PostgreSQL (deadlock)'}],
	},
	{
		name: 'rows that somebody has locked',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': logOf(
				'pymysql.err.OperationalError: (1205, "Lock wait timeout exceeded; try restarting transaction")',
			),
		},
		finds: [{title: 'Requests fail: statements wait too long for a lock on MySQL (lock timeout)'}],
	},
	{
		name: 'a deadlock now and then is tried again',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(good, raised('psycopg.errors.DeadlockDetected: deadlock detected', {count: 2})),
		},
		finds: [],
	},
] satisfies readonly RuleExample[];
