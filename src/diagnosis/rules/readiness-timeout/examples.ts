import {ago, aDeployment, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';
import {aLostPod, anUnreadyPod, httpGet, probed, unhealthy} from '../../example-probes.ts';

const READY = httpGet('/ready', {periodSeconds: 5});
const TIMEOUT =
	'Readiness probe failed: Get "http://10.244.0.7:8000/ready": context deadline exceeded (Client.Timeout exceeded while awaiting headers)';
const UNREACHABLE = 'Readiness probe failed: Get "http://10.244.0.7:8000/ready": dial tcp 10.244.0.7:8000: i/o timeout';

const still = [aDeployment('api'), aReplicaSet('api', 1)];
const old = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix, probed('api', {readinessProbe: READY})));
const [other = aPod('api', 1, 'b'), third = aPod('api', 1, 'c')] = old.slice(1);
const busy = aLostPod('api', 'a', {readinessProbe: READY}, 30);
const slow = anUnreadyPod(
	'api',
	2,
	'x',
	{readinessProbe: httpGet('/ready', {periodSeconds: 5, timeoutSeconds: 3})},
	30,
);
const moment = aLostPod('api', 'a', {readinessProbe: READY}, 12);
const command = aLostPod(
	'api',
	'a',
	{readinessProbe: {exec: {command: ['pg_isready', '-h', '127.0.0.1']}, periodSeconds: 10, timeoutSeconds: 1}},
	30,
);

export default [
	{
		name: 'one pod is too busy to answer within the default second',
		objects: [...still, busy, other, third, unhealthy(busy, TIMEOUT)],
		logs: {'api-rs1-a/api': 'INFO: 10.244.0.3:1 - "GET /items HTTP/1.1" 200 OK\n'},
		finds: [
			{
				title: 'Pods fail their readiness probe: GET :8000/ready is not answered within 1s',
				because: 'timeoutSeconds is 1, the default',
				extent: '1 of 3 pods',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [
					`Unhealthy ×3 ${TIMEOUT}`,
					'readinessProbe: GET :8000/ready every 5s, out of service after 3 misses = 15s',
				],
				next: [
					'see what the handler does in that time: a probe should answer within 1s under load',
					'raise timeoutSeconds',
				],
				since: ago(30),
			},
		],
	},
	{
		name: 'the handler waits for a database that does not answer',
		objects: [
			aRollout('api'),
			aReplicaSet('api', 1),
			aReplicaSet('api', 2),
			...old,
			slow,
			unhealthy(slow, TIMEOUT),
		],
		logs: {'api-rs2-x/api': 'redis.exceptions.TimeoutError: Timeout connecting to server redis:6379\n'},
		finds: [
			{title: 'New pods fail their readiness probe: Redis at redis:6379 does not answer', verdict: 'struggling'},
		],
	},
	{
		name: 'not even a connection comes about',
		objects: [...still, busy, other, third, unhealthy(busy, UNREACHABLE)],
		finds: [
			{
				title: 'Pods fail their readiness probe: no connection to port 8000 within 1s',
				next: ['see whether a NetworkPolicy or its node keeps the kubelet from the pod'],
			},
		],
	},
	{
		name: 'a command that takes too long',
		objects: [
			...still,
			command,
			other,
			third,
			unhealthy(command, 'Readiness probe failed: command "pg_isready -h 127.0.0.1" timed out after 1s'),
		],
		finds: [{title: 'Pods fail their readiness probe: its command takes longer than 1s'}],
	},
	{
		name: 'a pod that misses its probes for a moment while others serve',
		objects: [...still, moment, other, third, unhealthy(moment, TIMEOUT)],
		finds: [],
	},
	{
		name: 'old time-outs of pods that are ready',
		objects: [...still, ...old, unhealthy(other, TIMEOUT, {count: 40})],
		finds: [],
	},
	{
		name: 'answers with an error are another matter, though some of them time out',
		objects: [
			...still,
			busy,
			other,
			third,
			unhealthy(busy, TIMEOUT),
			unhealthy(busy, 'Readiness probe failed: HTTP probe failed with statuscode: 503', {lastTimestamp: ago(10)}),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
