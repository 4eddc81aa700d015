import {aDeployment, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const owners = [aDeployment('api', {spec: {replicas: 3}}), aReplicaSet('api', 1)];
const zoned = (name: string, zone: string) => aNode(name, {metadata: {labels: {'topology.kubernetes.io/zone': zone}}});
const nodes = [zoned('node-1', 'a'), zoned('node-2', 'b')];
const affinity = (kind: string, app: string) => ({
	affinity: {
		[kind]: {
			requiredDuringSchedulingIgnoredDuringExecution: [
				{topologyKey: 'kubernetes.io/hostname', labelSelector: {matchLabels: {app}}},
			],
		},
	},
});
const apart = affinity('podAntiAffinity', 'api');
const on = (node: string, suffix: string) => aPod('api', 1, suffix, {spec: {nodeName: node}});
const placed = [on('node-1', 'a'), on('node-2', 'b')];
const waiting = (message: string, spec: object) => aPod('api', 1, 'x', unplaced(message, {...spec}));
const ANTI = "0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules.";

export default [
	{
		name: 'more replicas than nodes that they may not share',
		objects: [...owners, ...nodes, ...placed, waiting(ANTI, apart)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods may not share a node, and there are 2 nodes for 3 pods',
				because: 'required anti-affinity keeps them apart',
				extent: '1 of 3 pods',
				verdict: 'struggling',
				evidence: [ANTI],
				next: [
					'run at most 2 pods, or add a node',
					'make it a preference: preferredDuringSchedulingIgnoredDuringExecution',
				],
			},
		],
	},
	{
		name: 'zones that would become uneven',
		objects: [
			...owners,
			...nodes,
			...placed,
			on('node-1', 'c'),
			waiting("0/2 nodes are available: 2 node(s) didn't match pod topology spread constraints.", {
				topologySpreadConstraints: [
					{
						topologyKey: 'topology.kubernetes.io/zone',
						maxSkew: 1,
						whenUnsatisfiable: 'DoNotSchedule',
						labelSelector: {matchLabels: {app: 'api'}},
					},
				],
			}),
		],
		finds: [
			{
				title: 'Pods cannot be spread as asked: at most 1 more in one zone than in another',
				because: 'zone a has 2 and zone b has 1',
			},
		],
	},
	{
		name: 'pods to be beside, which are nowhere',
		objects: [
			...owners,
			...nodes,
			waiting(
				"0/2 nodes are available: 2 node(s) didn't match pod affinity rules.",
				affinity('podAffinity', 'cache'),
			),
		],
		finds: [{title: 'Pods must run beside pods that are nowhere they can go (app=cache)'}],
	},
	{
		name: 'pods to keep away from, which are everywhere',
		objects: [...owners, ...nodes, waiting(ANTI, affinity('podAntiAffinity', 'db'))],
		finds: [{title: 'Pods find no node without the pods that they must keep away from (app=db)'}],
	},
	{
		name: 'others that want to be alone',
		objects: [
			...owners,
			...nodes,
			waiting("0/2 nodes are available: 2 node(s) didn't satisfy existing pods anti-affinity rules.", {}),
		],
		finds: [{title: 'Pods find no node: the pods there keep them away by their own anti-affinity'}],
	},
	{
		name: 'a node that is cordoned is what is missing',
		objects: [
			...owners,
			...nodes,
			...placed,
			aNode('node-3', {spec: {unschedulable: true}}),
			waiting(
				"0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) didn't match pod anti-affinity rules.",
				apart,
			),
		],
		finds: [],
	},
	{name: 'pods that are apart', objects: [...owners, ...nodes, ...placed], finds: []},
] satisfies readonly RuleExample[];
