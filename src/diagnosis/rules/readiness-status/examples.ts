import {
	ago,
	aDeployment,
	anObject,
	notReady,
	aPod,
	aReplicaSet,
	aRollout,
	type ApiObject,
	type RuleExample,
} from '../../example.ts';
import {aStatefulPod, aStatefulSet} from '../../example-stateful.ts';
import {aLostPod, anUnreadyPod, httpGet, killedBy, probed, restarted, unhealthy} from '../../example-probes.ts';

const READY = httpGet('/health/ready', {periodSeconds: 5, initialDelaySeconds: 2});
const env = [{name: 'DATABASE_URL', value: 'postgresql://shop:secret@postgres:5432/shop'}];

const still = [aDeployment('api'), aReplicaSet('api', 1)];
const old = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix, probed('api', {readinessProbe: READY})));
const rollout = [aRollout('api'), aReplicaSet('api', 1), aReplicaSet('api', 2), ...old];
const fresh = anUnreadyPod('api', 2, 'x', {readinessProbe: READY}, 30);
const unnamed = anUnreadyPod('api', 1, 'a', {}, 60);
const young = anUnreadyPod('api', 2, 'x', {readinessProbe: READY}, 10);
const lost = ['a', 'b', 'c'].map(suffix => aLostPod('api', suffix, {readinessProbe: READY, env}, 20));
const unserved = ['a', 'b', 'c'].map(suffix =>
	aLostPod(
		'api',
		suffix,
		{readinessProbe: READY, env: [...env, {name: 'REDIS_URL', value: 'redis://redis:6379/0'}]},
		20,
	),
);
const runningPostgres = aStatefulPod('postgres', 0, 1);
const killed = anUnreadyPod('api', 1, 'a', {readinessProbe: READY, livenessProbe: READY}, 35, restarted(0, 40));

const answers = (pod: ApiObject, status: number, fields = {}): ApiObject =>
	unhealthy(pod, `Readiness probe failed: HTTP probe failed with statuscode: ${status}`, fields);
const postgres = (replicas: number): readonly ApiObject[] => [
	aStatefulSet('postgres', {spec: {replicas}, status: {replicas, readyReplicas: replicas}}),
	anObject('v1', 'Service', 'postgres', {
		spec: {clusterIP: '10.96.0.9', selector: {app: 'postgres'}, ports: [{port: 5432, targetPort: 5432}]},
	}),
];

export default [
	{
		name: 'the path of the probe is not there',
		objects: [...rollout, fresh, answers(fresh, 404)],
		logs: {'api-rs2-x/api': 'INFO:     10.244.0.1:40112 - "GET /health/ready HTTP/1.1" 404 Not Found\n'},
		finds: [
			{
				title: 'New pods fail their readiness probe: GET :8000/health/ready answers 404',
				because:
					'the program has nothing at this path; it had 2s delay, then 3 misses every 5s = 17s after its start; rev 1: no readiness probe',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [
					'Unhealthy ×3 Readiness probe failed: HTTP probe failed with statuscode: 404',
					'INFO:     10.244.0.1:40112 - "GET /health/ready HTTP/1.1" 404 Not Found',
					'readinessProbe: GET :8000/health/ready every 5s, from 2s on, out of service after 3 misses = 15s',
				],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'correct the path /health/ready of the probe'],
				since: ago(30),
			},
		],
	},
	{
		name: 'the probe is asked to log in',
		objects: [...rollout, fresh, answers(fresh, 401)],
		finds: [
			{
				title: 'New pods fail their readiness probe: GET :8000/health/ready answers 401',
				verdict: 'doomed',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'leave the path of the probe open, or set a header in httpHeaders',
				],
			},
		],
	},
	{
		name: 'who was ready, and refuses the probe now, may get over it',
		objects: [...still, ...lost, ...lost.map(pod => answers(pod, 403))],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'a rate limit that counts the probe may let it through again',
		objects: [...rollout, fresh, answers(fresh, 429)],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'the database is gone, and all pods with it',
		objects: [...still, ...lost, ...lost.map(pod => answers(pod, 503)), ...postgres(0)],
		logs: {
			'api-rs1-a/api':
				'2026-11-24T11:59:50Z sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at "10.96.0.9", port 5432 failed: Connection refused\n',
		},
		finds: [
			{
				title: 'Pods fail their readiness probe with 503: PostgreSQL at postgres:5432 refuses connections',
				because:
					'GET :8000/health/ready answers 503; StatefulSet postgres is scaled to 0; all 3 pods lost it within 1s: it is something that they share',
				extent: '3 of 3 pods',
				verdict: 'struggling',
				confidence: 'certain',
				next: ['scale postgres up again', 'read what api writes when it is asked /health/ready'],
			},
		],
	},
	{
		name: 'without logs, the environment names a database of which no pod is ready',
		objects: [...still, ...lost, ...lost.map(pod => answers(pod, 503)), ...postgres(0)],
		finds: [
			{
				title: 'Pods fail their readiness probe with 503: PostgreSQL at postgres:5432 has no pod that is ready',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'of two servers that the environment names, one is not there',
		objects: [...still, ...unserved, ...unserved.map(pod => answers(pod, 503)), ...postgres(1), runningPostgres],
		finds: [
			{
				title: 'Pods fail their readiness probe with 503: Redis at redis:6379 is not there',
				because:
					'GET :8000/health/ready answers 503; no Service is called redis; all 3 pods lost it within 1s: it is something that they share',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'an error of which nothing tells the reason',
		objects: [...rollout, fresh, answers(fresh, 500)],
		finds: [
			{
				title: 'New pods fail their readiness probe: GET :8000/health/ready answers 500',
				because:
					'the program answers, and its log was not read; it had 2s delay, then 3 misses every 5s = 17s after its start; rev 1: no readiness probe',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'the handler raises an exception of its own',
		objects: [...rollout, fresh, answers(fresh, 500)],
		logs: {
			'api-rs2-x/api':
				'Traceback (most recent call last):\n  File "/app/shop/main.py", line 62, in ready\n    return cache["prices"]\nKeyError: \'prices\'\n',
		},
		finds: [
			{
				because:
					'the handler raises KeyError; it had 2s delay, then 3 misses every 5s = 17s after its start; rev 1: no readiness probe',
				evidence: [
					'Unhealthy ×3 Readiness probe failed: HTTP probe failed with statuscode: 500',
					"KeyError: 'prices'",
					'readinessProbe: GET :8000/health/ready every 5s, from 2s on, out of service after 3 misses = 15s',
				],
			},
		],
	},
	{
		name: 'a simulated node tells of a probe that the spec does not name',
		objects: [...still, unnamed, answers(unnamed, 503)],
		finds: [
			{
				title: 'Pods fail their readiness probe: the program answers 503',
				because: 'the program answers, and its log was not read',
				verdict: 'struggling',
				evidence: ['Unhealthy ×3 Readiness probe failed: HTTP probe failed with statuscode: 503'],
			},
		],
	},
	{
		name: 'a new pod has its time',
		objects: [...rollout, young, answers(young, 503)],
		finds: [],
	},
	{
		name: 'the database comes back: the next probe may find it',
		objects: [
			...rollout,
			fresh,
			answers(fresh, 503),
			...postgres(1),
			aStatefulPod('postgres', 0, 2, {
				metadata: {creationTimestamp: ago(20)},
				...notReady('postgres', {state: {running: {startedAt: ago(18)}}}, ago(18)),
			}),
		],
		logs: {
			'api-rs2-x/api':
				'psycopg.OperationalError: connection failed: connection to server at "10.96.0.9", port 5432 failed: FATAL:  the database system is starting up\n',
		},
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'a 404 of an address with 500 in it is none of the program that was killed for its liveness',
		objects: [...still, killed, answers(killed, 404), killedBy(killed, 'liveness')],
		finds: [],
	},
	{
		name: 'a healthy workload whose pods answered 503 while they started',
		objects: [...still, ...old, ...old.map(pod => answers(pod, 503))],
		finds: [],
	},
	{
		name: 'pods of the old revision do not count during a rollout',
		objects: [
			aRollout('api'),
			aReplicaSet('api', 1),
			aReplicaSet('api', 2),
			...lost,
			...lost.map(pod => answers(pod, 503)),
			aPod('api', 2, 'x'),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
