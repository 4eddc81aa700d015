import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import type {RuleExample} from '../../example.ts';
import {aDatabaseError, aFailedStart, aFailingRollout} from '../../example-crashes.ts';

export default [
	{
		name: 'a database that wants encrypted connections',
		objects: aFailingRollout(3),
		logs: {
			'api-rs2-x/api': aFailedStart(
				aDatabaseError(
					'FATAL:  no pg_hba.conf entry for host "10.1.1.1", user "app", database "shop", no encryption',
				),
			),
		},
		finds: [
			{
				title: 'New pods exit at start: PostgreSQL at 10.96.0.9:5432 accepts encrypted connections only',
				verdict: 'doomed',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'set sslmode=require in the address'],
			},
		],
	},
	{
		name: 'a database without TLS',
		objects: aFailingRollout(3, {restartCount: 1}),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('server does not support SSL, but SSL was required'))},
		finds: [
			{title: 'New pods exit at start: PostgreSQL at 10.96.0.9:5432 does not speak TLS', verdict: 'struggling'},
		],
	},
	{
		name: 'a certificate of an unknown authority',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('SSL error: certificate verify failed'))},
		finds: [{title: 'New pods exit at start: the certificate of PostgreSQL at 10.96.0.9:5432 is not trusted'}],
	},
	{
		name: 'a password that is not right',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('FATAL:  password authentication failed for user "app"'))},
		finds: [],
	},
	{
		name: 'while it serves',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 4}, 500),
				raised(
					'psycopg.OperationalError: connection failed: connection to server at "db.example.com", port 5432 failed: FATAL:  no pg_hba.conf entry for host "10.0.0.9", user "shop", database "shop", no encryption',
					{count: 4},
				),
			),
		},
		finds: [
			{
				title: 'Requests fail: PostgreSQL at db.example.com:5432 accepts encrypted connections only',
				verdict: 'struggling',
			},
		],
	},
] satisfies readonly RuleExample[];
