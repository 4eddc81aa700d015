import {ago, anEvent, aPod, ownerOf, type RuleExample} from '../../example.ts';
import {aNode, aNodeInTrouble} from '../../example-nodes.ts';

const lost = aNodeInTrouble('node-1', 'Unknown', 240);
const on = [aPod('api', 1, 'a'), aPod('api', 1, 'b'), aPod('worker', 1, 'a')];
const agent = aPod('agent', 1, 'a', {metadata: {ownerReferences: [ownerOf('DaemonSet', 'agent')]}});

export default [
	{
		name: 'a node that is lost, with those that run on it',
		objects: [
			lost,
			aNode('node-2'),
			...on,
			agent,
			anEvent(lost, 'NodeNotReady', 'Node node-1 status is now: NodeNotReady', {
				type: 'Normal',
				involvedObject: {uid: 'node-1'},
			}),
		],
		finds: [
			{
				object: 'node/node-1',
				title: 'Node node-1 stopped reporting',
				because: '3 pods are on it: api (2) and worker; what runs there may still run, but nobody knows',
				extent: '',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs1-a', 'api-rs1-b', 'worker-rs1-a'],
				evidence: [
					'Ready Unknown NodeStatusUnknown: Kubelet stopped posting node status.',
					'NodeNotReady Node node-1 status is now: NodeNotReady',
				],
				next: [
					'look whether machine node-1 and its kubelet run, and whether it is reached',
					'if it never comes back: kubectl delete node node-1',
				],
				since: ago(240),
			},
		],
	},
	{
		name: 'a node whose network for pods does not come up',
		objects: [aNodeInTrouble('node-1', 'False', 60)],
		finds: [
			{
				title: 'Node node-1 is not ready: container runtime network not ready: cni plugin not initialized',
				because: 'no pod but those of DaemonSets is on it',
				next: ['look at the kubelet of node-1: journalctl -u kubelet'],
			},
		],
	},
	{
		name: 'a machine that was drained and switched off',
		objects: [aNodeInTrouble('node-1', 'Unknown', 240, {spec: {unschedulable: true}}), agent],
		finds: [
			{
				verdict: 'info',
				because:
					'no pod but those of DaemonSets is on it; what runs there may still run, but nobody knows; it is cordoned',
			},
		],
	},
	{
		name: 'a machine that is drained, and goes away before its pods do',
		objects: [aNodeInTrouble('node-1', 'Unknown', 240, {spec: {unschedulable: true}}), ...on],
		finds: [{verdict: 'struggling'}],
	},
	{name: 'a kubelet that restarts', objects: [aNodeInTrouble('node-1', 'False', 10), ...on], finds: []},
	{
		name: 'a node that joins',
		objects: [aNodeInTrouble('node-1', 'False', 100, {metadata: {creationTimestamp: ago(100)}})],
		finds: [],
	},
	{name: 'a node that is ready', objects: [aNode('node-1'), ...on], finds: []},
	{
		name: 'a node that has said nothing yet',
		objects: [aNode('node-1', {status: {conditions: undefined}})],
		finds: [],
	},
] satisfies readonly RuleExample[];
