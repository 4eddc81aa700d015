import {aDeployment, anObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, aNodeInTrouble, unplaced} from '../../example-nodes.ts';

const WORDS =
	'0/2 nodes are available: 2 node(s) had volume node affinity conflict. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.';
const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const volumes = {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'data'}}]};
const zoned = (name: string, zone: string) => aNode(name, {metadata: {labels: {'topology.kubernetes.io/zone': zone}}});
const waiting = (message = WORDS) => aPod('api', 1, 'x', unplaced(message, volumes));
const claim = (node?: string) =>
	anObject('v1', 'PersistentVolumeClaim', 'data', {
		metadata: {annotations: {'volume.kubernetes.io/selected-node': node}},
		spec: {volumeName: 'pvc-77'},
		status: {phase: 'Bound'},
	});

export default [
	{
		name: 'the node for which the volume was made is gone',
		objects: [...owners, zoned('node-1', 'a'), zoned('node-2', 'b'), claim('node-9'), waiting()],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods must run where the volume of PersistentVolumeClaim data is, and find no node there',
				because: 'data was made for node-9, which is gone; nodes are in zones a (1) and b (1)',
				verdict: 'struggling',
				evidence: [WORDS],
				next: ['add a node in the zone of the volume, or restore its data in another'],
			},
		],
	},
	{
		name: 'the words since 1.33, of a claim that does not remember',
		objects: [
			...owners,
			aNode('node-1'),
			claim(),
			waiting("0/1 nodes are available: 1 node(s) didn't match PersistentVolume's node affinity."),
		],
		finds: [{because: ''}],
	},
	{
		name: 'its node is lost: that is the cause',
		objects: [
			...owners,
			aNodeInTrouble('node-1', 'Unknown', 200, {
				spec: {taints: [{key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule'}]},
			}),
			aNode('node-2'),
			claim('node-1'),
			waiting(
				'0/2 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }, 1 node(s) had volume node affinity conflict.',
			),
		],
		finds: [],
	},
	{
		name: 'pods that have a node',
		objects: [...owners, aNode('node-1'), claim('node-1'), aPod('api', 1, 'x', {spec: volumes})],
		finds: [],
	},
] satisfies readonly RuleExample[];
