import {ago, aDeployment, anObject, type ApiObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aStatefulSet} from '../../example-stateful.ts';
import {anUnreadyPod, httpGet, killedBy, probed, restarted, unhealthy} from '../../example-probes.ts';

const LIVE = httpGet('/health', {periodSeconds: 5, initialDelaySeconds: 5, failureThreshold: 2});
const env = [{name: 'DATABASE_URL', value: 'postgresql+psycopg://shop:secret@postgres:5432/shop'}];
const still = [aDeployment('api'), aReplicaSet('api', 1)];
const before = {firstTimestamp: ago(50), lastTimestamp: ago(40)};

const fleet = ['a', 'b', 'c'].map(suffix =>
	anUnreadyPod('api', 1, suffix, {livenessProbe: LIVE, env}, 400, restarted(0, 300)),
);
const [one = aPod('api', 1, 'a')] = fleet;
const again = [
	anUnreadyPod('api', 1, 'a', {livenessProbe: LIVE, env}, 400, restarted(0, 30, {restartCount: 2})),
	...['b', 'c'].map(suffix => aPod('api', 1, suffix)),
];
const others = ['b', 'c'].map(suffix => aPod('api', 1, suffix, probed('api', {livenessProbe: LIVE, env})));
const kills = fleet.flatMap(pod => [
	unhealthy(pod, 'Liveness probe failed: HTTP probe failed with statuscode: 500', before),
	killedBy(pod, 'liveness'),
]);
const killsByTimeout = [
	unhealthy(
		one,
		'Liveness probe failed: Get "http://10.244.0.7:8000/health": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
		before,
	),
	killedBy(one, 'liveness'),
];
const postgres = (replicas: number, ready: number): readonly ApiObject[] => [
	aStatefulSet('postgres', {spec: {replicas}, status: {replicas: ready, readyReplicas: ready}}),
	anObject('v1', 'Service', 'postgres', {
		spec: {clusterIP: '10.96.0.9', selector: {app: 'postgres'}, ports: [{port: 5432, targetPort: 5432}]},
	}),
];
const TRACEBACK = [
	'2026-11-24T11:59:20.1Z Traceback (most recent call last):',
	'2026-11-24T11:59:20.1Z   File "/app/shop/main.py", line 62, in health',
	'2026-11-24T11:59:20.1Z     ping()',
	'2026-11-24T11:59:20.1Z sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at "10.96.0.9", port 5432 failed: Connection refused',
	'2026-11-24T11:59:20.1Z \tIs the server running on that host and accepting TCP/IP connections?',
	'2026-11-24T11:59:22.1Z INFO:     Finished server process [1]',
	'',
].join('\n');

export default [
	{
		name: 'an outage of the database restarts the whole fleet',
		objects: [...still, ...fleet, ...kills, ...postgres(0, 0)],
		logs: {'api-rs1-a/api': TRACEBACK},
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods are killed by their liveness probe, which depends on PostgreSQL at postgres:5432: it refuses connections',
				because:
					'StatefulSet postgres is scaled to 0; GET :8000/health answers 500; all 3 pods were killed within 1s: it is something that they share',
				extent: '3 of 3 pods',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [
					'Unhealthy ×3 Liveness probe failed: HTTP probe failed with statuscode: 500',
					'connection failed: connection to server at "10.96.0.9", port 5432 failed: Connection refused',
					'Killing Container api failed liveness probe, will be restarted',
					'livenessProbe: GET :8000/health every 5s, from 5s on, killed after 2 misses = 10s',
					'exit 0 after 5m: it ended when it was told to',
				],
				next: [
					'let the liveness probe tell only that the process is alive, and leave the rest to readiness',
					'scale postgres up again',
				],
				since: ago(40),
			},
		],
	},
	{
		name: 'without logs, the environment names a database of which no pod is ready',
		objects: [...still, ...fleet, ...kills, ...postgres(1, 0)],
		finds: [
			{
				title: 'Pods are killed by their liveness probe, which depends on PostgreSQL at postgres:5432: it has no pod that is ready',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'the pool is exhausted, and the probe waits for a connection',
		objects: [...still, one, ...others, ...killsByTimeout],
		logs: {
			'api-rs1-a/api':
				'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00\n',
		},
		finds: [
			{
				verdict: 'struggling',
				extent: '1 of 3 pods',
				next: [
					'let the liveness probe tell only that the process is alive, and leave the rest to readiness',
					'see who holds the connections',
				],
			},
		],
	},
	{
		name: 'nothing is written of the database, which the program would have done',
		objects: [...still, one, ...others, ...killsByTimeout],
		logs: {'api-rs1-a/api': 'INFO:     10.244.0.3:1 - "GET /report HTTP/1.1" 200 OK\n'},
		finds: [],
	},
	{
		name: 'events may not be read: servers that end when they are told to, again and again',
		objects: [...still, ...again, ...postgres(0, 0)],
		logs: {'api-rs1-a/api': `${TRACEBACK}2026-11-24T11:59:22.2Z INFO:     Waiting for application shutdown.\n`},
		unseen: ['event'],
		finds: [
			{
				title: 'Pods are killed by their liveness probe, which depends on PostgreSQL at postgres:5432: it refuses connections',
				because:
					'StatefulSet postgres is scaled to 0; it ended as it was told to, and by whom cannot be seen (list events)',
				extent: '1 of 3 pods',
				verdict: 'struggling',
				confidence: 'possible',
			},
		],
	},
	{
		name: 'a path that is not there has nothing to do with the database',
		objects: [
			...still,
			one,
			...others,
			unhealthy(one, 'Liveness probe failed: HTTP probe failed with statuscode: 404', before),
			killedBy(one, 'liveness'),
		],
		logs: {'api-rs1-a/api': TRACEBACK},
		finds: [],
	},
	{
		name: 'trouble with the database of ten minutes before the kill was not the reason',
		objects: [...still, one, ...others, ...killsByTimeout],
		logs: {'api-rs1-a/api': TRACEBACK.replaceAll('11:59', '11:49')},
		finds: [],
	},
	{
		name: 'readiness that fails because of the database kills nobody',
		objects: [
			...still,
			...fleet,
			...fleet.map(pod => unhealthy(pod, 'Readiness probe failed: HTTP probe failed with statuscode: 503')),
			...postgres(0, 0),
		],
		logs: {'api-rs1-a/api': TRACEBACK},
		finds: [],
	},
] satisfies readonly RuleExample[];
