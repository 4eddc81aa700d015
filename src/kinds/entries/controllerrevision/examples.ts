import type {RevisionRow} from '../../../model/workload.ts';
import {type KindExample, plainSpec} from '../../example.ts';

const template = {spec: {containers: [{name: 'postgres', image: 'postgres:15'}]}};

const examples: readonly KindExample<RevisionRow>[] = [
	{
		name: 'a revision of a StatefulSet, whose pods carry its name',
		object: {
			apiVersion: 'apps/v1',
			kind: 'ControllerRevision',
			metadata: {
				name: 'postgres-9c4764f48',
				namespace: 'shop',
				uid: 'crev-uid',
				creationTimestamp: '2026-11-24T09:00:00Z',
				labels: {app: 'postgres', 'controller.kubernetes.io/hash': '9c4764f48'},
				ownerReferences: [{kind: 'StatefulSet', name: 'postgres', uid: 'sts-uid', controller: true}],
			},
			revision: 3,
			data: {spec: {template: {...template, $patch: 'replace'}}},
		},
		row: {
			kind: 'controllerrevision',
			uid: 'crev-uid',
			name: 'postgres-9c4764f48',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T09:00:00Z'),
			deletedAt: undefined,
			template: plainSpec([{name: 'postgres', image: 'postgres:15'}]),
			finalizers: [],
			labels: {app: 'postgres', 'controller.kubernetes.io/hash': '9c4764f48'},
			owner: {kind: 'StatefulSet', name: 'postgres', uid: 'sts-uid'},
			revision: 3,
			hash: 'postgres-9c4764f48',
			wanted: 0,
			current: 0,
			ready: 0,
			available: 0,
			images: ['postgres:15'],
			changeCause: '',
			conditions: [],
		},
		cells: {revision: '3', owner: 'postgres', images: 'postgres:15', age: '3h'},
		mark: 'healthy',
		drill: {to: 'nothing', because: 'a controller revision owns no pods; the pods belong to its workload'},
	},
	{
		name: 'a revision of a DaemonSet, whose pods carry its hash',
		object: {
			metadata: {
				name: 'agent-5f8b9c7d',
				namespace: 'monitoring',
				uid: 'crev-uid',
				labels: {app: 'agent', 'controller-revision-hash': '5f8b9c7d'},
			},
			revision: 1,
			data: {spec: {template}},
		},
		row: {hash: '5f8b9c7d', revision: 1},
	},
	{
		name: 'data that holds no template',
		object: {metadata: {name: 'custom', uid: 'crev-uid'}, revision: 1, data: 'opaque'},
		row: {images: [], hash: 'custom'},
		cells: {images: '–'},
	},
];

export default examples;
