import {aDeployment, ago, aPod, aReplicaSet, type RuleExample} from '../../example.ts';

const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];

export default [
	{
		name: 'a queue that lets pods pass one by one',
		objects: [
			...owners,
			aPod('api', 1, 'x', {
				spec: {nodeName: undefined, schedulingGates: [{name: 'kueue.x-k8s.io/admission'}]},
				status: {
					phase: 'Pending',
					containerStatuses: undefined,
					conditions: [
						{
							type: 'PodScheduled',
							status: 'False',
							reason: 'SchedulingGated',
							message: 'Scheduling is blocked due to non-empty scheduling gates',
							lastTransitionTime: ago(120),
						},
					],
				},
			}),
		],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods are held back by kueue.x-k8s.io/admission',
				verdict: 'info',
				evidence: ['SchedulingGated: kueue.x-k8s.io/admission'],
			},
		],
	},
	{name: 'pods that were let pass', objects: [...owners, aPod('api', 1, 'x')], finds: []},
] satisfies readonly RuleExample[];
