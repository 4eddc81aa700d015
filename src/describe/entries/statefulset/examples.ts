import {ago, anObject} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

export default [
	{
		name: 'a database with one pod and its volume',
		object: anObject('apps/v1', 'StatefulSet', 'postgres', {
			metadata: {generation: 1},
			spec: {
				replicas: 1,
				serviceName: 'postgres',
				selector: {matchLabels: {app: 'postgres'}},
				updateStrategy: {type: 'RollingUpdate', rollingUpdate: {partition: 0}},
				template: {
					metadata: {labels: {app: 'postgres'}},
					spec: {
						terminationGracePeriodSeconds: 120,
						nodeSelector: {disk: 'ssd'},
						tolerations: [{key: 'dedicated', operator: 'Equal', value: 'db', effect: 'NoSchedule'}],
						containers: [
							{name: 'postgres', image: 'postgres:18', env: [{name: 'POSTGRES_PASSWORD', value: 'x'}]},
						],
					},
				},
			},
			status: {
				observedGeneration: 1,
				replicas: 1,
				readyReplicas: 1,
				updatedReplicas: 1,
				availableReplicas: 1,
				currentRevision: 'postgres-1',
				updateRevision: 'postgres-1',
			},
		}),
		around: [
			anObject('v1', 'Pod', 'postgres-0', {
				metadata: {
					ownerReferences: [
						{kind: 'StatefulSet', name: 'postgres', uid: 'statefulset-postgres', controller: true},
					],
				},
				spec: {nodeName: 'node-1', containers: [{name: 'postgres', image: 'postgres:18'}]},
				status: {
					phase: 'Running',
					conditions: [{type: 'Ready', status: 'True', lastTransitionTime: ago(3600)}],
					containerStatuses: [
						{name: 'postgres', ready: true, restartCount: 0, state: {running: {startedAt: ago(3600)}}},
					],
				},
			}),
		],
		says: [
			'STATUS          1 of 1 ready · 1 available · 4h ago',
			'ROLLOUT         RollingUpdate',
			'PODS            postgres-0                      1/1   Running                         node-1  4h',
			'IMAGE postgres  postgres:18',
			'  env           POSTGRES_PASSWORD ***',
			'RUNS',
			'  on nodes      disk=ssd',
			'  tolerates     dedicated=db:NoSchedule',
			'  ends within   2m',
		],
	},
] satisfies readonly DescriptionExample[];
