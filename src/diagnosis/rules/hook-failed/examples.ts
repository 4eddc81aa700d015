import {rolloutOf} from '../../creation/example.ts';
import {ago, anEvent, aPod, type ApiObject, crashed, notReady, type RuleExample} from '../../example.ts';

const rollout = rolloutOf({containers: [{name: 'api', image: 'shop/api:1.9.0'}]});
const HOOK =
	'Exec lifecycle hook ([/bin/sh -c /warm-up]) for Container "api" in Pod "api-rs2-x_shop(uid)" failed - error: command \'/bin/sh -c /warm-up\' exited with 127: /bin/sh: /warm-up: not found, message: ""';

function failed(pod: ApiObject, reason: string, message: string, seconds: number): ApiObject {
	const at = ago(seconds);
	const involvedObject = {fieldPath: 'spec.containers{api}'};
	return anEvent(pod, reason, message, {involvedObject, firstTimestamp: at, lastTimestamp: at});
}

const killed = aPod('api', 2, 'x', crashed('api', 137));
const running = (seconds: number): ApiObject =>
	aPod('api', 2, 'x', notReady('api', {restartCount: 1, state: {running: {startedAt: ago(seconds)}}}));
const ending = aPod('api', 1, 'd', {metadata: {deletionTimestamp: ago(5)}});

export default [
	{
		name: 'a postStart hook whose command is not there',
		objects: [...rollout, killed, failed(killed, 'FailedPostStartHook', HOOK, 30)],
		finds: [
			{
				title: 'New pods are killed at start: the postStart hook fails (/bin/sh -c /warm-up)',
				because: 'exit 127 /bin/sh: /warm-up: not found, message: ""',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'certain',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'correct the postStart hook, or move it into the start of the program',
				],
			},
		],
	},
	{
		name: 'newer kubelets do not say more',
		objects: [...rollout, killed, failed(killed, 'FailedPostStartHook', 'PostStartHook failed', 30)],
		finds: [{title: 'New pods are killed at start: the postStart hook fails', because: ''}],
	},
	{
		name: 'it runs again since some seconds: the hook may fail again',
		objects: [...rollout, running(10), failed(running(10), 'FailedPostStartHook', HOOK, 30)],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'it runs since a minute: the hook got through',
		objects: [...rollout, running(60), failed(running(60), 'FailedPostStartHook', HOOK, 90)],
		finds: [],
	},
	{
		name: 'an hour ago',
		objects: [...rollout, killed, failed(killed, 'FailedPostStartHook', HOOK, 3600)],
		finds: [],
	},
	{
		name: 'a preStop hook that fails is worth knowing',
		objects: [...rollout, ending, failed(ending, 'FailedPreStopHook', 'PreStopHook failed', 5)],
		finds: [
			{
				title: 'Pods stop without their preStop hook: it fails',
				verdict: 'info',
				next: ['correct the preStop hook: requests may be cut off while pods end'],
			},
		],
	},
] satisfies readonly RuleExample[];
