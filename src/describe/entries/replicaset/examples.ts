import {anEvent, aPod, aReplicaSet} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const set = aReplicaSet('api', 2, {
	metadata: {annotations: {'kubernetes.io/change-cause': 'larger pool'}},
	status: {
		conditions: [
			{type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: 'exceeded quota: compute'},
		],
	},
});

export default [
	{
		name: 'one that may not make pods',
		object: set,
		around: [
			anEvent(set, 'FailedCreate', 'Error creating: pods "api-rs2-k" is forbidden: exceeded quota: compute'),
		],
		says: [
			'STATUS          rev 2 · 0 of 1 ready · larger pool · 2m ago',
			'CONDITIONS      ReplicaFailure ✖ FailedCreate: exceeded quota: compute',
			'EVENTS          11:59:00      FailedCreate      Error creating: pods "api-rs2-k" is forbidden: exceeded quota: compute',
			'OWNED BY        Deployment api',
		],
	},
	{
		name: 'an old one, and one that has a pod',
		object: aReplicaSet('api', 1, {spec: {replicas: 0}, status: {replicas: 0, readyReplicas: 0}}),
		around: [aPod('api', 1, 'a')],
		says: [
			'STATUS          rev 1 · has no pods any more · 4h ago',
			'PODS            api-rs1-a                       1/1   Running                         node-1  4h',
		],
	},
] satisfies readonly DescriptionExample[];
