import {aDeployment, ago, anEvent, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const WORDS = '0/1 nodes are available: 1 Insufficient cpu.';
const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const waiting = aPod('api', 1, 'x', unplaced(WORDS));
const announced = (fields: object = {}) =>
	anEvent(waiting, 'TriggeredScaleUp', 'pod triggered scale-up: [{pool-a 1->2 (max: 5)}]', {
		type: 'Normal',
		...fields,
	});

export default [
	{
		name: 'the Cluster Autoscaler adds a node',
		objects: [...owners, aNode('node-1'), waiting, announced()],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods wait for a node that is being added',
				because: 'the autoscaler says [{pool-a 1->2 (max: 5)}]; the nodes there are lack CPU',
				verdict: 'progressing',
				confidence: 'certain',
				evidence: ['TriggeredScaleUp pod triggered scale-up: [{pool-a 1->2 (max: 5)}]', WORDS],
				since: ago(100),
			},
		],
	},
	{
		name: 'Karpenter makes one',
		objects: [
			...owners,
			aNode('node-1'),
			waiting,
			anEvent(waiting, 'Nominated', 'Pod should schedule on: nodeclaim/default-x7k2p', {
				type: 'Normal',
				source: {component: 'karpenter'},
			}),
		],
		finds: [{because: 'the autoscaler says nodeclaim/default-x7k2p; the nodes there are lack CPU'}],
	},
	{
		name: 'it should have come long ago',
		objects: [...owners, aNode('node-1'), waiting, announced({firstTimestamp: ago(800), lastTimestamp: ago(700)})],
		finds: [],
	},
	{
		name: 'it was taken back',
		objects: [
			...owners,
			aNode('node-1'),
			waiting,
			announced(),
			anEvent(waiting, 'NotTriggerScaleUp', "pod didn't trigger scale-up: 1 in backoff after failed scale-up", {
				lastTimestamp: ago(30),
			}),
		],
		finds: [],
	},
	{name: 'it has come', objects: [...owners, aNode('node-1'), aPod('api', 1, 'x'), announced()], finds: []},
] satisfies readonly RuleExample[];
