import {aDeployment, anEvent, aReplicaSet, type RuleExample} from '../../example.ts';
import {aStatefulSet, oldPods, refusedRollout} from '../../refusal/example.ts';

export default [
	{
		name: 'a field that only the pod shows to be wrong',
		objects: [
			aStatefulSet(),
			anEvent(
				aStatefulSet(),
				'FailedCreate',
				'create Pod web-2 in StatefulSet web failed error: Pod "web-2" is invalid: metadata.labels: Invalid value: "web-very-long": must be no more than 63 characters',
			),
		],
		finds: [
			{
				object: 'statefulset/web',
				title: 'Pods cannot be created: metadata.labels is not valid',
				because: '1 of 3 pods is missing; Invalid value: "web-very-long": must be no more than 63 characters',
				verdict: 'doomed',
				confidence: 'certain',
				next: ['correct metadata.labels in the template'],
			},
		],
	},
	{
		name: 'several fields',
		objects: refusedRollout(
			'Pod "api-x" is invalid: [spec.containers[0].image: Required value, spec.volumes[1].name: Duplicate value: "a"]',
		),
		finds: [
			{
				title: 'New pods cannot be created: spec.containers[0].image is not valid',
				because: '1 of 1 pod is missing; Required value; also spec.volumes[1].name',
			},
		],
	},
	{
		name: 'pods that are forbidden are another matter',
		objects: refusedRollout('pods "api-x" is forbidden: no PriorityClass with name high was found'),
		finds: [],
	},
	{name: 'a healthy Deployment', objects: [aDeployment('api'), aReplicaSet('api', 1), ...oldPods], finds: []},
] satisfies readonly RuleExample[];
