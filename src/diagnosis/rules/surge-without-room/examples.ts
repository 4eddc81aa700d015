import {aDeployment, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';
import {aNode, requesting, unplaced} from '../../example-nodes.ts';

const WORDS = '0/1 nodes are available: 1 Insufficient cpu.';
const rollout = [aRollout('api'), aReplicaSet('api', 1), aReplicaSet('api', 2)];
const old = (cpu: string) => ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix, {spec: requesting('api', {cpu})}));
const waiting = (seconds = 120, message = WORDS) =>
	aPod('api', 2, 'x', unplaced(message, requesting('api', {cpu: '600m'}, 'shop/api:1.9.0'), seconds));

export default [
	{
		name: 'three old pods fill the node, and none may go first',
		objects: [...rollout, aNode('node-1'), ...old('600m'), waiting()],
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods find no room beside the old ones: not enough CPU for a surge',
				because:
					'without api-rs1-a on node-1 one would fit; maxUnavailable 25% of 3 is 0, so no old pod goes before a new one is ready',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'likely',
				evidence: [WORDS],
				next: [
					'let an old pod go first: maxSurge 0, maxUnavailable 1 in deployment api',
					'add a node, or scale something down',
				],
			},
		],
	},
	{
		name: 'old pods may go: the rollout moves, if slowly',
		objects: [
			aRollout('api', {spec: {strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}}}),
			...rollout.slice(1),
			aNode('node-1'),
			...old('600m'),
			waiting(),
		],
		finds: [
			{
				verdict: 'progressing',
				because: 'without api-rs1-a on node-1 one would fit; 1 of 3 may go before new ones are ready',
			},
		],
	},
	{
		name: 'a host port that the old pod has',
		objects: [
			...rollout,
			aNode('node-1'),
			aPod('api', 1, 'a', {
				spec: {containers: [{name: 'api', image: 'i', ports: [{containerPort: 1, hostPort: 80}]}]},
			}),
			aPod(
				'api',
				2,
				'x',
				unplaced("0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.", {
					containers: [{name: 'api', image: 'i', ports: [{containerPort: 1, hostPort: 80}]}],
				}),
			),
		],
		finds: [{title: 'New pods find no room beside the old ones: these have the host port'}],
	},
	{
		name: 'an old pod less would not help: the new ones ask for more than was there',
		objects: [
			...rollout,
			aNode('node-1'),
			...old('100m'),
			aPod('search', 1, 'a', {spec: requesting('search', {cpu: '1600m'})}),
			waiting(),
		],
		finds: [],
	},
	{
		name: 'half a minute of a rollout is no time',
		objects: [...rollout, aNode('node-1'), ...old('600m'), waiting(20)],
		finds: [],
	},
	{
		name: 'no rollout, no old pods',
		objects: [aDeployment('api'), aReplicaSet('api', 1), aNode('node-1'), ...old('600m')],
		finds: [],
	},
] satisfies readonly RuleExample[];
