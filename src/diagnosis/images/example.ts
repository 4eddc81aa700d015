import {aDeployment, anEvent, aPod, aReplicaSet, aRollout, type ApiObject, waiting} from '../example.ts';

/** The three pods of revision 1, which run shop/api:1.8.2. */
export const oldPods: readonly ApiObject[] = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix));

/** A rollout of shop/api:1.9.0 without its new pods. */
export const rollout: readonly ApiObject[] = [
	aRollout('api'),
	aReplicaSet('api', 1),
	aReplicaSet('api', 2),
	...oldPods,
];

/** All is well: one revision, three pods. */
export const calm: readonly ApiObject[] = [aDeployment('api'), aReplicaSet('api', 1), ...oldPods];

type Fields = {readonly [field: string]: unknown};

/** The new pod of the rollout on node-1, which cannot pull its image; it was made two minutes ago, and taken ten seconds later. */
export function unpulled(message: string, spec: Fields = {}, reason = 'ErrImagePull'): ApiObject {
	return aPod('api', 2, 'x', {...waiting('api', reason, message), spec: {nodeName: 'node-1', ...spec}});
}

/** What the kubelet said of it: first and last time in seconds before noon. */
export function pullFailed(pod: ApiObject, message: string, first: string, last: string, count = 1): ApiObject {
	return anEvent(pod, 'Failed', `Failed to pull image "shop/api:1.9.0": ${message}`, {
		involvedObject: {fieldPath: 'spec.containers{api}'},
		firstTimestamp: first,
		lastTimestamp: last,
		count,
	});
}
