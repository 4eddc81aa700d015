import {aDeployment, ago, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const WORDS =
	'0/2 nodes are available: 2 node(s) had untolerated taint {dedicated: db}. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.';
const NAMELESS = WORDS.replace('taint {dedicated: db}', 'taint(s)');
const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const tainted = (name: string, key = 'dedicated', value = 'db') =>
	aNode(name, {spec: {taints: [{key, value, effect: 'NoSchedule'}]}});
const waiting = (message: string, spec: object = {}) => aPod('api', 1, 'x', unplaced(message, {...spec}));
const controlPlane = tainted('master', 'node-role.kubernetes.io/control-plane', '');

export default [
	{
		name: 'all nodes are kept for the database',
		objects: [...owners, tainted('node-1'), tainted('node-2'), waiting(WORDS)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods find no node: they do not tolerate taint dedicated=db:NoSchedule',
				because: 'they have no toleration for it; dedicated=db:NoSchedule is on node-1 and node-2',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [WORDS],
				next: [
					'if they belong there, add a toleration: key dedicated, value db, effect NoSchedule',
					'or take the taint away: kubectl taint node NODE dedicated-',
				],
				since: ago(120),
			},
		],
	},
	{
		name: 'since 1.35 the scheduler does not name the taint; a toleration was meant for it',
		objects: [
			...owners,
			tainted('node-1'),
			controlPlane,
			waiting(NAMELESS, {tolerations: [{key: 'dedicated', value: 'database', effect: 'NoSchedule'}]}),
		],
		finds: [
			{
				title: 'Pods find no node: they do not tolerate taint dedicated=db:NoSchedule',
				because:
					'they tolerate dedicated=database:NoSchedule; dedicated=db:NoSchedule is on node-1; node-role.kubernetes.io/control-plane:NoSchedule is on master',
			},
		],
	},
	{
		name: 'a node that the selector wants and a taint keeps',
		objects: [
			...owners,
			aNode('node-1'),
			aNode('node-2', {
				metadata: {labels: {pool: 'db'}},
				spec: {taints: [{key: 'dedicated', value: 'db', effect: 'NoExecute'}]},
			}),
			waiting(
				"0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint {dedicated: db}.",
				{nodeSelector: {pool: 'db'}},
			),
		],
		finds: [{title: 'Pods find no node: they do not tolerate taint dedicated=db:NoExecute'}],
	},
	{
		name: 'a cluster of one control plane node',
		objects: [
			...owners,
			controlPlane,
			waiting(
				'0/1 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.',
			),
		],
		finds: [
			{
				title: 'Pods find no node: there are only nodes of the control plane, which have a taint',
			},
		],
	},
	{
		name: 'nodes that may not be listed, in the words of an older scheduler',
		objects: [
			...owners,
			waiting("0/2 nodes are available: 2 node(s) had taint {dedicated: db}, that the pod didn't tolerate."),
		],
		unseen: ['node'],
		finds: [
			{
				title: 'Pods find no node: they do not tolerate taint dedicated=db',
				because: 'they have no toleration for it; dedicated=db is on 2 nodes; nodes cannot be listed',
			},
		],
	},
	{
		name: 'a taint that the node put on itself is trouble of the node',
		objects: [
			...owners,
			tainted('node-1', 'node.kubernetes.io/not-ready', ''),
			waiting('0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }.'),
		],
		finds: [],
	},
	{
		name: 'a node without the taint is full',
		objects: [
			...owners,
			tainted('node-1'),
			aNode('node-2'),
			waiting('0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {dedicated: db}.'),
		],
		finds: [],
	},
	{name: 'pods that have a node', objects: [...owners, tainted('node-2'), aPod('api', 1, 'x')], finds: []},
] satisfies readonly RuleExample[];
