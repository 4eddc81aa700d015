import {aDeployment, ago, anEvent, anObject, aPod, aReplicaSet, ownerOf, type RuleExample} from '../../example.ts';
import {aNode, aNodeInTrouble} from '../../example-nodes.ts';

const status = (ready: number) => ({
	status: {readyReplicas: ready, availableReplicas: ready, unavailableReplicas: 3 - ready},
});
const owners = (ready: number) => [aDeployment('api', status(ready)), aReplicaSet('api', 1)];
const unready = {
	status: {conditions: [{type: 'Ready', status: 'False', lastTransitionTime: ago(200)}]},
};
const lost = aNodeInTrouble('node-1', 'Unknown', 200);
const well = ['b', 'c'].map(suffix => aPod('api', 1, suffix, {spec: {nodeName: 'node-2'}}));
const victim = (fields: object = {}) => aPod('api', 1, 'a', {...unready, ...fields});
const ending = {metadata: {deletionTimestamp: ago(30)}};

export default [
	{
		name: 'one pod of three is on a node that is lost',
		objects: [...owners(2), lost, aNode('node-2'), ...well, victim()],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods are on node node-1, which stopped reporting',
				because: 'Kubernetes makes them elsewhere after five minutes, unless told otherwise; 2 of 3 are ready',
				extent: '1 of 3 pods',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs1-a'],
				evidence: ['node node-1 stopped reporting'],
				next: ['bring node node-1 back', 'if it never comes back: kubectl delete node node-1'],
				since: ago(200),
			},
		],
	},
	{
		name: 'its replacement is ready: what is left is a record',
		objects: [
			...owners(3),
			lost,
			aNode('node-2'),
			...well,
			aPod('api', 1, 'd', {spec: {nodeName: 'node-2'}}),
			victim(ending),
		],
		finds: [
			{
				because: '1 pod cannot end before the node comes back or is deleted; 3 of 3 are ready',
				verdict: 'info',
				next: [
					'bring node node-1 back',
					'if it never comes back: kubectl delete node node-1, or kubectl delete pod api-rs1-a --force',
				],
			},
		],
	},
	{
		name: 'a StatefulSet waits for the old pod to be gone',
		objects: [
			anObject('apps/v1', 'StatefulSet', 'db', {
				spec: {replicas: 1, selector: {matchLabels: {app: 'db'}}, template: {spec: {containers: []}}},
				status: {replicas: 1, readyReplicas: 0},
			}),
			lost,
			aPod('db', 1, '0', {
				...unready,
				metadata: {...ending.metadata, ownerReferences: [ownerOf('StatefulSet', 'db')]},
			}),
		],
		finds: [
			{
				object: 'statefulset/db',
				because:
					'1 pod cannot end before the node comes back or is deleted; a StatefulSet makes no other pod of that name before; 0 of 1 are ready',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'the node was taken away under its pods',
		objects: [...owners(2), aNode('node-2'), ...well, victim()],
		finds: [{title: 'Pods are on node node-1, which is gone'}],
	},
	{
		name: 'nodes that may not be listed, and what their controller says of the pod',
		objects: [...owners(2), ...well, victim(), anEvent(victim(), 'NodeNotReady', 'Node is not ready')],
		unseen: ['node'],
		finds: [{title: 'Pods are on node node-1, which does not answer', confidence: 'likely'}],
	},
	{
		name: 'a pod that is not ready for reasons of its own',
		objects: [...owners(2), aNode('node-1'), aNode('node-2'), ...well, victim()],
		finds: [],
	},
	{
		name: 'a kubelet that restarts',
		objects: [...owners(2), aNodeInTrouble('node-1', 'False', 10), aNode('node-2'), ...well, victim()],
		finds: [],
	},
	{
		name: 'a pod that ends on a node that is well',
		objects: [...owners(3), aNode('node-1'), aNode('node-2'), ...well, victim(ending)],
		finds: [],
	},
	{
		name: 'all is well',
		objects: [...owners(3), aNode('node-1'), aNode('node-2'), ...well, aPod('api', 1, 'a')],
		finds: [],
	},
] satisfies readonly RuleExample[];
