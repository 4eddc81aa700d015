import {ago, aPod, type RuleExample} from '../../example.ts';
import {aNode, requesting} from '../../example-nodes.ts';

const pressed = (type: string, reason: string, message: string, fields: object = {}) =>
	aNode('node-1', {
		...fields,
		status: {
			conditions: [
				{type: 'Ready', status: 'True', lastTransitionTime: ago(86_400)},
				{type, status: 'True', reason, message, lastTransitionTime: ago(60)},
			],
		},
	});
const memory = pressed('MemoryPressure', 'KubeletHasInsufficientMemory', 'kubelet has insufficient memory available');

export default [
	{
		name: 'memory, with those that use more than they request',
		objects: [memory, aPod('api', 1, 'a', {spec: requesting('api', {memory: '128Mi'})}), aPod('worker', 1, 'a')],
		usage: {
			'api-rs1-a': {cpu: 0.1, memory: 900 * 2 ** 20},
			'worker-rs1-a': {cpu: 0.1, memory: 300 * 2 ** 20},
		},
		finds: [
			{
				object: 'node/node-1',
				title: 'Node node-1 is short of memory',
				because:
					'2 pods are on it: api and worker; most beyond their requests: api-rs1-a (900Mi, requests 128Mi) and worker-rs1-a (300Mi, requests 0)',
				verdict: 'struggling',
				affects: ['api-rs1-a', 'worker-rs1-a'],
				evidence: ['MemoryPressure KubeletHasInsufficientMemory: kubelet has insufficient memory available'],
				since: ago(60),
			},
		],
	},
	{
		name: 'disk',
		objects: [pressed('DiskPressure', 'KubeletHasDiskPressure', 'kubelet has disk pressure')],
		finds: [{title: 'Node node-1 is short of disk', because: 'no pod but those of DaemonSets is on it'}],
	},
	{
		name: 'the routes of a new node are being made',
		objects: [
			pressed('NetworkUnavailable', 'NoRouteCreated', 'RouteController failed to create a route', {
				metadata: {creationTimestamp: ago(90)},
			}),
		],
		finds: [],
	},
	{name: 'a node that has what it needs', objects: [aNode('node-1'), aPod('api', 1, 'a')], finds: []},
] satisfies readonly RuleExample[];
