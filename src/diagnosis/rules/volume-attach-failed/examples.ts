import {
	aDeployment,
	ago,
	anEvent,
	anObject,
	aPod,
	aReplicaSet,
	aRollout,
	type RuleExample,
	waiting,
} from '../../example.ts';
import {aNode, aNodeInTrouble} from '../../example-nodes.ts';

const MULTI = 'Multi-Attach error for volume "pvc-77" Volume is already used by pod(s) api-rs1-a';
const EXCLUSIVE = `Multi-Attach error for volume "pvc-77" Volume is already exclusively attached to one node and can't be attached to another`;
const volumes = {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'data'}}]};
const creating = waiting('api', 'ContainerCreating', '');
const moved = aPod('api', 2, 'x', {...creating, spec: {nodeName: 'node-2', ...volumes}});
const failed = (message: string, seconds = 110) =>
	anEvent(moved, 'FailedAttachVolume', message, {firstTimestamp: ago(seconds), lastTimestamp: ago(seconds)});
const rollout = [aRollout('api'), aReplicaSet('api', 1), aReplicaSet('api', 2)];
const claim = anObject('v1', 'PersistentVolumeClaim', 'data', {spec: {volumeName: 'pvc-77'}, status: {phase: 'Bound'}});
const old = aPod('api', 1, 'a', {spec: volumes});

export default [
	{
		name: 'a rolling update whose old pod keeps the disk',
		objects: [...rollout, claim, old, moved, failed(MULTI)],
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods wait for PersistentVolumeClaim data, which api-rs1-a on node-1 still holds',
				because: 'its volume can be on one node at a time, and the new pod is on node-2',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs2-x'],
				evidence: [`FailedAttachVolume ${MULTI}`],
				next: [
					'use strategy Recreate, so that the old pod lets go first',
					'delete pod api-rs1-a, or let it end',
				],
				since: ago(110),
			},
		],
	},
	{
		name: 'the disk is on a node that is lost',
		objects: [
			aDeployment('api', {spec: {replicas: 1}}),
			aReplicaSet('api', 1),
			aReplicaSet('api', 2),
			claim,
			aNodeInTrouble('node-1', 'Unknown', 400),
			aNode('node-2'),
			aPod('api', 1, 'a', {metadata: {deletionTimestamp: ago(60)}, spec: volumes}),
			moved,
			failed(EXCLUSIVE),
		],
		finds: [
			{
				because:
					'its volume can be on one node at a time, and the new pod is on node-2; node-1 stopped reporting',
				next: ['delete pod api-rs1-a, or let it end'],
			},
		],
	},
	{
		name: 'nobody who holds it is seen',
		objects: [...rollout, claim, moved, failed(EXCLUSIVE)],
		finds: [{title: 'New pods wait for PersistentVolumeClaim data, which another node still holds'}],
	},
	{
		name: 'the cloud refuses',
		objects: [
			...rollout,
			claim,
			moved,
			failed('AttachVolume.Attach failed for volume "pvc-77" : rpc error: code = NotFound desc = disk not found'),
		],
		finds: [{title: 'New pods wait for PersistentVolumeClaim data, which cannot be attached to node-2'}],
	},
	{name: 'a disk that moves with its pod', objects: [...rollout, claim, moved, failed(EXCLUSIVE, 60)], finds: []},
	{
		name: 'it was attached in the end',
		objects: [
			...rollout,
			claim,
			moved,
			failed(EXCLUSIVE),
			anEvent(moved, 'SuccessfulAttachVolume', 'AttachVolume.Attach succeeded', {
				type: 'Normal',
				lastTimestamp: ago(5),
			}),
		],
		finds: [],
	},
	{name: 'a pod that runs', objects: [...rollout, claim, aPod('api', 2, 'x'), failed(EXCLUSIVE)], finds: []},
] satisfies readonly RuleExample[];
