import {aDeployment, ago, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';

const recreate = {spec: {strategy: {type: 'Recreate', rollingUpdate: null}}};
/** Asked to end so many seconds ago, with 60 s of grace. */
const ending = (seconds: number): RuleExample['objects'][number] =>
	aPod('api', 1, 'a', {
		metadata: {deletionTimestamp: ago(seconds - 60), deletionGracePeriodSeconds: 60},
		spec: {terminationGracePeriodSeconds: 60},
	});
const sets = [aReplicaSet('api', 1), aReplicaSet('api', 2, {spec: {replicas: 0}, status: {replicas: 0}})];
const rollout = aRollout('api', {...recreate, status: {replicas: 1, updatedReplicas: 0, readyReplicas: 1}});

export default [
	{
		name: 'one pod must end before the next is made, and takes its time',
		objects: [rollout, ...sets, ending(20)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Rollout waits for 1 old pod to end, which may take 60s',
				verdict: 'progressing',
				affects: ['api-rs1-a'],
				evidence: ['asked to end, with a grace period of 60s'],
				since: ago(20),
			},
		],
	},
	{name: 'it was asked to end a moment ago', objects: [rollout, ...sets, ending(5)], finds: []},
	{name: 'past its grace it is another matter', objects: [rollout, ...sets, ending(90)], finds: []},
	{
		name: 'a rolling update does not wait for it',
		objects: [aRollout('api'), aReplicaSet('api', 1), aReplicaSet('api', 2), ending(20), aPod('api', 2, 'x')],
		finds: [],
	},
	{
		name: 'a pod that goes for another reason',
		objects: [aDeployment('api', recreate), aReplicaSet('api', 1), ending(20), aPod('api', 1, 'b')],
		finds: [],
	},
] satisfies readonly RuleExample[];
