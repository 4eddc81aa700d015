import {aDeployment, ago, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {takenAway} from '../../example-ended.ts';
import {aNode} from '../../example-nodes.ts';

const MEMORY =
	'The node was low on resource: memory. Threshold quantity: 100Mi, available: 50120Ki. Container api was using 512Mi, request is 0, has larger consumption of memory. ';
const short = {status: {readyReplicas: 2, availableReplicas: 2}};
const live = (count: number) => ['b', 'c', 'd'].slice(0, count).map(suffix => aPod('api', 1, suffix));
const evicted = (message = MEMORY, seconds = 120) => aPod('api', 1, 'a', takenAway('Evicted', message, seconds));

export default [
	{
		name: 'memory of the node, and its pods are not all there again',
		objects: [aDeployment('api', short), aReplicaSet('api', 1), aNode('node-1'), ...live(2), evicted()],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods were evicted from node-1: the node was short of memory',
				because: 'Container api was using 512Mi, request is 0, has larger consumption of memory',
				extent: '1 of 3 pods',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs1-a'],
				evidence: [`api-rs1-a Evicted: ${MEMORY.trim()}`],
				next: ['set the memory request to what the pods use', 'look at what else uses memory on the node'],
				since: ago(120),
			},
		],
	},
	{
		name: 'all its pods are there again: news',
		objects: [aDeployment('api'), aReplicaSet('api', 1), ...live(3), evicted()],
		finds: [
			{
				verdict: 'info',
				because:
					'Container api was using 512Mi, request is 0, has larger consumption of memory; all its pods are there again',
			},
		],
	},
	{
		name: 'a condition of the node',
		objects: [
			aDeployment('api', short),
			aReplicaSet('api', 1),
			...live(2),
			evicted('The node had condition: [DiskPressure]. '),
		],
		finds: [{title: 'Pods were evicted from node-1: the node was short of disk'}],
	},
	{
		name: 'a pod that nobody owns',
		objects: [aPod('tool', 1, 'a', {...takenAway('Evicted', MEMORY), metadata: {ownerReferences: []}})],
		finds: [
			{
				object: 'pod/tool-rs1-a',
				title: 'The pod was evicted from node-1: the node was short of memory',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'a quarter of an hour ago',
		objects: [aDeployment('api', short), aReplicaSet('api', 1), ...live(2), evicted(MEMORY, 900)],
		finds: [],
	},
	{
		name: 'a limit of its own is told by another rule',
		objects: [
			aDeployment('api', short),
			aReplicaSet('api', 1),
			...live(2),
			evicted('Usage of EmptyDir volume "tmp" exceeds the limit "5Mi". '),
		],
		finds: [],
	},
	{name: 'pods that run', objects: [aDeployment('api'), aReplicaSet('api', 1), ...live(3)], finds: []},
] satisfies readonly RuleExample[];
