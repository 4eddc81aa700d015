import {ago, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';
import {anUnreadyPod, httpGet, killedBy, restarted, unhealthy} from '../../example-probes.ts';

const STARTUP = httpGet('/health', {periodSeconds: 5, failureThreshold: 6});
const REFUSED =
	'Startup probe failed: Get "http://10.244.0.7:8000/health": dial tcp 10.244.0.7:8000: connect: connection refused';
const probes = {startupProbe: STARTUP, livenessProbe: httpGet('/health'), readinessProbe: httpGet('/ready')};
const rollout = [
	aRollout('api'),
	aReplicaSet('api', 1),
	aReplicaSet('api', 2),
	...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix)),
];
const ENDED = {started: false, restartCount: 2};
const slow = anUnreadyPod('api', 2, 'x', probes, 200, restarted(137, 32, ENDED));
const once = anUnreadyPod('api', 2, 'x', probes, 80, restarted(137, 32, {started: false}));
const fresh = anUnreadyPod('api', 2, 'x', probes, 25, {started: false});
const killings = [
	unhealthy(slow, REFUSED, {count: 14, firstTimestamp: ago(110), lastTimestamp: ago(2)}),
	killedBy(slow, 'startup', {count: 2, firstTimestamp: ago(90)}),
];

export default [
	{
		name: 'a program that takes longer to start than its startup probe allows',
		objects: [...rollout, slow, ...killings],
		logs: {
			'api-rs2-x/api': 'INFO:     Waiting for application startup.\nINFO:     building the search index, 40 %\n',
		},
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods are killed by their startup probe before they are up: it allows 30s',
				because:
					'killed 32s after its start, nothing listens on port 8000; 6 misses every 5s = 30s; rev 1: no startup probe',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [
					`Unhealthy ×14 ${REFUSED}`,
					'INFO:     building the search index, 40 %',
					'Killing ×2 Container api failed startup probe, will be restarted',
					'startupProbe: GET :8000/health every 5s, killed when not up after 6 misses = 30s',
					'exit 137 after 32s: killed (SIGKILL), since it did not end when it was told to',
				],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'raise failureThreshold of the startup probe',
					'see what takes the program so long',
				],
				since: ago(90),
			},
		],
	},
	{
		name: 'the second start may be faster',
		objects: [...rollout, once, unhealthy(once, REFUSED, {lastTimestamp: ago(40)}), killedBy(once, 'startup')],
		finds: [{verdict: 'struggling', confidence: 'likely'}],
	},
	{
		name: 'without its failed probes the kill itself tells that it was not up',
		objects: [...rollout, slow, killedBy(slow, 'startup', {count: 2, firstTimestamp: ago(90)})],
		finds: [{verdict: 'doomed', confidence: 'likely'}],
	},
	{
		name: 'a start within its time',
		objects: [...rollout, fresh, unhealthy(fresh, REFUSED, {count: 5})],
		finds: [],
	},
	{
		name: 'a program that listens elsewhere would never be up',
		objects: [...rollout, slow, ...killings],
		logs: {'api-rs2-x/api': 'INFO:     Uvicorn running on http://0.0.0.0:3000 (Press CTRL+C to quit)\n'},
		finds: [],
	},
	{
		name: 'a kill by the liveness probe, long after the start',
		objects: [
			...rollout,
			anUnreadyPod('api', 2, 'x', probes, 4000, restarted(137, 3600)),
			killedBy(slow, 'liveness'),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
