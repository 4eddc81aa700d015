import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import type {RuleExample} from '../../example.ts';
import {aDatabase, aDatabaseError, aFailedStart, aFailingDeployment, aFailingRollout} from '../../example-crashes.ts';

export default [
	{
		name: 'a password that is not right',
		objects: [...aFailingDeployment(3), ...aDatabase()],
		logs: {'api-rs1-a/api': aFailedStart(aDatabaseError('FATAL:  password authentication failed for user "app"'))},
		finds: [
			{
				title: 'Pods exit at start: PostgreSQL at postgres:5432 does not accept its user or password',
				because: 'StatefulSet postgres has 1 of 1 pod ready',
				verdict: 'doomed',
				confidence: 'certain',
				next: ['correct user and password in what its environment comes from, then restart the pods'],
			},
		],
	},
	{
		name: 'a database that nobody created',
		objects: aFailingRollout(3, {restartCount: 1}),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('FATAL:  database "shop" does not exist'))},
		finds: [
			{
				title: 'New pods exit at start: PostgreSQL at 10.96.0.9:5432 has no database "shop"',
				verdict: 'struggling',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'create the database "shop", or correct its name in the settings',
				],
			},
		],
	},
	{
		name: 'a right that is missing',
		objects: aFailingRollout(3),
		logs: {
			'api-rs2-x/api': aFailedStart('psycopg.errors.InsufficientPrivilege: permission denied for table items'),
		},
		finds: [{title: 'New pods exit at start: PostgreSQL does not let its user use table items'}],
	},
	{
		name: 'MySQL',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart('pymysql.err.OperationalError: (1049, "Unknown database \'shop\'")')},
		finds: [{title: "New pods exit at start: MySQL has no database 'shop'"}],
	},
	{
		name: 'PgBouncer',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('FATAL:  no such database: shop'))},
		finds: [{title: 'New pods exit at start: PostgreSQL at 10.96.0.9:5432 has no database shop'}],
	},
	{
		name: 'a database that is full',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('FATAL:  sorry, too many clients already'))},
		finds: [],
	},
	{
		name: 'while it serves',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 4}, 500),
				raised(
					'psycopg.OperationalError: connection failed: connection to server at "db.example.com", port 5432 failed: FATAL:  password authentication failed for user "shop"',
					{count: 4},
				),
			),
		},
		finds: [
			{
				title: 'Requests fail: PostgreSQL at db.example.com:5432 does not accept its user or password',
				verdict: 'struggling',
			},
		],
	},
] satisfies readonly RuleExample[];
