import {aDeployment, ago, anEvent, anObject, aPod, aReplicaSet, ownerOf, type RuleExample} from '../../example.ts';
import {aNode, requesting, unplaced} from '../../example-nodes.ts';

const CPU =
	'0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.';
const owners = [aDeployment('api', {spec: {replicas: 2}}), aReplicaSet('api', 1, {spec: {replicas: 2}})];
const asking = (cpu: string, message = CPU, seconds = 120) =>
	aPod('api', 1, 'x', unplaced(message, requesting('api', {cpu}), seconds));
const on = (node: string, app: string, cpu: string) =>
	aPod(app, 1, 'a', {spec: {nodeName: node, ...requesting(app, {cpu})}});
const full = [...owners, on('node-1', 'api', '500m'), on('node-1', 'search', '800m'), asking('1500m')];
const waitingAfter = 'TriggeredScaleUp';

export default [
	{
		name: 'a request that no node could ever grant',
		objects: [...owners, aNode('node-1'), asking('64', CPU, 6)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods fit on no node: they ask for 64 CPU, the largest node has 2',
				because: 'node-1 could give most',
				extent: '1 of 2 pods',
				verdict: 'doomed',
				confidence: 'certain',
				affects: ['api-rs1-x'],
				evidence: [CPU],
				next: ['lower the CPU request of container api below 2', 'add a node with more than 64 CPU'],
				since: ago(6),
			},
		],
	},
	{
		name: 'nodes that are full, with those who filled them',
		objects: [...full, aNode('node-1')],
		finds: [
			{
				title: 'Pods find no node with enough CPU left: they ask for 1500m, at most 700m is free',
				because: 'node-1 has 700m of 2 CPU left, most is requested by search (800m) and api (500m)',
				verdict: 'struggling',
				next: [
					'add a node, or scale down what needs it less, such as search',
					'lower the CPU request of container api',
				],
			},
		],
	},
	{
		name: 'memory of several nodes, of which others are kept for the control plane or cordoned',
		objects: [
			...owners,
			aNode('node-1'),
			aPod('search', 1, 'a', {spec: requesting('search', {memory: '7Gi'})}),
			aPod(
				'api',
				1,
				'x',
				unplaced(
					'0/4 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 1 node(s) were unschedulable, 2 Insufficient memory.',
					requesting('api', {memory: '2Gi'}),
				),
			),
		],
		finds: [
			{
				title: 'Pods find no node with enough memory left: they ask for 2Gi, at most 1Gi is free',
				because:
					'node-1 has 1Gi of 8Gi of memory left, most is requested by search (7Gi); of 4 nodes also 1 is kept for the control plane and 1 is cordoned',
			},
		],
	},
	{
		name: 'something that no node has any of',
		objects: [
			...owners,
			aNode('node-1'),
			aPod(
				'api',
				1,
				'x',
				unplaced('0/1 nodes are available: 1 Insufficient nvidia.com/gpu.', {
					containers: [{name: 'api', image: 'i', resources: {limits: {'nvidia.com/gpu': '1'}}}],
				}),
			),
		],
		finds: [{title: 'Pods fit on no node: they ask for 1 nvidia.com/gpu, no node has any', verdict: 'doomed'}],
	},
	{
		name: 'a DaemonSet on its own node',
		objects: [
			anObject('apps/v1', 'DaemonSet', 'agent', {
				spec: {selector: {matchLabels: {app: 'agent'}}, template: {spec: requesting('agent', {cpu: '500m'})}},
				status: {desiredNumberScheduled: 2, currentNumberScheduled: 2, numberReady: 1},
			}),
			aNode('node-1'),
			aNode('node-2'),
			on('node-2', 'search', '1800m'),
			aPod('agent', 1, 'x', {
				...unplaced(
					"0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match Pod's node affinity/selector.",
					{
						...requesting('agent', {cpu: '500m'}),
						affinity: {
							nodeAffinity: {
								requiredDuringSchedulingIgnoredDuringExecution: {
									nodeSelectorTerms: [
										{matchFields: [{key: 'metadata.name', operator: 'In', values: ['node-2']}]},
									],
								},
							},
						},
					},
				),
				metadata: {ownerReferences: [ownerOf('DaemonSet', 'agent')]},
			}),
		],
		finds: [{title: 'Pods find not enough CPU left on node-2: they ask for 500m, at most 200m is free'}],
	},
	{
		name: 'nodes that may not be listed',
		objects: full,
		unseen: ['node'],
		finds: [
			{
				title: 'Pods find no node with enough CPU left: they ask for 1.5',
				because: 'nodes cannot be listed',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'only one namespace is watched: what others request is not known',
		objects: [...full, aNode('node-1')],
		namespace: 'shop',
		finds: [
			{
				title: 'Pods find no node with enough CPU left: they ask for 1.5',
				because: 'what pods of other namespaces request is not seen',
			},
		],
	},
	{
		name: 'an autoscaler that adds no node',
		objects: [
			...full,
			aNode('node-1'),
			anEvent(
				asking('1500m'),
				'NotTriggerScaleUp',
				"pod didn't trigger scale-up: 1 max node group size reached",
				{
					type: 'Normal',
					source: {component: 'cluster-autoscaler'},
				},
			),
		],
		finds: [
			{
				because:
					'node-1 has 700m of 2 CPU left, most is requested by search (800m) and api (500m); the autoscaler adds no node: 1 max node group size reached',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'a node is on its way: that is what is told',
		objects: [
			...full,
			aNode('node-1'),
			anEvent(asking('1500m'), waitingAfter, 'pod triggered scale-up: [{pool-a 1->2 (max: 5)}]', {
				type: 'Normal',
			}),
		],
		finds: [],
	},
	{
		name: 'half a minute is no time where pods come and go',
		objects: [...full.slice(0, -1), aNode('node-1'), asking('1500m', CPU, 20)],
		finds: [],
	},
	{
		name: 'a pod that is ending makes room',
		objects: [
			...owners,
			aNode('node-1'),
			on('node-1', 'api', '500m'),
			asking('1500m'),
			aPod('cache', 1, 'z', {
				metadata: {deletionTimestamp: '2026-11-24T12:00:10Z', deletionGracePeriodSeconds: 30},
				spec: requesting('cache', {cpu: '900m'}),
			}),
		],
		finds: [],
	},
	{name: 'pods that have a node', objects: [...owners, aNode('node-1'), on('node-1', 'api', '500m')], finds: []},
] satisfies readonly RuleExample[];
