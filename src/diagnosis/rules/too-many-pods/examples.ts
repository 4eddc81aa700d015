import {aDeployment, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const WORDS =
	'0/1 nodes are available: 1 Too many pods. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.';
const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const small = aNode('node-1', {status: {allocatable: {cpu: '2', memory: '8Gi', pods: '2'}}});
const others = ['a', 'b'].map(suffix => aPod('search', 1, suffix));
const waiting = (seconds = 120) => aPod('api', 1, 'x', unplaced(WORDS, {}, seconds));

export default [
	{
		name: 'a node at its maximum',
		objects: [...owners, small, ...others, waiting()],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods find no node that may take another pod: node-1 runs 2 of 2',
				because: 'the maximum of pods is reached, whatever room there is',
				verdict: 'struggling',
				evidence: [WORDS],
			},
		],
	},
	{
		name: 'nodes that may not be listed',
		objects: [...owners, ...others, waiting()],
		unseen: ['node'],
		finds: [{title: 'Pods find no node that may take another pod'}],
	},
	{
		name: 'one of them is ending',
		objects: [
			...owners,
			small,
			...others,
			aPod('cache', 1, 'z', {metadata: {deletionTimestamp: '2026-11-24T12:00:10Z'}}),
			waiting(),
		],
		finds: [],
	},
	{name: 'half a minute is no time', objects: [...owners, small, ...others, waiting(20)], finds: []},
	{name: 'pods that have a node', objects: [...owners, small, ...others, aPod('api', 1, 'x')], finds: []},
] satisfies readonly RuleExample[];
