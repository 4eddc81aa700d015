import type {ClaimRow} from '../../../model/config.ts';
import type {KindExample} from '../../example.ts';

const metadata = {name: 'data-postgres-0', namespace: 'shop', uid: 'v1', creationTimestamp: '2026-11-24T11:59:00Z'};

export default [
	{
		name: 'a claim that is bound',
		object: {
			apiVersion: 'v1',
			kind: 'PersistentVolumeClaim',
			metadata: {...metadata, annotations: {'volume.kubernetes.io/selected-node': 'node-1'}},
			spec: {
				accessModes: ['ReadWriteOnce'],
				resources: {requests: {storage: '8Gi'}},
				storageClassName: 'fast',
				volumeName: 'pvc-77',
			},
			status: {phase: 'Bound', capacity: {storage: '10Gi'}},
		},
		row: {
			kind: 'persistentvolumeclaim',
			uid: 'v1',
			name: 'data-postgres-0',
			namespace: 'shop',
			createdAt: Date.UTC(2026, 10, 24, 11, 59),
			deletedAt: undefined,
			labels: {},
			owner: undefined,
			finalizers: [],
			phase: 'Bound',
			storageClass: 'fast',
			volume: 'pvc-77',
			size: '10Gi',
			accessModes: ['ReadWriteOnce'],
			selectedNode: 'node-1',
		},
		cells: {status: 'Bound', size: '10Gi', class: 'fast', volume: 'pvc-77', modes: 'ReadWriteOnce', age: '60s'},
		mark: 'healthy',
		drill: {to: 'nothing', because: 'd describes it, y shows its YAML'},
	},
	{
		name: 'one that waits, of the class that the cluster takes by default',
		object: {metadata, spec: {resources: {requests: {storage: '8Gi'}}}, status: {phase: 'Pending'}},
		row: {phase: 'Pending', storageClass: undefined, volume: '', size: '8Gi'},
		cells: {status: 'Pending', class: 'the default', volume: '–'},
		mark: 'progressing',
	},
	{name: 'one whose volume is gone', object: {metadata, status: {phase: 'Lost'}}, mark: 'struggling'},
] satisfies readonly KindExample<ClaimRow>[];
