import {anObject} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

export default [
	{
		name: 'an agent on each node, one of which has none yet',
		object: anObject('apps/v1', 'DaemonSet', 'agent', {
			metadata: {generation: 1},
			spec: {
				selector: {matchLabels: {app: 'agent'}},
				updateStrategy: {type: 'RollingUpdate', rollingUpdate: {maxUnavailable: 1}},
				template: {metadata: {labels: {app: 'agent'}}, spec: {containers: [{name: 'agent', image: 'agent:1'}]}},
			},
			status: {
				observedGeneration: 1,
				desiredNumberScheduled: 3,
				currentNumberScheduled: 3,
				updatedNumberScheduled: 3,
				numberReady: 2,
				numberAvailable: 2,
			},
		}),
		says: [
			'ROLLOUT         RollingUpdate · at most 1 fewer',
			'IMAGE agent     agent:1',
			'  cpu           no limit, no request',
		],
	},
] satisfies readonly DescriptionExample[];
