import {aDeployment, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const WORDS = "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.";
const owners = [aDeployment('api', {spec: {replicas: 2}}), aReplicaSet('api', 1, {spec: {replicas: 2}})];
const port = (app: string) => ({containers: [{name: app, image: 'i', ports: [{containerPort: 8000, hostPort: 80}]}]});
const waiting = aPod('api', 1, 'x', unplaced(WORDS, port('api')));

export default [
	{
		name: 'a second pod for the port of the only node',
		objects: [...owners, aNode('node-1'), aPod('edge', 1, 'a', {spec: port('edge')}), waiting],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods need port 80 of a node, which is taken on every node that would do',
				because: 'it is taken by edge on node-1',
				verdict: 'struggling',
				evidence: [WORDS],
			},
		],
	},
	{
		name: 'who has it is ending',
		objects: [
			...owners,
			aNode('node-1'),
			aPod('edge', 1, 'a', {metadata: {deletionTimestamp: '2026-11-24T12:00:20Z'}, spec: port('edge')}),
			waiting,
		],
		finds: [],
	},
	{
		name: 'pods that have their ports',
		objects: [...owners, aNode('node-1'), aPod('api', 1, 'a', {spec: port('api')})],
		finds: [],
	},
] satisfies readonly RuleExample[];
