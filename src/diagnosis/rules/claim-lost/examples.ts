import {aDeployment, ago, anObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {unplaced} from '../../example-nodes.ts';

const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const volumes = {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'data'}}]};
const claim = (phase: string) =>
	anObject('v1', 'PersistentVolumeClaim', 'data', {spec: {volumeName: 'pvc-77'}, status: {phase}});

export default [
	{
		name: 'a pod that cannot start without it',
		objects: [
			...owners,
			claim('Lost'),
			aPod(
				'api',
				1,
				'x',
				unplaced(
					'0/1 nodes are available: persistentvolumeclaim "data" bound to non-existent persistentvolume "pvc-77".',
					volumes,
				),
			),
		],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods use PersistentVolumeClaim data, whose volume is gone',
				because: 'PersistentVolume pvc-77 does not exist any more',
				verdict: 'doomed',
				affects: ['api-rs1-x', 'data'],
				evidence: ['data is Lost, it was bound to pvc-77'],
				since: ago(120),
			},
		],
	},
	{
		name: 'a pod that still has it mounted',
		objects: [...owners, claim('Lost'), aPod('api', 1, 'x', {spec: volumes})],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'a claim that is bound',
		objects: [...owners, claim('Bound'), aPod('api', 1, 'x', {spec: volumes})],
		finds: [],
	},
	{name: 'pods without volumes', objects: [...owners, claim('Lost'), aPod('api', 1, 'x')], finds: []},
] satisfies readonly RuleExample[];
