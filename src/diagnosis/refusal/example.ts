import {ago, anEvent, anObject, aPod, aReplicaSet, aRollout, type ApiObject} from '../example.ts';

type Fields = {readonly [field: string]: unknown};

/** The three pods of revision 1. */
export const oldPods: readonly ApiObject[] = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix));

/** The ReplicaSet of revision 2, which wants one pod and has none; refused since so many seconds before noon. */
export function refusedSet(message: string, seconds = 90, fields: Fields = {}): ApiObject {
	return aReplicaSet('api', 2, {
		status: {replicas: 0, readyReplicas: 0, conditions: [failure(message, seconds)]},
		...fields,
	});
}

/** What the ReplicaSet's controller said of it. */
export function refusal(message: string, first = 90, last = 10): ApiObject {
	return anEvent(refusedSet(message), 'FailedCreate', `Error creating: ${message}`, {
		firstTimestamp: ago(first),
		lastTimestamp: ago(last),
		count: 5,
		source: {component: 'replicaset-controller'},
	});
}

/** A rollout of the Deployment api whose new pod is refused, by condition and event. */
export function refusedRollout(message: string, seconds = 90): readonly ApiObject[] {
	return [
		refusedDeployment(message, seconds),
		aReplicaSet('api', 1),
		refusedSet(message, seconds),
		refusal(message),
		...oldPods,
	];
}

export function refusedDeployment(message: string, seconds = 90, fields: Fields = {}): ApiObject {
	return aRollout('api', {
		status: {
			replicas: 3,
			updatedReplicas: 0,
			conditions: [
				{
					type: 'Available',
					status: 'True',
					reason: 'MinimumReplicasAvailable',
					lastTransitionTime: ago(4 * 3600),
				},
				{type: 'Progressing', status: 'True', reason: 'NewReplicaSetCreated', lastTransitionTime: ago(120)},
				failure(message, seconds),
			],
		},
		...fields,
	});
}

/** A StatefulSet of three pods of which the last does not exist. */
export function aStatefulSet(fields: Fields = {}): ApiObject {
	return anObject('apps/v1', 'StatefulSet', 'web', {
		spec: {
			replicas: 3,
			selector: {matchLabels: {app: 'web'}},
			template: {metadata: {labels: {app: 'web'}}, spec: {containers: [{name: 'web', image: 'shop/web:1'}]}},
		},
		status: {replicas: 2, readyReplicas: 2, currentRevision: 'web-1', updateRevision: 'web-1', ...fields},
	});
}

function failure(message: string, seconds: number): Fields {
	return {
		type: 'ReplicaFailure',
		status: 'True',
		reason: 'FailedCreate',
		message,
		lastTransitionTime: ago(seconds),
	};
}
