import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import {ago, type RuleExample} from '../../example.ts';
import {aDatabase, aDatabaseError, aFailedStart, aFailingDeployment, aFailingRollout} from '../../example-crashes.ts';

const log = aFailedStart(aDatabaseError('FATAL:  the database system is starting up'));

export default [
	{
		name: 'a database that recovers for long',
		objects: [...aFailingDeployment(3), ...aDatabase({ready: false})],
		logs: {'api-rs1-a/api': log},
		finds: [
			{
				title: 'Pods exit at start: PostgreSQL at postgres:5432 is still starting, stopping or recovering',
				because: 'StatefulSet postgres has 0 of 1 pod ready',
				verdict: 'struggling',
				next: ['look at the log of postgres'],
			},
		],
	},
	{
		name: 'a database that was made with it',
		objects: [...aFailingDeployment(3), ...aDatabase({ready: false, since: ago(30)})],
		logs: {'api-rs1-a/api': log},
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'a database that refuses',
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
				raised('asyncpg.exceptions.CannotConnectNowError: the database system is starting up', {count: 4}),
			),
		},
		finds: [{title: 'Requests fail: PostgreSQL is still starting, stopping or recovering', verdict: 'struggling'}],
	},
] satisfies readonly RuleExample[];
