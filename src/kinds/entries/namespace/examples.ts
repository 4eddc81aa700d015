import type {NamespaceRow} from '../../../model/event.ts';
import type {KindExample} from '../../example.ts';

const metadata = {name: 'shop', uid: 'ns-uid', creationTimestamp: '2026-11-23T12:00:00Z', labels: {team: 'shop'}};

const examples: readonly KindExample<NamespaceRow>[] = [
	{
		name: 'a namespace',
		object: {apiVersion: 'v1', kind: 'Namespace', metadata, status: {phase: 'Active'}},
		row: {
			kind: 'namespace',
			uid: 'ns-uid',
			name: 'shop',
			namespace: '',
			createdAt: Date.parse('2026-11-23T12:00:00Z'),
			deletedAt: undefined,
			finalizers: [],
			labels: {team: 'shop'},
			owner: undefined,
			status: 'Active',
			conditions: [],
		},
		cells: {name: 'shop', status: 'Active', age: '24h'},
		mark: 'healthy',
		drill: {to: 'namespace', namespace: 'shop'},
	},
	{
		name: 'a namespace that goes',
		object: {metadata: {...metadata, deletionTimestamp: '2026-11-24T11:59:00Z'}, status: {phase: 'Terminating'}},
		row: {status: 'Terminating', deletedAt: Date.parse('2026-11-24T11:59:00Z')},
		mark: 'progressing',
	},
	{
		name: 'a namespace without a status',
		object: {metadata: {name: 'shop', uid: 'ns-uid'}},
		row: {status: '', createdAt: 0},
		cells: {status: '–', age: '–'},
		mark: 'healthy',
	},
];

export default examples;
