import {ago, aDeployment, anObject, aPod} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

export default [
	{
		name: 'one that does not go away, and what its deletion waits for',
		object: anObject('v1', 'Namespace', 'shop', {
			metadata: {namespace: undefined, deletionTimestamp: ago(600), finalizers: ['example.com/keep']},
			status: {
				phase: 'Terminating',
				conditions: [
					{
						type: 'NamespaceContentRemaining',
						status: 'True',
						reason: 'SomeResourcesRemain',
						message: 'pods. has 1 resource instances',
						lastTransitionTime: ago(500),
					},
				],
			},
		}),
		around: [aDeployment('api'), aPod('api', 1, 'a')],
		says: [
			'ENDING          since 10m · waits for example.com/keep',
			'STATUS          Terminating · 1 pod · 4h ago',
			'CONDITIONS      NamespaceContentRemaining ✖ SomeResourcesRemain 8m20s: pods. has 1 resource instances',
			'SERVICES        api                     3/3',
		],
	},
	{
		name: 'another one than the one that is watched',
		object: anObject('v1', 'Namespace', 'other', {metadata: {namespace: undefined}, status: {phase: 'Active'}}),
		namespace: 'shop',
		says: ['STATUS          Active · only shop is watched · 4h ago'],
		hides: ['0 pods'],
	},
] satisfies readonly DescriptionExample[];
