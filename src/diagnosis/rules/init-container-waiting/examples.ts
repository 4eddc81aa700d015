import {ago, type RuleExample} from '../../example.ts';
import {aFailingInit, aFailingRollout} from '../../example-crashes.ts';

const runningFor = (seconds: number) =>
	aFailingInit({restartCount: 0, state: {running: {startedAt: ago(seconds)}}, lastState: {}});

export default [
	{
		name: 'longer than a rollout may take',
		objects: runningFor(900),
		logs: {'api-rs1-a/migrate': 'Running upgrade 7f3a -> 9c21'},
		finds: [
			{
				title: 'Pods wait for init container migrate, which is still running',
				because: 'it takes longer than a rollout may',
				extent: '1 of 1 pod',
				verdict: 'struggling',
				evidence: ['Running upgrade 7f3a -> 9c21', 'init container migrate is running'],
				next: ['read the log of init container migrate'],
				since: '2026-11-24T11:45:00Z',
			},
		],
	},
	{
		name: 'a long migration is worth knowing',
		objects: runningFor(300),
		finds: [{verdict: 'info', because: ''}],
	},
	{
		name: 'a migration that is at work',
		objects: runningFor(60),
		finds: [],
	},
	{
		name: 'a pod without init containers',
		objects: aFailingRollout(),
		finds: [],
	},
] satisfies readonly RuleExample[];
