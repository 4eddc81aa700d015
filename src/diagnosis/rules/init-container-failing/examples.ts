import {ago, type RuleExample} from '../../example.ts';
import {aDatabase, aDatabaseError, aFailingInit, aFailingRollout} from '../../example-crashes.ts';

export default [
	{
		name: 'a migration that fails each time',
		objects: aFailingInit(),
		logs: {'api-rs1-a/migrate': 'ValueError: no such step'},
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods do not start, init container migrate fails with exit 1: ValueError: no such step',
				because: 'api waits for it',
				extent: '1 of 1 pod',
				verdict: 'doomed',
				evidence: ['ValueError: no such step', 'exit 1 ×3: the program failed'],
				next: ['read the log of init container migrate'],
				since: '2026-11-24T11:58:00Z',
			},
		],
	},
	{
		name: 'it runs again just now',
		objects: aFailingInit({
			state: {running: {startedAt: ago(3)}},
			lastState: {terminated: {exitCode: 1, reason: 'Error', startedAt: ago(22), finishedAt: ago(20)}},
		}),
		logs: {'api-rs1-a/migrate': 'ValueError: no such step'},
		finds: [{verdict: 'doomed', evidence: ['ValueError: no such step', 'exit 1 ×2: the program failed']}],
	},
	{
		name: 'it waits for a database that is just starting',
		objects: [...aFailingInit(), ...aDatabase({ready: false, since: ago(40)})],
		logs: {'api-rs1-a/migrate': aDatabaseError('Connection refused')},
		finds: [],
	},
	{
		name: 'its first run is under way',
		objects: aFailingInit({restartCount: 0, state: {running: {startedAt: ago(30)}}, lastState: {}}),
		finds: [],
	},
	{
		name: 'it did its work',
		objects: aFailingInit({
			restartCount: 1,
			ready: true,
			state: {terminated: {exitCode: 0, reason: 'Completed', startedAt: ago(30), finishedAt: ago(20)}},
		}),
		finds: [],
	},
	{
		name: 'the container of the application fails',
		objects: aFailingRollout(),
		finds: [],
	},
] satisfies readonly RuleExample[];
