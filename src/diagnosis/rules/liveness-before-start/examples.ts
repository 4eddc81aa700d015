import {ago, aDeployment, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';
import {anUnreadyPod, httpGet, killedBy, restarted, unhealthy} from '../../example-probes.ts';

const LIVE = httpGet('/health', {periodSeconds: 5, failureThreshold: 3});
const REFUSED =
	'Liveness probe failed: Get "http://10.244.0.7:8000/health": dial tcp 10.244.0.7:8000: connect: connection refused';
const rollout = [
	aRollout('api'),
	aReplicaSet('api', 1),
	aReplicaSet('api', 2),
	...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix)),
];
const slow = anUnreadyPod('api', 2, 'x', {livenessProbe: LIVE}, 120, restarted(137, 18, {restartCount: 2}));
const once = anUnreadyPod('api', 2, 'x', {livenessProbe: LIVE}, 60, restarted(137, 18));
const served = anUnreadyPod('api', 1, 'a', {livenessProbe: LIVE}, 4000, restarted(137, 3600));

export default [
	{
		name: 'an import that takes longer than the probe waits: no start comes to its end',
		objects: [
			...rollout,
			slow,
			unhealthy(slow, REFUSED, {count: 6, firstTimestamp: ago(80), lastTimestamp: ago(40)}),
			killedBy(slow, 'liveness', {count: 2, firstTimestamp: ago(70)}),
		],
		logs: {'api-rs2-x/api': 'INFO:     loading the catalog\n'},
		finds: [
			{
				title: 'New pods are killed by their liveness probe before they are up: it waits 15s',
				because:
					'killed 18s after its start, nothing listens on port 8000; the probe allows 3 misses every 5s = 15s; rev 1: no liveness probe',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'likely',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'add a startupProbe that gives more than 18s',
					'see what the program does in that time',
				],
				since: ago(70),
			},
		],
	},
	{
		name: 'the second start may be faster',
		objects: [...rollout, once, unhealthy(once, REFUSED, {lastTimestamp: ago(40)}), killedBy(once, 'liveness')],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'who had served for an hour had started',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			served,
			unhealthy(served, REFUSED, {lastTimestamp: ago(40)}),
			killedBy(served, 'liveness'),
		],
		finds: [],
	},
	{
		name: 'an answer shows that it is up',
		objects: [
			...rollout,
			slow,
			unhealthy(slow, 'Liveness probe failed: HTTP probe failed with statuscode: 500', {lastTimestamp: ago(40)}),
			killedBy(slow, 'liveness'),
		],
		finds: [],
	},
	{
		name: 'a startup probe is not a liveness probe',
		objects: [
			...rollout,
			anUnreadyPod(
				'api',
				2,
				'x',
				{startupProbe: LIVE},
				120,
				restarted(137, 18, {restartCount: 2, started: false}),
			),
			unhealthy(slow, REFUSED.replace('Liveness', 'Startup'), {count: 6, lastTimestamp: ago(40)}),
			killedBy(slow, 'startup', {count: 2}),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
