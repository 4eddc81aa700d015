import {ago, anEvent, aReplicaSet, type RuleExample} from '../../example.ts';
import {aStatefulSet, oldPods, refusedDeployment, refusedRollout, refusedSet} from '../../refusal/example.ts';

const RUNTIME_CLASS = 'pods "api-x" is forbidden: pod rejected: RuntimeClass "gvisor" not found';

export default [
	{
		name: 'a runtime class that does not exist',
		objects: refusedRollout(RUNTIME_CLASS),
		finds: [
			{
				title: 'New pods cannot be created: pod rejected: RuntimeClass "gvisor" not found',
				because: '1 of 1 pod is missing',
				verdict: 'doomed',
				confidence: 'certain',
				next: [
					'create RuntimeClass gvisor, or correct runtimeClassName',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'words that nobody knows are shown as they are',
		objects: refusedRollout('pods "api-x" is forbidden: not on a Friday'),
		finds: [
			{
				title: 'New pods cannot be created: not on a Friday',
				verdict: 'struggling',
				next: [
					'see what replicaset api-rs2 is refused: not on a Friday',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'ReplicaSets may not be listed: the Deployment says it, too',
		objects: [refusedDeployment(RUNTIME_CLASS), ...oldPods],
		unseen: ['replicaset'],
		finds: [
			{
				title: 'Pods cannot be created: pod rejected: RuntimeClass "gvisor" not found',
				because: '3 of 3 pods are missing',
			},
		],
	},
	{
		name: 'it was refused for the first time a few seconds ago',
		objects: [refusedDeployment(RUNTIME_CLASS, 5), aReplicaSet('api', 1), refusedSet(RUNTIME_CLASS, 5), ...oldPods],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'a pod of a StatefulSet whose old one is not quite gone',
		objects: [
			aStatefulSet(),
			anEvent(
				aStatefulSet(),
				'FailedCreate',
				'create Pod web-2 in StatefulSet web failed error: object is being deleted: pods "web-2" already exists',
				{firstTimestamp: ago(20), lastTimestamp: ago(2)},
			),
		],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'a namespace that is being deleted makes no pods, as it should',
		objects: refusedRollout(
			'pods "api-x" is forbidden: unable to create new content in namespace shop because it is being terminated',
		),
		finds: [],
	},
	{
		name: 'what has a rule of its own is left to it',
		objects: refusedRollout('pods "api-x" is forbidden: no PriorityClass with name high was found'),
		finds: [],
	},
	{
		name: 'a refusal of long ago that nobody repeats',
		objects: [
			aStatefulSet(),
			anEvent(aStatefulSet(), 'FailedCreate', 'create Pod web-2 in StatefulSet web failed error: whatever', {
				lastTimestamp: ago(2400),
			}),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
