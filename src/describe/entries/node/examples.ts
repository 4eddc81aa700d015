import {ago, anObject, aPod} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const node = anObject('v1', 'Node', 'node-1', {
	metadata: {namespace: undefined, labels: {'node-role.kubernetes.io/worker': ''}},
	spec: {taints: [{key: 'dedicated', value: 'db', effect: 'NoSchedule'}]},
	status: {
		capacity: {cpu: '4', memory: '16Gi', pods: '110'},
		allocatable: {cpu: '3900m', memory: '14Gi', pods: '110'},
		addresses: [{type: 'InternalIP', address: '10.0.1.11'}],
		nodeInfo: {
			kubeletVersion: 'v1.35.4',
			osImage: 'Debian 13',
			kernelVersion: '6.12',
			architecture: 'amd64',
			containerRuntimeVersion: 'containerd://2.1.4',
		},
		conditions: [
			{
				type: 'MemoryPressure',
				status: 'True',
				reason: 'KubeletHasInsufficientMemory',
				lastTransitionTime: ago(60),
			},
			{type: 'Ready', status: 'True', reason: 'KubeletReady', lastTransitionTime: ago(3600)},
		],
	},
});

const pod = aPod('api', 1, 'a', {
	spec: {containers: [{name: 'api', image: 'api:1', resources: {requests: {cpu: '500m', memory: '7Gi'}}}]},
});

export default [
	{
		name: 'what there is on it, and what of it is taken',
		object: node,
		around: [pod],
		usage: {'node-1': {cpu: 0.39, memory: 2 * 1024 ** 3}},
		says: [
			'STATUS          Ready · worker · v1.35.4 · 10.0.1.11 · 4h ago',
			'TAINTS          dedicated=db: no new pods (NoSchedule)',
			'CONDITIONS      MemoryPressure ✖ KubeletHasInsufficientMemory 60s',
			'                Ready ✔ 60m',
			'ROOM',
			'  memory        14Gi for pods · of 16Gi · asked for 7Gi (50 %) · limits 0 (0 %) · uses 2Gi (14 %)',
			'  cpu           3.9 for pods · of 4 · asked for 500m (13 %) · limits 0m (0 %) · uses 390m (10 %)',
			'  pods          1 of 110',
			'PODS            api-rs1-a                       1/1   Running                         node-1  4h',
			'SYSTEM          Debian 13 · 6.12 · amd64 · containerd://2.1.4',
		],
	},
	{
		name: 'one of whose pods only those of a namespace can be seen',
		object: node,
		namespace: 'shop',
		says: [
			'  memory        14Gi for pods · of 16Gi · asked for 0 (0 %) · limits 0 (0 %) · usage not measured',
			'                not all pods can be seen',
		],
	},
] satisfies readonly DescriptionExample[];
