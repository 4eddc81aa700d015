import {aDeployment, ago, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, aNodeInTrouble, unplaced} from '../../example-nodes.ts';

const CORDONED =
	'0/1 nodes are available: 1 node(s) were unschedulable. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.';
const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const waiting = (message: string, seconds = 120) => aPod('api', 1, 'x', unplaced(message, {}, seconds));
const unreachable = {taints: [{key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule'}]};
const cordoned = {unschedulable: true, taints: [{key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule'}]};

export default [
	{
		name: 'the only node is cordoned',
		objects: [...owners, aNode('node-1', {spec: cordoned}), waiting(CORDONED)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods find no node: node-1 is cordoned',
				because: '',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [CORDONED, 'node-1 is cordoned'],
				next: ['when its maintenance is over: kubectl uncordon node-1', 'add a node meanwhile'],
				since: ago(120),
			},
		],
	},
	{
		name: 'one node is lost, and the other one is full',
		objects: [
			...owners,
			aNodeInTrouble('node-1', 'Unknown', 200, {spec: unreachable}),
			aNode('node-2'),
			waiting(
				'0/2 nodes are available: 1 Insufficient memory, 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }.',
			),
		],
		finds: [
			{
				title: 'Pods find no node: node-1 stopped reporting',
				because: 'of 2 nodes also 1 does not have enough memory',
				next: ['look at node node-1', 'add a node meanwhile'],
			},
		],
	},
	{
		name: 'taints that are not named any more, of nodes under pressure',
		objects: [
			...owners,
			...['node-1', 'node-2'].map(name =>
				aNode(name, {
					spec: {taints: [{key: 'node.kubernetes.io/disk-pressure', effect: 'NoSchedule'}]},
					status: {conditions: ['Ready', 'DiskPressure'].map(type => ({type, status: 'True'}))},
				}),
			),
			waiting('0/2 nodes are available: 2 node(s) had untolerated taint(s).'),
		],
		finds: [{title: 'Pods find no node: node-1 and node-2 are short of disk'}],
	},
	{
		name: 'a cluster without nodes',
		objects: [...owners, waiting('no nodes available to schedule pods')],
		finds: [{title: 'Pods find no node: the cluster has none'}],
	},
	{
		name: 'nodes that may not be listed',
		objects: [...owners, waiting('0/3 nodes are available: 3 node(s) were unschedulable.')],
		unseen: ['node'],
		finds: [{title: 'Pods find no node: 3 that would do are cordoned', because: 'nodes cannot be listed'}],
	},
	{
		name: 'one node of three is cordoned, and the others are full: room is what is missing',
		objects: [
			...owners,
			aNode('node-1', {spec: cordoned}),
			aNode('node-2'),
			aNode('node-3'),
			waiting('0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu.'),
		],
		finds: [],
	},
	{
		name: 'half a minute is no time for a node that restarts',
		objects: [...owners, aNode('node-1', {spec: cordoned}), waiting(CORDONED, 20)],
		finds: [],
	},
	{
		name: 'a cordoned node whose pods run on',
		objects: [...owners, aNode('node-1', {spec: cordoned}), aPod('api', 1, 'x')],
		finds: [],
	},
] satisfies readonly RuleExample[];
