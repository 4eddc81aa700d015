import type {MeasuredConnections} from './example-database.ts';
import type {ExpectedFinding} from './expected-finding.ts';

/** What a rule is shown and what it must say: its documentation and its test. At least one example fires, and one must not. */
export interface RuleExample {
	/** A sentence. */
	readonly name: string;
	/** As the API sends them, of any kinds. */
	readonly objects: readonly ApiObject[];
	/** What was there before, from the beginning: the rule sees each of these moments, the last is `objects`. */
	readonly before?: readonly {readonly at: string; readonly objects: readonly ApiObject[]}[];
	/** The end of logs, by `pod/container`, as the API sends them. */
	readonly logs?: Readonly<Record<string, string>>;
	/** The logs of containers that run, by `pod/container`, as the API sends them with their times. */
	readonly running?: Readonly<Record<string, string>>;
	/** By pod: cores and bytes. */
	readonly usage?: Readonly<Record<string, {readonly cpu: number; readonly memory: number}>>;
	/** What metrics tell of connections to databases; what is declared of them is read off the objects. */
	readonly connections?: MeasuredConnections;
	/** Kinds that may not be listed, by id. */
	readonly unseen?: readonly string[];
	/** The only namespace that is watched; all when missing. */
	readonly namespace?: string;
	/** RFC 3339; noon of the day of the examples when missing. */
	readonly now?: string;
	/** Everything that this rule says, in this order, each with the fields that matter; nothing else. */
	readonly finds: readonly ExpectedFinding[];
}

/** An object as the API sends it. */
export interface ApiObject {
	readonly apiVersion: string;
	readonly kind: string;
	readonly metadata: {readonly [field: string]: unknown};
	readonly [field: string]: unknown;
}

type Fields = {readonly [field: string]: unknown};

/** Noon of the day of the examples, and moments before it. */
export const NOON = '2026-11-24T12:00:00Z';

/** `ago(90)`: 90 seconds before noon. */
export function ago(seconds: number): string {
	return new Date(Date.parse(NOON) - seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** Any object of the namespace `shop`, four hours old; `fields` are merged over it, deeply, lists whole. */
export function anObject(apiVersion: string, kind: string, name: string, fields: Fields = {}): ApiObject {
	const metadata = {name, namespace: 'shop', uid: `${kind.toLowerCase()}-${name}`, creationTimestamp: ago(4 * 3600)};
	return merge({apiVersion, kind, metadata}, fields) as ApiObject;
}

/** A Deployment of three pods of the app `name`, all ready, of revision 1, rolled out long ago. */
export function aDeployment(name: string, fields: Fields = {}): ApiObject {
	return anObject(
		'apps/v1',
		'Deployment',
		name,
		merge(
			{
				metadata: {annotations: {'deployment.kubernetes.io/revision': '1'}, generation: 1},
				spec: {
					replicas: 3,
					selector: {matchLabels: {app: name}},
					progressDeadlineSeconds: 600,
					strategy: {type: 'RollingUpdate', rollingUpdate: {maxSurge: '25%', maxUnavailable: '25%'}},
					template: {
						metadata: {labels: {app: name}},
						spec: {containers: [{name, image: `shop/${name}:1.8.2`}]},
					},
				},
				status: {
					observedGeneration: 1,
					replicas: 3,
					updatedReplicas: 3,
					readyReplicas: 3,
					availableReplicas: 3,
					conditions: [
						{
							type: 'Available',
							status: 'True',
							reason: 'MinimumReplicasAvailable',
							lastTransitionTime: ago(4 * 3600),
						},
						{
							type: 'Progressing',
							status: 'True',
							reason: 'NewReplicaSetAvailable',
							lastTransitionTime: ago(4 * 3600),
						},
					],
				},
			},
			fields,
		),
	);
}

/** A Deployment in the middle of a rollout to revision 2: one new pod of three is made, none of it is ready, the old three serve. */
export function aRollout(name: string, fields: Fields = {}): ApiObject {
	return aDeployment(
		name,
		merge(
			{
				metadata: {annotations: {'deployment.kubernetes.io/revision': '2'}, generation: 2},
				spec: {template: {spec: {containers: [{name, image: `shop/${name}:1.9.0`}]}}},
				status: {
					observedGeneration: 2,
					replicas: 4,
					updatedReplicas: 1,
					readyReplicas: 3,
					availableReplicas: 3,
					unavailableReplicas: 1,
					conditions: [
						{
							type: 'Available',
							status: 'True',
							reason: 'MinimumReplicasAvailable',
							lastTransitionTime: ago(4 * 3600),
						},
						{
							type: 'Progressing',
							status: 'True',
							reason: 'ReplicaSetUpdated',
							lastTransitionTime: ago(120),
						},
					],
				},
			},
			fields,
		),
	);
}

/** The ReplicaSet `NAME-rsN` of revision N of a Deployment; made two minutes ago when N is above 1. */
export function aReplicaSet(deployment: string, revision: number, fields: Fields = {}): ApiObject {
	const hash = `rs${revision}`;
	return anObject(
		'apps/v1',
		'ReplicaSet',
		`${deployment}-${hash}`,
		merge(
			{
				metadata: {
					creationTimestamp: revision === 1 ? ago(4 * 3600) : ago(120),
					labels: {app: deployment, 'pod-template-hash': hash},
					annotations: {'deployment.kubernetes.io/revision': String(revision)},
					ownerReferences: [ownerOf('Deployment', deployment)],
				},
				spec: {
					replicas: revision === 1 ? 3 : 1,
					selector: {matchLabels: {app: deployment, 'pod-template-hash': hash}},
					template: {
						metadata: {labels: {app: deployment, 'pod-template-hash': hash}},
						spec: {
							containers: [
								{name: deployment, image: `shop/${deployment}:${revision === 1 ? '1.8.2' : '1.9.0'}`},
							],
						},
					},
				},
				status: {replicas: revision === 1 ? 3 : 1, readyReplicas: revision === 1 ? 3 : 0},
			},
			fields,
		),
	);
}

/**
 * The pod `APP-rsN-SUFFIX` of a ReplicaSet of `aReplicaSet`, running and ready; made two minutes ago when N is above 1. Its only
 * container is called as the app is.
 */
export function aPod(app: string, revision: number, suffix: string, fields: Fields = {}): ApiObject {
	const hash = `rs${revision}`;
	const madeAt = revision === 1 ? ago(4 * 3600) : ago(120);
	return anObject(
		'v1',
		'Pod',
		`${app}-${hash}-${suffix}`,
		merge(
			{
				metadata: {
					creationTimestamp: madeAt,
					labels: {app, 'pod-template-hash': hash},
					ownerReferences: [ownerOf('ReplicaSet', `${app}-${hash}`)],
				},
				spec: {
					nodeName: 'node-1',
					restartPolicy: 'Always',
					containers: [{name: app, image: `shop/${app}:${revision === 1 ? '1.8.2' : '1.9.0'}`}],
				},
				status: {
					phase: 'Running',
					podIP: '10.244.0.7',
					conditions: [
						{type: 'PodScheduled', status: 'True', lastTransitionTime: madeAt},
						{type: 'Ready', status: 'True', lastTransitionTime: madeAt},
					],
					containerStatuses: [
						{
							name: app,
							ready: true,
							started: true,
							restartCount: 0,
							image: `shop/${app}:${revision === 1 ? '1.8.2' : '1.9.0'}`,
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

/** What `aPod` needs to be one that is not ready: `status` of its only container merged over a waiting one. */
export function notReady(app: string, status: Fields, since = ago(110)): Fields {
	return {
		status: {
			phase: 'state' in status && 'running' in (status['state'] as object) ? 'Running' : 'Pending',
			conditions: [
				{type: 'PodScheduled', status: 'True', lastTransitionTime: since},
				{type: 'Ready', status: 'False', reason: 'ContainersNotReady', lastTransitionTime: since},
			],
			containerStatuses: [
				merge({name: app, ready: false, started: false, restartCount: 0, lastState: {}}, status),
			],
		},
	};
}

/** `notReady` fields of a container that waits for a reason. */
export function waiting(app: string, reason: string, message: string, status: Fields = {}): Fields {
	return notReady(app, merge({state: {waiting: {reason, message}}}, status));
}

/** `notReady` fields of a container in its back-off after crashes; the last run took two seconds and ended 20 s before noon. */
export function crashed(app: string, exitCode: number, status: Fields = {}, exit: Fields = {}): Fields {
	const terminated = {exitCode, reason: 'Error', startedAt: ago(22), finishedAt: ago(20), ...exit};
	const message = `back-off 40s restarting failed container=${app} pod=x_shop(1)`;
	return waiting(app, 'CrashLoopBackOff', message, merge({restartCount: 3, lastState: {terminated}}, status));
}

/** An event about an object, one minute before noon. */
export function anEvent(about: ApiObject, reason: string, message: string, fields: Fields = {}): ApiObject {
	const {name, namespace, uid} = about.metadata;
	return anObject(
		'v1',
		'Event',
		`${String(name)}.${reason}`,
		merge(
			{
				type: 'Warning',
				reason,
				message,
				count: 1,
				firstTimestamp: ago(100),
				lastTimestamp: ago(60),
				involvedObject: {kind: about.kind, namespace, name, uid},
				source: {component: 'kubelet'},
			},
			fields,
		),
	);
}

/** The controller reference to an object made here. */
export function ownerOf(kind: string, name: string): Fields {
	return {apiVersion: 'apps/v1', kind, name, uid: `${kind.toLowerCase()}-${name}`, controller: true};
}

/** `over` merged over `base`, deeply; lists are taken whole. */
export function merge(base: Fields, over: Fields): Fields {
	const merged: Record<string, unknown> = {...base};
	for (const [key, value] of Object.entries(over)) {
		const own = merged[key];
		merged[key] = isFields(own) && isFields(value) ? merge(own, value) : value;
	}
	return merged;
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
