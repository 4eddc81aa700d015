import {ago, anObject, type ApiObject, merge, ownerOf} from './example.ts';

type Fields = {readonly [field: string]: unknown};

/** A StatefulSet of three pods of the app `name`, all ready and of revision `NAME-1`. */
export function aStatefulSet(name: string, fields: Fields = {}): ApiObject {
	return anObject(
		'apps/v1',
		'StatefulSet',
		name,
		merge(
			{
				metadata: {generation: 1},
				spec: {
					replicas: 3,
					serviceName: name,
					podManagementPolicy: 'OrderedReady',
					updateStrategy: {type: 'RollingUpdate', rollingUpdate: {partition: 0}},
					selector: {matchLabels: {app: name}},
					template: {metadata: {labels: {app: name}}, spec: {containers: [{name, image: `shop/${name}:1`}]}},
				},
				status: {
					observedGeneration: 1,
					replicas: 3,
					currentReplicas: 3,
					updatedReplicas: 3,
					readyReplicas: 3,
					availableReplicas: 3,
					currentRevision: `${name}-1`,
					updateRevision: `${name}-1`,
				},
			},
			fields,
		),
	);
}

/** The ControllerRevision `SET-N`, with the number N; its image is `shop/SET:N`. */
export function aControllerRevision(set: string, number: number, fields: Fields = {}): ApiObject {
	return anObject(
		'apps/v1',
		'ControllerRevision',
		`${set}-${number}`,
		merge(
			{
				metadata: {
					creationTimestamp: number === 1 ? ago(4 * 3600) : ago(120),
					labels: {app: set, 'controller.kubernetes.io/hash': String(number)},
					ownerReferences: [ownerOf('StatefulSet', set)],
				},
				data: {spec: {template: {spec: {containers: [{name: set, image: `shop/${set}:${number}`}]}}}},
				revision: number,
			},
			fields,
		),
	);
}

/** The pod `SET-ORDINAL` of revision `SET-N`, running and ready; made two minutes ago when N is above 1. */
export function aStatefulPod(set: string, ordinal: number, revision: number, fields: Fields = {}): ApiObject {
	const madeAt = revision === 1 ? ago(4 * 3600) : ago(120);
	return anObject(
		'v1',
		'Pod',
		`${set}-${ordinal}`,
		merge(
			{
				metadata: {
					creationTimestamp: madeAt,
					labels: {app: set, 'controller-revision-hash': `${set}-${revision}`},
					ownerReferences: [ownerOf('StatefulSet', set)],
				},
				spec: {nodeName: 'node-1', containers: [{name: set, image: `shop/${set}:${revision}`}]},
				status: {
					phase: 'Running',
					podIP: `10.244.1.${ordinal}`,
					conditions: [{type: 'Ready', status: 'True', lastTransitionTime: madeAt}],
					containerStatuses: [
						{
							name: set,
							ready: true,
							started: true,
							restartCount: 0,
							image: `shop/${set}:${revision}`,
							state: {running: {startedAt: madeAt}},
							lastState: {},
						},
					],
				},
			},
			fields,
		),
	);
}
