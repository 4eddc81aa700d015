import {aDeployment, ago, anEvent, aPod, aReplicaSet, type RuleExample} from '../../example.ts';

const short = {status: {readyReplicas: 2, availableReplicas: 2}};
const live = ['b', 'c'].map(suffix => aPod('api', 1, suffix));
const gone = aPod('api', 1, 'a', {
	metadata: {deletionTimestamp: ago(-20)},
	status: {
		conditions: [
			{
				type: 'DisruptionTarget',
				status: 'True',
				reason: 'PreemptionByScheduler',
				message: 'default-scheduler: preempting to accommodate a higher priority pod',
				lastTransitionTime: ago(10),
			},
			{type: 'Ready', status: 'True', lastTransitionTime: ago(4000)},
		],
	},
});

export default [
	{
		name: 'what matters more found no room',
		objects: [
			aDeployment('api', short),
			aReplicaSet('api', 1),
			...live,
			gone,
			anEvent(gone, 'Preempted', 'Preempted by pod 4711 on node node-1', {type: 'Normal'}),
		],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods had to go for others of higher priority',
				because: 'they have no priority class',
				verdict: 'info',
				affects: ['api-rs1-a'],
				evidence: ['Preempted Preempted by pod 4711 on node node-1'],
			},
		],
	},
	{
		name: 'a pod that is replaced in a rollout',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			...live,
			aPod('api', 1, 'a', {metadata: {deletionTimestamp: ago(-20)}}),
		],
		finds: [],
	},
	{name: 'pods that run', objects: [aDeployment('api'), aReplicaSet('api', 1), ...live], finds: []},
] satisfies readonly RuleExample[];
