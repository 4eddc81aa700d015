import {ago, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';
import {anUnreadyPod, httpGet, killedBy, restarted, unhealthy} from '../../example-probes.ts';

const REFUSED =
	'Startup probe failed: Get "http://10.244.0.7:8000/health": dial tcp 10.244.0.7:8000: connect: connection refused';
const probes = {
	startupProbe: httpGet('/health', {periodSeconds: 5, failureThreshold: 6}),
	livenessProbe: httpGet('/health'),
};
const rollout = [
	aRollout('api'),
	aReplicaSet('api', 1),
	aReplicaSet('api', 2),
	...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix)),
];
const pod = anUnreadyPod('api', 2, 'x', probes, 200, restarted(137, 32, {started: false, restartCount: 2}));
const kill = killedBy(pod, 'startup', {count: 2, firstTimestamp: ago(90)});
const lately = {count: 12, firstTimestamp: ago(110), lastTimestamp: ago(40)};

export default [
	{
		name: 'the path of the probe is not there',
		objects: [
			...rollout,
			pod,
			kill,
			unhealthy(pod, 'Startup probe failed: HTTP probe failed with statuscode: 404', lately),
		],
		finds: [
			{
				title: 'New pods are killed by their startup probe: GET :8000/health answers 404',
				verdict: 'doomed',
				because: 'it allows 6 misses every 5s = 30s; rev 1: no startup probe',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'correct the path of the probe, or leave it open for the kubelet',
				],
			},
		],
	},
	{
		name: 'the program listens on another port',
		objects: [...rollout, pod, kill, unhealthy(pod, REFUSED, lately)],
		logs: {'api-rs2-x/api': 'INFO:     Uvicorn running on http://0.0.0.0:3000 (Press CTRL+C to quit)\n'},
		finds: [
			{
				title: 'New pods are killed by their startup probe: nothing listens on port 8000, the program listens on 3000',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'the program waits for its database before it listens',
		objects: [...rollout, pod, kill, unhealthy(pod, REFUSED, lately)],
		logs: {
			'api-rs2-x/api':
				'retry in 5 s: could not translate host name "postgres" to address: Name or service not known\n',
		},
		unseen: ['service'],
		finds: [
			{
				title: 'New pods are killed by their startup probe: PostgreSQL at postgres is not found, since nobody knows its name',
				because: 'nothing listens on port 8000; it allows 6 misses every 5s = 30s; rev 1: no startup probe',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'a program that only needs more time is told as such',
		objects: [...rollout, pod, kill, unhealthy(pod, REFUSED, lately)],
		finds: [],
	},
	{
		name: 'a start within its time',
		objects: [
			...rollout,
			anUnreadyPod('api', 2, 'x', probes, 20, {started: false}),
			unhealthy(pod, REFUSED, {count: 4}),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
