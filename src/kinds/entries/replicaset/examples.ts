import type {RevisionRow} from '../../../model/workload.ts';
import {type KindExample, plainSpec} from '../../example.ts';

/** With `replicas` wanted and `status` in place of that of a healthy one. */
function replicaSet(replicas: number, status: object): object {
	return {
		apiVersion: 'apps/v1',
		kind: 'ReplicaSet',
		metadata: {
			name: 'api-7f9c5d',
			namespace: 'shop',
			uid: 'rs-uid',
			creationTimestamp: '2026-11-24T11:30:00Z',
			labels: {app: 'api', 'pod-template-hash': '7f9c5d'},
			annotations: {
				'deployment.kubernetes.io/revision': '42',
				'kubernetes.io/change-cause': 'deploy 1.9.0',
			},
			ownerReferences: [
				{kind: 'Account', name: 'billing', uid: 'other-uid'},
				{kind: 'Deployment', name: 'api', uid: 'deploy-uid', controller: true},
			],
		},
		spec: {replicas, template: {spec: {containers: [{name: 'api', image: 'shop/api:1.9.0'}]}}},
		status: {replicas: 3, readyReplicas: 3, availableReplicas: 3, ...status},
	};
}

const examples: readonly KindExample<RevisionRow>[] = [
	{
		name: 'the current revision of a Deployment',
		object: replicaSet(3, {}),
		row: {
			kind: 'replicaset',
			uid: 'rs-uid',
			name: 'api-7f9c5d',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T11:30:00Z'),
			deletedAt: undefined,
			template: plainSpec([{name: 'api', image: 'shop/api:1.9.0'}]),
			finalizers: [],
			labels: {app: 'api', 'pod-template-hash': '7f9c5d'},
			owner: {kind: 'Deployment', name: 'api', uid: 'deploy-uid'},
			revision: 42,
			hash: '7f9c5d',
			wanted: 3,
			current: 3,
			ready: 3,
			available: 3,
			images: ['shop/api:1.9.0'],
			changeCause: 'deploy 1.9.0',
			conditions: [],
		},
		cells: {
			revision: '42',
			wanted: '3',
			current: '3',
			ready: '3',
			owner: 'api',
			images: 'shop/api:1.9.0',
			changeCause: 'deploy 1.9.0',
			age: '30m',
		},
		mark: 'healthy',
		drill: {to: 'pod', by: 'owner', uid: 'rs-uid'},
	},
	{
		name: 'an old revision, kept for a roll back',
		object: replicaSet(0, {replicas: 0, readyReplicas: undefined, availableReplicas: undefined}),
		row: {wanted: 0, ready: 0, available: 0},
		mark: 'healthy',
	},
	{
		name: 'a revision that is being scaled down',
		object: replicaSet(1, {}),
		mark: 'progressing',
	},
	{
		name: 'pods that are not ready half an hour after the revision was made',
		object: replicaSet(3, {readyReplicas: 1}),
		mark: 'struggling',
	},
	{
		name: 'pods that are not ready five minutes after the revision was made',
		object: replicaSet(3, {readyReplicas: 1}),
		now: '2026-11-24T11:35:00Z',
		mark: 'progressing',
	},
	{
		name: 'a quota that lets no pod be created',
		object: replicaSet(3, {replicas: 0, readyReplicas: 0, conditions: [{type: 'ReplicaFailure', status: 'True'}]}),
		row: {conditions: [{type: 'ReplicaFailure', status: 'True', reason: '', message: '', since: 0}]},
		mark: 'struggling',
	},
	{
		name: 'one that nobody owns and nobody numbered',
		object: {metadata: {name: 'web', uid: 'rs-uid'}, spec: {replicas: 1}},
		row: {revision: 0, hash: '', owner: undefined, changeCause: ''},
		cells: {revision: '–', owner: '–', images: '–', changeCause: '–'},
	},
];

export default examples;
