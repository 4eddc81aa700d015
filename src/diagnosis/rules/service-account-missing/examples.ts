import {aDeployment, aReplicaSet, type RuleExample} from '../../example.ts';
import {oldPods, refusedDeployment, refusedRollout, refusedSet} from '../../refusal/example.ts';

const MISSING =
	'pods "api-rs2-x" is forbidden: error looking up service account shop/api: serviceaccount "api" not found';

export default [
	{
		name: 'an account that nobody made',
		objects: refusedRollout(MISSING),
		finds: [
			{
				title: 'New pods cannot be created: there is no service account api in shop',
				because: '1 of 1 pod is missing',
				verdict: 'doomed',
				confidence: 'certain',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'create ServiceAccount api in shop, or correct serviceAccountName',
				],
			},
		],
	},
	{
		name: 'it may come with the rest that is being applied',
		objects: [refusedDeployment(MISSING, 3), aReplicaSet('api', 1), refusedSet(MISSING, 3), ...oldPods],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'it came',
		objects: [
			refusedDeployment(MISSING, 3),
			aReplicaSet('api', 1),
			refusedSet(MISSING, 3, {status: {replicas: 1}}),
			...oldPods,
		],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: [aDeployment('api'), aReplicaSet('api', 1), ...oldPods], finds: []},
] satisfies readonly RuleExample[];
