import type {WorkloadRow} from '../../../model/workload.ts';
import {type KindExample, plainSpec} from '../../example.ts';

/** With `strategy` and `status` in place of those of a healthy one. */
function statefulSet(status: object, rollingUpdate: object = {partition: 0}): object {
	return {
		apiVersion: 'apps/v1',
		kind: 'StatefulSet',
		metadata: {
			name: 'postgres',
			namespace: 'shop',
			uid: 'sts-uid',
			creationTimestamp: '2026-11-24T10:00:00Z',
			generation: 2,
			labels: {app: 'postgres'},
		},
		spec: {
			replicas: 2,
			selector: {matchExpressions: [{key: 'app', operator: 'In', values: ['postgres']}]},
			updateStrategy: {type: 'RollingUpdate', rollingUpdate},
			template: {
				metadata: {labels: {app: 'postgres'}},
				spec: {containers: [{name: 'postgres', image: 'postgres:15'}]},
			},
		},
		status: {
			observedGeneration: 2,
			replicas: 2,
			readyReplicas: 2,
			availableReplicas: 2,
			updatedReplicas: 2,
			currentRevision: 'postgres-9c4764f48',
			updateRevision: 'postgres-9c4764f48',
			...status,
		},
	};
}

const examples: readonly KindExample<WorkloadRow>[] = [
	{
		name: 'a healthy StatefulSet',
		object: statefulSet({}),
		row: {
			kind: 'statefulset',
			uid: 'sts-uid',
			name: 'postgres',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T10:00:00Z'),
			deletedAt: undefined,
			template: plainSpec([{name: 'postgres', image: 'postgres:15'}]),
			surge: '',
			unavailable: '',
			minReadyMs: 0,
			manager: '',
			finalizers: [],
			labels: {app: 'postgres'},
			owner: undefined,
			wanted: 2,
			current: 2,
			updated: 2,
			ready: 2,
			available: 2,
			observed: true,
			paused: false,
			strategy: 'RollingUpdate',
			revision: '',
			currentHash: 'postgres-9c4764f48',
			updateHash: 'postgres-9c4764f48',
			partition: 0,
			ordered: true,
			progressDeadlineMs: undefined,
			selector: {matchLabels: {}, matchExpressions: [{key: 'app', operator: 'In', values: ['postgres']}]},
			templateLabels: {app: 'postgres'},
			images: ['postgres:15'],
			conditions: [],
		},
		cells: {ready: '2/2', revision: '9c4764f48', images: 'postgres:15', age: '120m'},
		mark: 'healthy',
		drill: {to: 'pod', by: 'owner', uid: 'sts-uid'},
	},
	{
		name: 'a rolling update is on its way',
		object: statefulSet({updateRevision: 'postgres-5d7f', updatedReplicas: 1}),
		row: {currentHash: 'postgres-9c4764f48', updateHash: 'postgres-5d7f'},
		cells: {revision: '5d7f', updated: '1'},
		mark: 'progressing',
	},
	{
		name: 'a partition keeps the pods below it on the old revision',
		object: statefulSet({updateRevision: 'postgres-5d7f', updatedReplicas: 1}, {partition: 1}),
		row: {partition: 1},
		mark: 'healthy',
	},
	{
		name: 'pods are made all at once',
		object: {metadata: {name: 'postgres', uid: 'sts-uid'}, spec: {podManagementPolicy: 'Parallel'}},
		row: {ordered: false},
	},
	{
		name: 'a pod that is not ready long after the start',
		object: statefulSet({readyReplicas: 1}),
		cells: {ready: '1/2'},
		mark: 'struggling',
	},
	{
		name: 'the same pod soon after the start',
		object: statefulSet({readyReplicas: 1}),
		now: '2026-11-24T10:01:00Z',
		mark: 'progressing',
	},
];

export default examples;
