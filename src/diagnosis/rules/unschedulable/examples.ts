import {aDeployment, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const waiting = (message: string, seconds = 120) => aPod('api', 1, 'x', unplaced(message, {}, seconds));

export default [
	{
		name: 'a node that holds as many volumes as it may',
		objects: [...owners, aNode('node-1'), waiting('0/1 nodes are available: 1 node(s) exceed max volume count.')],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods find no node: node(s) exceed max volume count',
				verdict: 'struggling',
				evidence: ['0/1 nodes are available: 1 node(s) exceed max volume count.'],
			},
		],
	},
	{
		name: 'words that are not the usual ones',
		objects: [...owners, aNode('node-1'), waiting('Kein Knoten verfügbar.')],
		finds: [{title: 'Pods find no node: Kein Knoten verfügbar'}],
	},
	{
		name: 'half a minute is no time',
		objects: [...owners, waiting('0/1 nodes are available: 1 node(s) exceed max volume count.', 20)],
		finds: [],
	},
	{
		name: 'what another rule knows',
		objects: [...owners, aNode('node-1'), waiting('0/1 nodes are available: 1 Too many pods.')],
		finds: [],
	},
	{name: 'pods that have a node', objects: [...owners, aPod('api', 1, 'x')], finds: []},
] satisfies readonly RuleExample[];
