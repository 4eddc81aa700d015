import {ago, aDeployment, aPod, aReplicaSet, aRollout, anObject, type RuleExample} from '../../example.ts';
import {aLostPod, anUnreadyPod, httpGet, unhealthy} from '../../example-probes.ts';

const READY = {readinessProbe: httpGet('/ready', {periodSeconds: 5})};
const rollout = [
	aRollout('api'),
	aReplicaSet('api', 1),
	aReplicaSet('api', 2),
	...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix)),
];
const still = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1)];
const waiting = anUnreadyPod('api', 2, 'x', READY, 300);
const slow = anUnreadyPod('api', 2, 'x', READY, 60);
const young = anUnreadyPod('api', 2, 'x', READY, 5);
const lost = aLostPod('api', 'a', READY, 60);
const startup = {...READY, startupProbe: httpGet('/health', {failureThreshold: 30})};

export default [
	{
		name: 'five minutes after its start nothing tells why',
		objects: [...rollout, waiting],
		finds: [
			{
				title: 'New pods run and do not get ready, and nothing tells why',
				because: 'no event says how its probe fails',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'possible',
				evidence: [
					'Running, 0 of 1 containers ready',
					'readinessProbe: GET :8000/ready every 5s, out of service after 3 misses = 15s',
				],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'read the log of api, and ask by hand what its probe asks',
				],
				since: ago(300),
			},
		],
	},
	{
		name: 'events may not be read',
		objects: [
			...rollout,
			waiting,
			unhealthy(waiting, 'Readiness probe failed: HTTP probe failed with statuscode: 503'),
		],
		unseen: ['event'],
		finds: [{because: 'how its probe fails cannot be seen (list events)'}],
	},
	{
		name: 'it was ready and is not any more, and the node went with it',
		objects: [...still, lost, anObject('v1', 'Node', 'node-1', {metadata: {namespace: undefined}})],
		finds: [{title: 'Pods are not ready any more, and nothing tells why', verdict: 'struggling', since: ago(60)}],
	},
	{
		name: 'a minute is not long for a start',
		objects: [...rollout, slow],
		finds: [{title: 'New pods run and are not ready yet', verdict: 'progressing'}],
	},
	{
		name: 'the startup probe did not end, and did not kill it either',
		objects: [...still, anUnreadyPod('api', 1, 'a', startup, 600, {started: false})],
		finds: [{title: 'Pods run, and container api has not passed its startup probe', verdict: 'struggling'}],
	},
	{
		name: 'a startup probe that allows for five minutes',
		objects: [...still, anUnreadyPod('api', 1, 'a', startup, 290, {started: false})],
		finds: [],
	},
	{
		name: 'a new pod',
		objects: [...rollout, young],
		finds: [],
	},
	{
		name: 'an event tells why, and another rule speaks of it',
		objects: [
			...rollout,
			waiting,
			unhealthy(waiting, 'Readiness probe failed: HTTP probe failed with statuscode: 503'),
		],
		finds: [],
	},
	{
		name: 'a container without a readiness probe is ready when it runs',
		objects: [...still, aPod('api', 1, 'a')],
		finds: [],
	},
] satisfies readonly RuleExample[];
