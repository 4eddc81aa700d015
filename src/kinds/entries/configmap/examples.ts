import type {ConfigMapRow} from '../../../model/config.ts';
import type {KindExample} from '../../example.ts';

const object = {
	apiVersion: 'v1',
	kind: 'ConfigMap',
	metadata: {
		name: 'api-config',
		namespace: 'shop',
		uid: 'c1',
		creationTimestamp: '2026-11-24T08:00:00Z',
		annotations: {'control-plane.alpha.kubernetes.io/leader': '{"renewTime":"2026-11-24T08:00:02Z"}'},
	},
	data: {LOG_LEVEL: 'info', CACHE_URL: 'redis://redis:6379/0'},
	binaryData: {'logo.png': 'iVBORw0K'},
};

export default [
	{
		name: 'names of its keys; of values only those that name a database or a host',
		object,
		row: {
			kind: 'configmap',
			uid: 'c1',
			name: 'api-config',
			namespace: 'shop',
			createdAt: Date.UTC(2026, 10, 24, 8),
			deletedAt: undefined,
			labels: {},
			owner: undefined,
			finalizers: [],
			version: '1p34o7k',
			keys: ['CACHE_URL', 'LOG_LEVEL', 'logo.png'],
			settings: new Map([['CACHE_URL', 'redis://redis:6379/0']]),
		},
		cells: {count: '3', keys: 'CACHE_URL, LOG_LEVEL, logo.png', age: '4h'},
		mark: 'healthy',
		drill: {to: 'nothing', because: 'd describes it, y shows its YAML'},
	},
	{name: 'its version is that of its content', object, row: {version: '1p34o7k'}},
	{
		name: 'whoever holds a lock in it does not change its version',
		object: {...object, metadata: {...object.metadata, annotations: {}, resourceVersion: '77'}},
		row: {version: '1p34o7k'},
	},
	{
		name: 'one with a label and an owner',
		object: {
			metadata: {
				name: 'api-files',
				namespace: 'shop',
				uid: 'c3',
				labels: {app: 'api'},
				ownerReferences: [{kind: 'Kustomization', name: 'shop', uid: 'k1', controller: true}],
			},
			data: {'app.toml': 'debug = false'},
		},
		row: {labels: {app: 'api'}, owner: {kind: 'Kustomization', name: 'shop', uid: 'k1'}, keys: ['app.toml']},
		cells: {namespace: 'shop', count: '1'},
	},
	{name: 'nonsense has no keys', object: {metadata: {name: 'odd', uid: 'c2'}, data: 7}, row: {keys: []}},
] satisfies readonly KindExample<ConfigMapRow>[];
