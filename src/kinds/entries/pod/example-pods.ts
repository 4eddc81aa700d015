/** Pieces of pods as the API sends them, for the examples. */

const METADATA = {
	name: 'api-7f9c5d-x2xkq',
	namespace: 'shop',
	uid: 'pod-uid',
	creationTimestamp: '2026-11-24T11:50:00Z',
	labels: {app: 'api', 'pod-template-hash': '7f9c5d'},
	ownerReferences: [{apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'api-7f9c5d', uid: 'rs-uid', controller: true}],
};

const CONTAINER = {
	name: 'api',
	image: 'shop/api:1.9.0',
	ports: [{containerPort: 8000, name: 'http', protocol: 'TCP'}],
	resources: {requests: {cpu: '100m', memory: '128Mi'}, limits: {cpu: '500m', memory: '256Mi'}},
};

interface Parts {
	readonly metadata?: object;
	readonly spec?: object;
	readonly status: object;
}

/** A pod of one container, with some of its parts replaced; `spec` as a whole. */
export function pod({metadata, spec = {nodeName: 'ip-10-1', containers: [CONTAINER]}, status}: Parts): object {
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {...METADATA, ...metadata},
		spec: {containers: [CONTAINER], ...spec},
		status,
	};
}

export const readyConditions = [{type: 'Ready', status: 'True', lastTransitionTime: '2026-11-24T11:50:08Z'}];

export const notReady = [
	{type: 'Ready', status: 'False', reason: 'ContainersNotReady', lastTransitionTime: '2026-11-24T11:50:00Z'},
];

/** The status of a container that runs. */
export function running(name: string, more: object = {}): object {
	return {
		name,
		ready: true,
		started: true,
		restartCount: 0,
		state: {running: {startedAt: '2026-11-24T11:50:05Z'}},
		lastState: {},
		...more,
	};
}

/** The status of a container that does not start. */
export function waiting(name: string, reason: string, message?: string): object {
	return {name, ready: false, started: false, restartCount: 0, state: {waiting: {reason, message}}, lastState: {}};
}

/** The status of a container that ended a minute before noon. */
export function ended(name: string, terminated: object, restartCount = 0): object {
	return {name, ready: false, started: false, restartCount, state: {terminated: endOf(terminated)}, lastState: {}};
}

/** The end of a run, a minute before noon. */
export function endOf(terminated: object): object {
	return {startedAt: '2026-11-24T11:58:00Z', finishedAt: '2026-11-24T11:59:00Z', ...terminated};
}

/** The status of a container that uvicorn could not start four times. */
export const crashLoop = {
	name: 'api',
	ready: false,
	started: false,
	restartCount: 4,
	state: {
		waiting: {
			reason: 'CrashLoopBackOff',
			message: 'back-off 40s restarting failed container=api pod=api-7f9c5d-x2xkq_shop(pod-uid)',
		},
	},
	lastState: {
		terminated: {
			exitCode: 3,
			reason: 'Error',
			startedAt: '2026-11-24T11:59:46Z',
			finishedAt: '2026-11-24T11:59:48Z',
		},
	},
};
