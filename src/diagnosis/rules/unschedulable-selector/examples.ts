import {aDeployment, ago, anEvent, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const WORDS =
	"0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.";
const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const nodes = (labels: object) => ['node-1', 'node-2', 'node-3'].map(name => aNode(name, {metadata: {labels}}));
const wanting = (spec: object, message = WORDS, seconds = 120) =>
	aPod('api', 1, 'x', unplaced(message, {...spec}, seconds));
const required = (...terms: readonly object[]) => ({
	affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: terms}}},
});
const ssd = {nodeSelector: {disktype: 'ssd'}};

export default [
	{
		name: 'a label that no node has with this value',
		objects: [...owners, ...nodes({disktype: 'hdd'}), wanting(ssd)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods match no node: none has disktype=ssd',
				because: 'the node selector asks for it; nodes have disktype=hdd (3)',
				extent: '1 of 1 pod',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [WORDS],
				next: [
					'correct the node selector of the template',
					'label the node that was meant: kubectl label node NODE disktype=ssd',
				],
				since: ago(120),
			},
		],
	},
	{
		name: 'a label that no node has at all, and one that is nearly called so',
		objects: [...owners, ...nodes({'disk-type': 'ssd'}), wanting(ssd)],
		finds: [{because: 'the node selector asks for it; none has a label disktype, 3 have disk-type=ssd'}],
	},
	{
		name: 'a label that nobody knows',
		objects: [...owners, aNode('node-1'), wanting(ssd, WORDS.replaceAll('3', '1'))],
		finds: [{because: 'the node selector asks for it; the only node has no label disktype'}],
	},
	{
		name: 'required affinity, whose nearest term is told, in a rollout',
		objects: [
			aRollout('api'),
			aReplicaSet('api', 1),
			aReplicaSet('api', 2),
			...nodes({zone: 'a'}),
			aPod(
				'api',
				2,
				'x',
				unplaced(
					WORDS,
					required(
						{
							matchExpressions: [
								{key: 'zone', operator: 'In', values: ['b', 'c']},
								{key: 'gpu', operator: 'Exists'},
							],
						},
						{matchExpressions: [{key: 'zone', operator: 'In', values: ['b', 'c']}]},
					),
				),
			),
		],
		finds: [
			{
				title: 'New pods match no node: none has zone in (b, c)',
				because: 'the node affinity asks for it; nodes have zone=a (3)',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'correct the node affinity of the template',
					'label the node that was meant: kubectl label node NODE zone=b',
				],
			},
		],
	},
	{
		name: 'labels that nodes have one by one, and none has together',
		objects: [
			...owners,
			aNode('node-1', {metadata: {labels: {disktype: 'ssd', zone: 'a'}}}),
			aNode('node-2', {metadata: {labels: {disktype: 'hdd', zone: 'b'}}}),
			wanting({nodeSelector: {disktype: 'ssd', zone: 'b'}}, WORDS.replaceAll('3', '2')),
		],
		finds: [
			{
				title: 'Pods match no node: none has disktype=ssd and zone=b',
				because: 'the node selector asks for it; no node has all of it; node-1 lacks zone=b',
			},
		],
	},
	{
		name: 'the control plane refuses first for its taint, and would not match either',
		objects: [
			...owners,
			aNode('node-1'),
			aNode('master', {spec: {taints: [{key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule'}]}}),
			wanting(
				ssd,
				"0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint(s).",
			),
		],
		finds: [{title: 'Pods match no node: none has disktype=ssd'}],
	},
	{
		name: 'nodes that may not be listed',
		objects: [...owners, wanting(ssd)],
		unseen: ['node'],
		finds: [
			{
				title: 'Pods match no node: none has disktype=ssd',
				because: 'the node selector asks for it; nodes cannot be listed',
			},
		],
	},
	{
		name: 'the words of a scheduler of 2019, heard in an event only',
		objects: [
			...owners,
			aNode('node-1'),
			wanting(ssd, ''),
			anEvent(
				wanting(ssd, ''),
				'FailedScheduling',
				"0/1 nodes are available: 1 node(s) didn't match node selector.",
			),
		],
		finds: [{title: 'Pods match no node: none has disktype=ssd'}],
	},
	{
		name: 'where groups of nodes grow, the autoscaler is given the time to say so',
		objects: [
			...owners,
			aNode('node-1', {metadata: {labels: {'karpenter.sh/nodepool': 'default'}}}),
			wanting(ssd, WORDS.replaceAll('3', '1'), 30),
		],
		finds: [],
	},
	{
		name: 'some nodes match, and are full',
		objects: [
			...owners,
			aNode('node-1', {metadata: {labels: {disktype: 'ssd'}}}),
			aNode('node-2'),
			wanting(
				ssd,
				"0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match Pod's node affinity/selector.",
			),
		],
		finds: [],
	},
	{name: 'pods that have a node', objects: [...owners, ...nodes({}), aPod('api', 1, 'x')], finds: []},
] satisfies readonly RuleExample[];
