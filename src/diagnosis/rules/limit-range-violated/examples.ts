import {aDeployment, aReplicaSet, type RuleExample} from '../../example.ts';
import {oldPods, refusedRollout} from '../../refusal/example.ts';

export default [
	{
		name: 'limits above the maximum',
		objects: refusedRollout('pods "api-x" is forbidden: maximum cpu usage per Container is 1, but limit is 2'),
		finds: [
			{
				title: 'New pods cannot be created: maximum cpu usage per Container is 1, but limit is 2',
				because: '1 of 1 pod is missing',
				verdict: 'doomed',
				confidence: 'certain',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'change requests and limits of the containers',
					'or change the LimitRange',
				],
			},
		],
	},
	{
		name: 'several at once',
		objects: refusedRollout(
			'pods "api-x" is forbidden: [maximum memory usage per Container is 400M, but limit is 500M, memory max limit to request ratio per Container is 3, but provided ratio is 5.000000, minimum cpu usage per Pod is 100m. No request is specified]',
		),
		finds: [
			{
				title: 'New pods cannot be created: maximum memory usage per Container is 400M, but limit is 500M',
				because:
					'1 of 1 pod is missing; also memory max limit to request ratio per Container is 3, but provided ratio is 5.000000 and minimum cpu usage per Pod is 100m. No request is specified',
			},
		],
	},
	{
		name: 'a quota is another matter',
		objects: refusedRollout(
			'pods "x" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1',
		),
		finds: [],
	},
	{name: 'a healthy Deployment', objects: [aDeployment('api'), aReplicaSet('api', 1), ...oldPods], finds: []},
] satisfies readonly RuleExample[];
