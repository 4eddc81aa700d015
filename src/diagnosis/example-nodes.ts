import {ago, anObject, type ApiObject} from './example.ts';

type Fields = {readonly [field: string]: unknown};

/** A node of 2 cores, 8Gi and 110 pods, ready for a day; `fields` as for `anObject`. */
export function aNode(name: string, fields: Fields = {}): ApiObject {
	const {metadata, spec, status} = fields as {readonly [part: string]: Fields | undefined};
	const ready = {type: 'Ready', status: 'True', reason: 'KubeletReady', lastTransitionTime: ago(86_400)};
	return anObject('v1', 'Node', name, {
		metadata: {
			namespace: undefined,
			creationTimestamp: ago(86_400),
			...metadata,
			labels: {'kubernetes.io/hostname': name, ...(metadata?.['labels'] as Fields | undefined)},
		},
		spec: {...spec},
		status: {allocatable: {cpu: '2', memory: '8Gi', pods: '110'}, conditions: [ready], ...status},
	});
}

/** A node whose Ready condition is `status`, since some seconds before noon. */
export function aNodeInTrouble(
	name: string,
	status: 'False' | 'Unknown',
	seconds: number,
	fields: Fields = {},
): ApiObject {
	const [reason, message] =
		status === 'Unknown'
			? ['NodeStatusUnknown', 'Kubelet stopped posting node status.']
			: ['KubeletNotReady', 'container runtime network not ready: cni plugin not initialized'];
	return aNode(name, {
		...fields,
		status: {conditions: [{type: 'Ready', status, reason, message, lastTransitionTime: ago(seconds)}]},
	});
}

/** What `aPod` needs to be one that the scheduler refused two minutes before noon, in these words. */
export function unplaced(message: string, spec: Fields = {}, seconds = 120): Fields {
	return {
		metadata: {creationTimestamp: ago(seconds)},
		spec: {nodeName: undefined, ...spec},
		status: {
			phase: 'Pending',
			podIP: undefined,
			containerStatuses: undefined,
			conditions: [
				{
					type: 'PodScheduled',
					status: 'False',
					reason: 'Unschedulable',
					message,
					lastTransitionTime: ago(seconds),
				},
			],
		},
	};
}

/** Containers of one app that request so much. */
export function requesting(app: string, requests: Fields, image = `shop/${app}:1.8.2`): Fields {
	return {containers: [{name: app, image, resources: {requests}}]};
}
