import {anEvent, anObject} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const claim = anObject('v1', 'PersistentVolumeClaim', 'data-postgres-0', {
	spec: {
		storageClassName: 'fast',
		accessModes: ['ReadWriteOnce'],
		resources: {requests: {storage: '10Gi'}},
	},
	status: {phase: 'Pending'},
});

export default [
	{
		name: 'one that waits for a volume',
		object: claim,
		around: [
			anEvent(claim, 'ProvisioningFailed', 'storageclass.storage.k8s.io "fast" not found', {count: 12}),
			anObject('v1', 'Pod', 'postgres-0', {
				spec: {
					containers: [],
					volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'data-postgres-0'}}],
				},
			}),
		],
		says: [
			'STATUS          Pending · asks for 10Gi · class fast · ReadWriteOnce · 4h ago',
			'  volume        none yet',
			'USED BY         Pod postgres-0                  volume data',
			'EVENTS          11:59:00 ×12  ProvisioningFailed  storageclass.storage.k8s.io "fast" not found',
		],
	},
	{
		name: 'one that got more than it asked for',
		object: anObject('v1', 'PersistentVolumeClaim', 'data', {
			spec: {volumeName: 'pv-1', resources: {requests: {storage: '10Gi'}}},
			status: {phase: 'Bound', capacity: {storage: '16Gi'}},
		}),
		says: ['STATUS          Bound · asks for 10Gi · has 16Gi · the default class · 4h ago', '  volume        pv-1'],
	},
] satisfies readonly DescriptionExample[];
