import {aDeployment, aPod, aReplicaSet, type ApiObject, aRollout} from './example.ts';

/** A rollout to revision 2, made two minutes ago, of which both revisions serve: two old pods `a` and `b`, two new ones `x` and `y`. */
export function twoServing(): readonly ApiObject[] {
	return [
		aRollout('api', {status: {replicas: 4, updatedReplicas: 2, readyReplicas: 4, availableReplicas: 4}}),
		aReplicaSet('api', 1),
		aReplicaSet('api', 2, {spec: {replicas: 2}, status: {replicas: 2, readyReplicas: 2}}),
		...['a', 'b'].map(suffix => aPod('api', 1, suffix)),
		...['x', 'y'].map(suffix => aPod('api', 2, suffix)),
	];
}

/** A Deployment without a rollout, whose pods serve. */
export function oneServing(
	suffixes: readonly string[] = ['a', 'b'],
	fields: Parameters<typeof aPod>[3] = {},
): readonly ApiObject[] {
	const count = suffixes.length;
	const status = {replicas: count, updatedReplicas: count, readyReplicas: count, availableReplicas: count};
	return [
		aDeployment('api', {spec: {replicas: count}, status}),
		aReplicaSet('api', 1),
		...suffixes.map(suffix => aPod('api', 1, suffix, fields)),
	];
}
