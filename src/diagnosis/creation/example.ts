import {ago, anEvent, aPod, aReplicaSet, aRollout, type ApiObject, notReady, waiting} from '../example.ts';

type Fields = {readonly [field: string]: unknown};

/** The three pods of revision 1. */
export const oldPods: readonly ApiObject[] = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix));

/** A rollout of revision 2 without its new pods, whose template has this pod spec. */
export function rolloutOf(spec: Fields): readonly ApiObject[] {
	const template = {template: {spec}};
	return [
		aRollout('api', {spec: template}),
		aReplicaSet('api', 1),
		aReplicaSet('api', 2, {spec: template}),
		...oldPods,
	];
}

/** The new pod of it, whose container waits for a reason; taken by its node 110 seconds before noon. */
export function stuck(spec: Fields, reason: string, message: string): ApiObject {
	return aPod('api', 2, 'x', {...waiting('api', reason, message), spec: {nodeName: 'node-1', ...spec}});
}

/** A pod of the rollout that its node prepares for so many seconds, and that has no address yet. */
export function creating(suffix: string, seconds: number, spec: Fields = {}): ApiObject {
	const fields = notReady('api', {state: {waiting: {reason: 'ContainerCreating'}}}, ago(seconds));
	return aPod('api', 2, suffix, {
		metadata: {creationTimestamp: ago(seconds)},
		status: {...(fields['status'] as Fields), podIP: ''},
		spec: {nodeName: 'node-1', ...spec},
	});
}

/** A warning about a pod, between two moments in seconds before noon. */
export function warned(pod: ApiObject, reason: string, message: string, first: number, last: number): ApiObject {
	return anEvent(pod, reason, message, {firstTimestamp: ago(first), lastTimestamp: ago(last), count: 4});
}
