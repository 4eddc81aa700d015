import {ago, aDeployment, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';
import {aLostPod, anUnreadyPod, httpGet, probed, restarted, unhealthy} from '../../example-probes.ts';

const READY = httpGet('/ready', {periodSeconds: 5, initialDelaySeconds: 2});
const REFUSED =
	'Readiness probe failed: Get "http://10.244.0.7:8000/ready": dial tcp 10.244.0.7:8000: connect: connection refused';
const REFUSED_8080 = REFUSED.replaceAll('8000', '8080');

const old = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix, probed('api', {readinessProbe: READY})));
const rollout = [aRollout('api'), aReplicaSet('api', 1), aReplicaSet('api', 2), ...old];
const still = [aDeployment('api'), aReplicaSet('api', 1)];

const onePort = {
	readinessProbe: httpGet('/ready', {httpGet: {port: 'http'}, periodSeconds: 5, initialDelaySeconds: 2}),
	ports: [{name: 'http', containerPort: 8080}],
};
const misplaced = anUnreadyPod('api', 2, 'x', onePort, 25);
const onLoopback = anUnreadyPod('api', 2, 'x', {readinessProbe: READY}, 25);
const starting = anUnreadyPod('api', 1, 'a', {readinessProbe: READY}, 40);
const silent = anUnreadyPod('api', 1, 'a', {readinessProbe: READY}, 180);
const twoDoors = anUnreadyPod(
	'api',
	1,
	'a',
	{
		readinessProbe: READY,
		ports: [
			{name: 'http', containerPort: 8000},
			{name: 'metrics', containerPort: 9090},
		],
	},
	180,
);
const lost = ['a', 'b', 'c'].map((suffix, index) => aLostPod('api', suffix, {readinessProbe: READY}, 20 + index));
const young = anUnreadyPod('api', 2, 'x', {readinessProbe: READY}, 12);
const again = anUnreadyPod('api', 1, 'a', {readinessProbe: READY}, 35, restarted(1, 40));
const waiter = anUnreadyPod('api', 1, 'a', {readinessProbe: READY}, 25);

export default [
	{
		name: 'probe and container agree on a port, and the program listens on another',
		objects: [...rollout, misplaced, unhealthy(misplaced, REFUSED_8080)],
		logs: {
			'api-rs2-x/api':
				'2026-11-24T11:59:37.1Z INFO:     Application startup complete.\n2026-11-24T11:59:37.2Z INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)\n',
		},
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods fail their readiness probe: nothing listens on port 8080, the program listens on 8000',
				because: 'it had 2s delay, then 3 misses every 5s = 17s after its start; rev 1: no readiness probe',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				affects: ['api-rs2-x'],
				evidence: [
					`Unhealthy ×3 ${REFUSED_8080}`,
					'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
					'readinessProbe: GET :8080/ready every 5s, from 2s on, out of service after 3 misses = 15s',
				],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'let the probe ask port 8000, or the program listen on 8080',
				],
				since: ago(25),
			},
		],
	},
	{
		name: 'the program listens on loopback, where the kubelet does not come',
		objects: [...rollout, onLoopback, unhealthy(onLoopback, REFUSED)],
		logs: {'api-rs2-x/api': 'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)\n'},
		finds: [
			{
				title: 'New pods fail their readiness probe: nothing listens on port 8000, the program listens on 127.0.0.1 only',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'a large program may only be slow: others do not tell how long it takes',
		objects: [...still, starting, unhealthy(starting, REFUSED)],
		finds: [
			{
				title: 'Pods do not pass their readiness probe yet: nothing listens on port 8000',
				verdict: 'progressing',
			},
		],
	},
	{
		name: 'nobody listens three minutes after the start',
		objects: [...still, silent, unhealthy(silent, REFUSED)],
		finds: [
			{
				title: 'Pods fail their readiness probe: nothing listens on port 8000',
				because: 'its log was not read; it had 2s delay, then 3 misses every 5s = 17s after its start',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'a program with two doors writes of one of them only, which proves nothing',
		objects: [...still, twoDoors, unhealthy(twoDoors, REFUSED)],
		logs: {'api-rs1-a/api': 'Listening on http://0.0.0.0:9090\n'},
		finds: [{title: 'Pods fail their readiness probe: nothing listens on port 8000', verdict: 'struggling'}],
	},
	{
		name: 'all of them stop listening at once',
		objects: [...still, ...lost, ...lost.map(pod => unhealthy(pod, REFUSED, {firstTimestamp: ago(35)}))],
		finds: [
			{
				title: 'Pods fail their readiness probe: nothing listens on port 8000',
				because: 'its log was not read; all 3 pods lost it within 2s: it is something that they share',
				extent: '3 of 3 pods',
				verdict: 'struggling',
				since: ago(22),
			},
		],
	},
	{
		name: 'it does not listen because it waits for its database',
		objects: [...still, waiter, unhealthy(waiter, REFUSED)],
		logs: {
			'api-rs1-a/api':
				'waiting for database: connection to server at "postgres", port 5432 failed: Connection refused\n',
		},
		unseen: ['service'],
		finds: [
			{
				title: 'Pods fail their readiness probe: PostgreSQL at postgres:5432 refuses connections',
				because: 'nothing listens on port 8000; it had 2s delay, then 3 misses every 5s = 17s after its start',
				verdict: 'struggling',
				next: [
					'look at postgres: does it run, and answer?',
					'see in the log of api where it listens, and what it waits for',
				],
			},
		],
	},
	{
		name: 'a new pod that is not up within its first seconds',
		objects: [...rollout, young, unhealthy(young, REFUSED, {count: 2})],
		finds: [],
	},
	{
		name: 'a node whose clock is ten minutes behind ours: its own times tell that it has just started',
		objects: [
			...rollout,
			anUnreadyPod('api', 2, 'x', {readinessProbe: READY}, 600),
			unhealthy(young, REFUSED, {count: 1, firstTimestamp: ago(593), lastTimestamp: ago(593)}),
		],
		finds: [],
	},
	{
		name: 'a container that has crashed, and has started anew',
		objects: [...still, again, unhealthy(again, REFUSED)],
		finds: [],
	},
	{
		name: 'a pod that is ready, with the events of its start',
		objects: [...still, ...old, unhealthy(old[0] ?? young, REFUSED)],
		finds: [],
	},
	{
		name: 'a pod that is ending, and does not listen any more',
		objects: [
			...still,
			aPod('api', 1, 'a', {
				...probed('api', {readinessProbe: READY}),
				metadata: {deletionTimestamp: ago(10), ownerReferences: []},
			}),
		],
		finds: [],
	},
	{
		name: 'a startup probe that has time left',
		objects: [
			...still,
			anUnreadyPod(
				'api',
				1,
				'a',
				{readinessProbe: READY, startupProbe: httpGet('/health', {failureThreshold: 30})},
				180,
				{started: false},
			),
			unhealthy(silent, REFUSED.replace('Readiness', 'Startup'), {count: 18}),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
