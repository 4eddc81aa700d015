import type {SecretRow} from '../../../model/config.ts';
import type {KindExample} from '../../example.ts';

export default [
	{
		name: 'metadata is all that is read, even when a server sends more',
		object: {
			apiVersion: 'v1',
			kind: 'Secret',
			metadata: {
				name: 'api-database',
				namespace: 'shop',
				uid: 's1',
				resourceVersion: '4711',
				creationTimestamp: '2026-11-23T12:00:00Z',
			},
			data: {DATABASE_URL: 'cG9zdGdyZXM6Ly8='},
		},
		row: {
			kind: 'secret',
			uid: 's1',
			namespace: 'shop',
			createdAt: Date.UTC(2026, 10, 23, 12),
			deletedAt: undefined,
			labels: {},
			owner: undefined,
			finalizers: [],
			name: 'api-database',
			version: '4711',
		},
		cells: {name: 'api-database', age: '24h'},
		mark: 'healthy',
		drill: {to: 'nothing', because: 'd describes it, y shows its YAML with the values masked'},
	},
	{
		name: 'one that belongs to a certificate',
		object: {
			metadata: {
				name: 'shop-tls',
				namespace: 'shop',
				uid: 's2',
				labels: {'controller.cert-manager.io/fao': 'true'},
				finalizers: ['example.com/keep'],
				ownerReferences: [
					{apiVersion: 'cert-manager.io/v1', kind: 'Certificate', name: 'shop', uid: 'x1', controller: true},
				],
			},
		},
		row: {
			labels: {'controller.cert-manager.io/fao': 'true'},
			owner: {kind: 'Certificate', name: 'shop', uid: 'x1'},
			finalizers: ['example.com/keep'],
			version: '',
		},
		cells: {age: '–'},
	},
	{name: 'one that says nothing', object: {metadata: {name: 'odd', uid: 's3'}}, row: {name: 'odd', namespace: ''}},
] satisfies readonly KindExample<SecretRow>[];
