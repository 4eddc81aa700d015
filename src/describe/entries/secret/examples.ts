import {anObject, aPod} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

export default [
	{
		name: 'names and sizes, never a value, whatever annotation it has slipped into',
		object: anObject('v1', 'Secret', 'postgres', {
			metadata: {
				annotations: {
					'kubectl.kubernetes.io/last-applied-configuration': '{"data":{"password":"aHVudGVyMg=="}}',
					note: 'it is hunter2',
					owner: 'team-a',
				},
			},
			type: 'Opaque',
			data: {password: 'aHVudGVyMg==', empty: ''},
			stringData: {plain: 'hunter2'},
		}),
		around: [
			aPod('api', 1, 'a', {
				metadata: {ownerReferences: []},
				spec: {
					imagePullSecrets: [{name: 'postgres'}],
					containers: [
						{
							name: 'api',
							env: [{name: 'PGPASSWORD', valueFrom: {secretKeyRef: {name: 'postgres', key: 'password'}}}],
						},
					],
				},
			}),
		],
		says: [
			'STATUS          Opaque · 3 keys · 4h ago',
			'KEYS            password                        7 bytes',
			'                empty                           0 bytes',
			'                plain                           7 bytes',
			'USED BY         Pod api-rs1-a                   PGPASSWORD, to pull images',
			'ANNOTATIONS     owner team-a',
		],
		hides: ['hunter2', 'aHVudGVyMg'],
	},
] satisfies readonly DescriptionExample[];
