import {aDeployment, ago, anEvent, anObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, aNodeInTrouble} from '../../example-nodes.ts';

const owners = [aDeployment('api'), aReplicaSet('api', 1), aNode('node-1')];
const live = ['b', 'c', 'd'].map(suffix => aPod('api', 1, suffix));
const ended = {
	phase: 'Succeeded',
	containerStatuses: [{name: 'api', state: {terminated: {exitCode: 0, reason: 'Completed', finishedAt: ago(100)}}}],
};
const ending = (seconds: number, metadata: object = {}, more: object = {}) =>
	aPod('api', 1, 'a', {
		metadata: {deletionTimestamp: ago(seconds), deletionGracePeriodSeconds: 30, ...metadata},
		...more,
	});
const held = (seconds: number) => ending(seconds, {finalizers: ['example.com/hold']}, {status: ended});
const volumes = {spec: {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'data'}}]}};

export default [
	{
		name: 'a finalizer that nobody takes away',
		objects: [...owners, ...live, held(40)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods stay Terminating: finalizer example.com/hold is not taken away',
				because: 'their containers have ended, and they go when whoever set the finalizer takes it away',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs1-a'],
				evidence: [
					'api-rs1-a is Terminating, phase Succeeded, 0 containers running, finalizers example.com/hold',
				],
				next: [
					'look whether the controller that sets example.com/hold runs',
					`if it is gone for good: kubectl patch pod api-rs1-a -n shop --type=merge -p '{"metadata":{"finalizers":null}}'`,
				],
				since: ago(40),
			},
		],
	},
	{
		name: 'a container that runs past its grace',
		objects: [
			...owners,
			...live,
			ending(
				90,
				{},
				{
					spec: {
						containers: [
							{name: 'api', image: 'i', lifecycle: {preStop: {exec: {command: ['sleep', '999']}}}},
						],
					},
				},
			),
			anEvent(ending(90), 'FailedKillPod', 'error killing pod: context deadline exceeded'),
		],
		finds: [
			{
				title: 'Pods stay Terminating: container api still runs after its grace, which has a preStop hook',
				because: 'their grace of 30 s is over; the kubelet of node-1 should have killed them',
				evidence: [
					'api-rs1-a is Terminating, phase Running, 1 container running',
					'FailedKillPod error killing pod: context deadline exceeded',
				],
				next: ['look at the kubelet of node-1', 'or force it: kubectl delete pod api-rs1-a --force'],
			},
		],
	},
	{
		name: 'a Deployment that is deleted and held',
		objects: [
			aDeployment('api', {metadata: {deletionTimestamp: ago(120), finalizers: ['example.com/hold']}}),
			aReplicaSet('api', 1),
			...live,
		],
		finds: [
			{
				title: 'Deployment api was deleted and does not go: finalizer example.com/hold is not taken away',
				verdict: 'struggling',
				affects: [],
			},
		],
	},
	{
		name: 'a claim that is deleted under its pod',
		objects: [
			...owners,
			aPod('api', 1, 'b', volumes),
			anObject('v1', 'PersistentVolumeClaim', 'data', {
				metadata: {deletionTimestamp: ago(300), finalizers: ['kubernetes.io/pvc-protection']},
				status: {phase: 'Bound'},
			}),
		],
		finds: [{title: 'PersistentVolumeClaim data was deleted, and goes when its pods do', verdict: 'info'}],
	},
	{name: 'a pod in its grace', objects: [...owners, ...live, ending(-20)], finds: []},
	{name: 'a kubelet that is a little late', objects: [...owners, ...live, ending(30)], finds: []},
	{name: 'a finalizer that is taken away in a moment', objects: [...owners, ...live, held(10)], finds: []},
	{
		name: 'a pod of a Job that its controller has not counted yet',
		objects: [...owners, ...live, ending(40, {finalizers: ['batch.kubernetes.io/job-tracking']}, {status: ended})],
		finds: [],
	},
	{
		name: 'on a lost node another rule tells it',
		objects: [...owners.slice(0, 2), aNodeInTrouble('node-1', 'Unknown', 400), ...live, ending(90)],
		finds: [],
	},
	{
		name: 'a Deployment that is deleted, and its pods before it',
		objects: [
			aDeployment('api', {metadata: {deletionTimestamp: ago(120), finalizers: ['foregroundDeletion']}}),
			aReplicaSet('api', 1),
			...live,
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
