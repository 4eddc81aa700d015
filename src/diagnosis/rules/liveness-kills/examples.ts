import {ago, aDeployment, type ApiObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {anUnreadyPod, httpGet, killedBy, probed, restarted, unhealthy} from '../../example-probes.ts';

const LIVE = httpGet('/health', {initialDelaySeconds: 10});
const still = [aDeployment('api'), aReplicaSet('api', 1)];
const healthy = ['b', 'c'].map(suffix => aPod('api', 1, suffix, probed('api', {livenessProbe: LIVE})));
const TIMEOUT =
	'Liveness probe failed: Get "http://10.244.0.7:8000/health": context deadline exceeded (Client.Timeout exceeded while awaiting headers)';
const REFUSED =
	'Liveness probe failed: Get "http://10.244.0.7:8080/health": dial tcp 10.244.0.7:8080: connect: connection refused';
/** Of the run that was ended forty seconds before noon. */
const before = {firstTimestamp: ago(60), lastTimestamp: ago(40)};

const blocked = anUnreadyPod('api', 1, 'a', {livenessProbe: LIVE}, 4000, restarted(137, 3600));
const unnamed = anUnreadyPod('api', 1, 'a', {}, 100, restarted(137, 15));
const held = anUnreadyPod(
	'api',
	1,
	'a',
	{livenessProbe: LIVE, resources: {limits: {cpu: '100m'}}},
	4000,
	restarted(137, 3600),
);
const failing = anUnreadyPod('api', 1, 'a', {livenessProbe: LIVE}, 4000, restarted(0, 300));
const misplaced = anUnreadyPod(
	'api',
	1,
	'a',
	{livenessProbe: httpGet('/health', {httpGet: {port: 8080}})},
	100,
	restarted(137, 30, {restartCount: 3}),
);
const wrongPath = anUnreadyPod('api', 1, 'a', {livenessProbe: LIVE}, 100, restarted(0, 40, {restartCount: 2}));
const dead = anUnreadyPod(
	'api',
	1,
	'a',
	{livenessProbe: {exec: {command: ['/bin/alive']}, periodSeconds: 10, failureThreshold: 3}},
	4000,
	restarted(143, 3600),
);
const ending = aPod(
	'api',
	1,
	'a',
	probed(
		'api',
		{livenessProbe: LIVE},
		{
			status: {
				containerStatuses: [
					{
						name: 'api',
						ready: false,
						started: true,
						restartCount: 0,
						state: {running: {startedAt: ago(3600)}},
						lastState: {},
					},
				],
				conditions: [{type: 'Ready', status: 'False', lastTransitionTime: ago(20)}],
			},
		},
	),
);

/** Ready again since 35 s, or as `status` says, after a run of five minutes. */
const serving = (status: object): ApiObject =>
	aPod(
		'api',
		1,
		'a',
		probed(
			'api',
			{livenessProbe: LIVE},
			{status: {containerStatuses: [{name: 'api', ready: true, ...restarted(137, 300), ...status}]}},
		),
	);

export default [
	{
		name: 'an event loop that is blocked does not answer within the default second',
		objects: [...still, blocked, ...healthy, unhealthy(blocked, TIMEOUT, before), killedBy(blocked, 'liveness')],
		logs: {'api-rs1-a/api': 'INFO:     10.244.0.3:1 - "GET /report HTTP/1.1" 200 OK\n'},
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods are killed by their liveness probe: GET :8000/health is not answered within 1s',
				because: 'timeoutSeconds is 1, the default; it allows 10s delay, then 3 misses every 10s = 40s',
				extent: '1 of 3 pods',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs1-a'],
				evidence: [
					`Unhealthy ×3 ${TIMEOUT}`,
					'INFO:     10.244.0.3:1 - "GET /report HTTP/1.1" 200 OK',
					'Killing Container api failed liveness probe, will be restarted',
					'livenessProbe: GET :8000/health every 10s, from 10s on, killed after 3 misses = 30s',
					'exit 137 after 60m: killed (SIGKILL), since it did not end when it was told to',
				],
				next: ['raise timeoutSeconds and failureThreshold, or see what keeps the program from answering'],
				since: ago(40),
			},
		],
	},
	{
		name: 'a processor that is held back at its limit answers late',
		objects: [...still, held, ...healthy, unhealthy(held, TIMEOUT, before), killedBy(held, 'liveness')],
		usage: {'api-rs1-a': {cpu: 0.099, memory: 1e8}},
		finds: [
			{
				because:
					'it uses nearly all of its CPU limit of 100m, so it is held back; timeoutSeconds is 1, the default; it allows 10s delay, then 3 misses every 10s = 40s',
			},
		],
	},
	{
		name: 'the handler fails, and nothing tells why',
		objects: [
			...still,
			failing,
			...healthy,
			unhealthy(failing, 'Liveness probe failed: HTTP probe failed with statuscode: 500', before),
			killedBy(failing, 'liveness'),
		],
		finds: [
			{
				title: 'Pods are killed by their liveness probe: GET :8000/health answers 500',
				verdict: 'struggling',
				next: ['read the log of the last run of api'],
			},
		],
	},
	{
		name: 'the probe asks a port on which the program never listens',
		objects: [
			...still,
			misplaced,
			unhealthy(misplaced, REFUSED, {count: 9, firstTimestamp: ago(160), lastTimestamp: ago(40)}),
			killedBy(misplaced, 'liveness', {count: 3, firstTimestamp: ago(140)}),
		],
		logs: {'api-rs1-a/api': 'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)\n'},
		finds: [
			{
				title: 'Pods are killed by their liveness probe: nothing listens on port 8080, the program listens on 8000',
				verdict: 'doomed',
				next: ['let the probe ask port 8000, or the program listen on 8080'],
				since: ago(140),
			},
		],
	},
	{
		name: 'the path is not there: each run ends so',
		objects: [
			...still,
			wrongPath,
			unhealthy(wrongPath, 'Liveness probe failed: HTTP probe failed with statuscode: 404', {
				count: 6,
				firstTimestamp: ago(100),
				lastTimestamp: ago(40),
			}),
			killedBy(wrongPath, 'liveness', {count: 2, firstTimestamp: ago(90)}),
		],
		finds: [{title: 'Pods are killed by their liveness probe: GET :8000/health answers 404', verdict: 'doomed'}],
	},
	{
		name: 'the event of the kill was dropped, since the pod had told too much: the failures before its end tell',
		objects: [...still, dead, ...healthy, unhealthy(dead, 'Liveness probe failed: no heartbeat for 60s', before)],
		finds: [
			{
				title: 'Pods are killed by their liveness probe: its command says: no heartbeat for 60s',
				verdict: 'struggling',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'a simulated node tells of one miss, just before the end, of a probe that the spec does not name',
		objects: [
			...still,
			unnamed,
			...healthy,
			unhealthy(unnamed, 'Liveness probe failed: HTTP probe failed with statuscode: 500', {
				count: 1,
				firstTimestamp: ago(37),
				lastTimestamp: ago(37),
			}),
		],
		finds: [{title: 'Pods are killed by their liveness probe: the program answers 500', confidence: 'likely'}],
	},
	{
		name: 'it still has its grace period to end by itself',
		objects: [
			...still,
			ending,
			...healthy,
			unhealthy(ending, TIMEOUT),
			killedBy(ending, 'liveness', {lastTimestamp: ago(5)}),
		],
		finds: [{extent: '1 of 3 pods', verdict: 'struggling', since: ago(5)}],
	},
	{
		name: 'killed once, and well again for more than a minute',
		objects: [
			...still,
			serving({state: {running: {startedAt: ago(70)}}}),
			...healthy,
			killedBy(blocked, 'liveness', {lastTimestamp: ago(75)}),
		],
		finds: [
			{
				title: 'Pods run again, and were killed by their liveness probe (GET :8000/health)',
				verdict: 'info',
			},
		],
	},
	{
		name: 'killed again and again, and ready in between',
		objects: [
			...still,
			serving({restartCount: 2, state: {running: {startedAt: ago(70)}}}),
			...healthy,
			killedBy(blocked, 'liveness', {count: 2, firstTimestamp: ago(400), lastTimestamp: ago(75)}),
		],
		finds: [{verdict: 'struggling', since: ago(400)}],
	},
	{
		name: 'a kill of an hour ago is over',
		objects: [
			...still,
			serving({
				state: {running: {startedAt: ago(3600)}},
				lastState: {terminated: {exitCode: 137, reason: 'Error', startedAt: ago(9000), finishedAt: ago(3602)}},
			}),
			...healthy,
			killedBy(blocked, 'liveness', {firstTimestamp: ago(3605), lastTimestamp: ago(3605)}),
		],
		finds: [],
	},
	{
		name: 'a miss or two that the probe allows',
		objects: [...still, ...healthy, unhealthy(healthy[0] ?? failing, TIMEOUT, {count: 2})],
		finds: [],
	},
	{
		name: 'a container that was stopped with its pod',
		objects: [...still, failing, ...healthy, killedBy(failing, 'liveness', {message: 'Stopping container api'})],
		finds: [],
	},
	{
		name: 'a crash by itself, though it missed a probe',
		objects: [
			...still,
			anUnreadyPod('api', 1, 'a', {livenessProbe: LIVE}, 400, restarted(1, 300)),
			...healthy,
			unhealthy(failing, TIMEOUT, before),
		],
		finds: [],
	},
	{
		name: 'killed at its memory limit, after a probe that was too slow',
		objects: [
			...still,
			anUnreadyPod(
				'api',
				1,
				'a',
				{livenessProbe: LIVE},
				400,
				restarted(137, 300, {lastState: {terminated: {reason: 'OOMKilled'}}}),
			),
			...healthy,
			unhealthy(failing, TIMEOUT, before),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
