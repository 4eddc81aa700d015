import {ago, aDeployment, anEvent, anObject, aReplicaSet, type RuleExample} from '../../example.ts';
import {aStatefulSet, oldPods, refusal, refusedRollout} from '../../refusal/example.ts';

const none = {replicas: 0, readyReplicas: 0, updatedReplicas: 0, availableReplicas: 0};
const outSince = (seconds: number): object => ({
	...none,
	conditions: [
		{
			type: 'Available',
			status: 'False',
			reason: 'MinimumReplicasUnavailable',
			lastTransitionTime: ago(seconds),
		},
	],
});
const bare = aStatefulSet({replicas: 0, readyReplicas: 0});

export default [
	{
		name: 'a Deployment whose controller does nothing',
		objects: [aDeployment('api', {status: outSince(300)}), aReplicaSet('api', 1, {status: none})],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods are not created: 3 of 3 pods are missing',
				because: 'no event says why: its controller does nothing, or the event is older than an hour',
				verdict: 'struggling',
				confidence: 'likely',
				affects: ['api-rs1'],
				evidence: ['3 pods wanted, 0 there'],
				next: ['look at the log of kube-controller-manager for api-rs1'],
				since: '2026-11-24T11:55:00Z',
			},
		],
	},
	{
		name: 'a StatefulSet that may be refused, and events may not be listed',
		objects: [bare],
		unseen: ['event'],
		finds: [
			{
				object: 'statefulset/web',
				title: 'Pods are not created: 3 of 3 pods are missing',
				because: 'why cannot be seen (list events)',
				next: ['ask for the right to list events: a refusal is told there'],
			},
		],
	},
	{
		name: 'a job that has started and has no pod',
		objects: [
			anObject('batch/v1', 'Job', 'migrate', {
				metadata: {creationTimestamp: ago(300)},
				status: {startTime: ago(300)},
			}),
		],
		finds: [{object: 'job/migrate', title: 'Pods are not created: 1 of 1 pod is missing'}],
	},
	{
		name: 'it was scaled up half a minute ago',
		objects: [
			aDeployment('api', {status: outSince(30)}),
			aReplicaSet('api', 1, {status: none}),
			anEvent(aDeployment('api'), 'ScalingReplicaSet', 'Scaled up replica set api-rs1 to 3', {
				type: 'Normal',
				lastTimestamp: ago(30),
			}),
		],
		finds: [],
	},
	{
		name: 'a job that waits between two tries',
		objects: [
			anObject('batch/v1', 'Job', 'migrate', {
				metadata: {creationTimestamp: ago(300)},
				status: {startTime: ago(300), failed: 2},
			}),
		],
		finds: [],
	},
	{
		name: 'a StatefulSet makes one pod after the other',
		objects: [aStatefulSet({replicas: 1, readyReplicas: 0}), ...oldPods],
		finds: [],
	},
	{
		name: 'a refusal that is known is told by its own rule',
		objects: refusedRollout('pods "x" is forbidden: whatever'),
		finds: [],
	},
	{
		name: 'a Deployment that is paused makes no new pods',
		objects: [
			aDeployment('api', {spec: {paused: true}, status: outSince(300)}),
			aReplicaSet('api', 1, {status: none}),
		],
		finds: [],
	},
	{
		name: 'a healthy Deployment, with a refusal of an hour ago',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			...oldPods,
			refusal('pods "x" is forbidden: whatever', 3600, 3500),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
