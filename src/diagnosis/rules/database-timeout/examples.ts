import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import type {RuleExample} from '../../example.ts';
import {aDatabase, aDatabaseError, aFailedStart, aFailingRollout} from '../../example-crashes.ts';

export default [
	{
		name: 'an address behind a firewall',
		objects: aFailingRollout(3, {}, {startedAt: '2026-11-24T11:58:40Z'}),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('timeout expired', '10.9.9.9'))},
		finds: [
			{
				title: 'New pods exit at start: PostgreSQL at 10.9.9.9:5432 does not answer',
				verdict: 'struggling',
				confidence: 'likely',
				next: [
					'check the address 10.9.9.9, and what stands between: NetworkPolicies, security groups, TLS',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'a network without a way there',
		objects: [...aFailingRollout(3), ...aDatabase()],
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('No route to host'))},
		finds: [{title: 'New pods exit at start: there is no way to PostgreSQL at postgres:5432'}],
	},
	{
		name: 'a database that refuses answers, too',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('Connection refused'))},
		finds: [],
	},
	{
		name: 'while it serves',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 4}, 500),
				raised(
					'psycopg.OperationalError: connection failed: connection to server at "db.example.com", port 5432 failed: timeout expired',
					{count: 4},
				),
			),
		},
		finds: [{title: 'Requests fail: PostgreSQL at db.example.com:5432 does not answer', verdict: 'struggling'}],
	},
] satisfies readonly RuleExample[];
