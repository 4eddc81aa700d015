import {plainSpec} from '../../src/kinds/example.ts';
import type {EventRow} from '../../src/model/event.ts';
import type {EndpointSliceRow, ServiceObjectRow} from '../../src/model/network.ts';
import type {ContainerRow, Exit, PodRow} from '../../src/model/pod.ts';
import type {Condition, Owner, Row} from '../../src/model/row.ts';
import type {AutoscalerRow, RevisionRow, WorkloadRow} from '../../src/model/workload.ts';

/** The time at which most tests happen: 2026-11-24 12:00 UTC, as the virtual clock has it. */
export const NOON = Date.UTC(2026, 10, 24, 12);

/** Long before anything that a test is about. */
export const MORNING = NOON - 4 * 3_600_000;

/** Milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** Rows of the namespace `shop`, with a uid made of kind and name; every field can be given. */
export function pod(fields: Partial<PodRow> = {}): PodRow {
	const base = rowOf('pod', 'api-7f9c-x2xkq', fields);
	const containers = fields.containers ?? [container()];
	const ready = fields.ready ?? containers.every(one => one.ready);
	return {
		...base,
		status: 'Running',
		phase: 'Running',
		reason: '',
		message: '',
		readyContainers: containers.filter(one => one.ready).length,
		totalContainers: containers.length,
		restarts: containers.reduce((sum, one) => sum + one.restarts, 0),
		lastRestartAt: containers[0]?.lastExit?.finishedAt,
		ready,
		node: 'node-1',
		ip: '10.0.0.1',
		containers,
		spec: plainSpec([]),
		requests: {cpu: undefined, memory: undefined},
		limits: {cpu: undefined, memory: undefined},
		revisionHash: '',
		conditions: [condition('Ready', ready ? 'True' : 'False', {since: base.createdAt})],
		...fields,
	};
}

/** Runs and is ready. */
export function container(fields: Partial<ContainerRow> = {}): ContainerRow {
	return {
		name: 'app',
		image: 'api:1.8.2',
		role: 'app',
		ready: true,
		started: true,
		restarts: 0,
		state: 'running',
		reason: '',
		message: '',
		startedAt: MORNING,
		exit: undefined,
		lastExit: undefined,
		requests: {cpu: undefined, memory: undefined},
		limits: {cpu: undefined, memory: undefined},
		ports: [],
		...fields,
	};
}

/** Waits to be started for the first time. */
export function starting(fields: Partial<ContainerRow> = {}): ContainerRow {
	return container({
		ready: false,
		started: false,
		state: 'waiting',
		reason: 'ContainerCreating',
		startedAt: 0,
		...fields,
	});
}

/** Held back after crashes. */
export function crashing(fields: Partial<ContainerRow> = {}): ContainerRow {
	return starting({reason: 'CrashLoopBackOff', restarts: 1, lastExit: exit(), ...fields});
}

/** A run of two seconds that ended with code 3 just before noon. */
export function exit(fields: Partial<Exit> = {}): Exit {
	const finishedAt = fields.finishedAt ?? NOON - 10 * SECOND;
	return {
		code: 3,
		signal: 0,
		reason: 'Error',
		message: '',
		startedAt: finishedAt - 2 * SECOND,
		finishedAt,
		...fields,
	};
}

export function condition(type: string, status: string, fields: Partial<Condition> = {}): Condition {
	return {type, status, reason: '', message: '', since: MORNING, ...fields};
}

/** A Deployment of three pods, all ready, whose rollout was over long ago. */
export function deployment(fields: Partial<WorkloadRow> = {}): WorkloadRow {
	return workload('deployment', {
		revision: '1',
		progressDeadlineMs: 10 * MINUTE,
		conditions: [condition('Progressing', 'True', {reason: 'NewReplicaSetAvailable'})],
		...fields,
	});
}

export function statefulset(fields: Partial<WorkloadRow> = {}): WorkloadRow {
	const name = fields.name ?? 'api';
	return workload('statefulset', {currentHash: `${name}-1`, updateHash: `${name}-1`, ...fields});
}

export function daemonset(fields: Partial<WorkloadRow> = {}): WorkloadRow {
	return workload('daemonset', fields);
}

function workload(kind: WorkloadRow['kind'], fields: Partial<WorkloadRow>): WorkloadRow {
	const wanted = fields.wanted ?? 3;
	const name = fields.name ?? 'api';
	return {
		...rowOf(kind, 'api', fields),
		wanted,
		current: wanted,
		updated: wanted,
		ready: wanted,
		available: wanted,
		observed: true,
		paused: false,
		strategy: 'RollingUpdate',
		revision: '',
		currentHash: '',
		updateHash: '',
		partition: 0,
		ordered: kind === 'statefulset',
		progressDeadlineMs: undefined,
		selector: {matchLabels: {app: name}, matchExpressions: []},
		templateLabels: {app: name},
		images: ['api:1.8.2'],
		template: plainSpec([]),
		surge: '25%',
		unavailable: '25%',
		minReadyMs: 0,
		manager: '',
		conditions: [],
		...fields,
		kind,
	};
}

/** Revision 1 of the Deployment `api`: `api-rs1`, whose pods carry the hash `rs1`. */
export function replicaset(fields: Partial<RevisionRow> = {}): RevisionRow {
	return revision('replicaset', fields.name ?? 'api-rs1', {owner: ownerOf(deployment()), hash: 'rs1', ...fields});
}

/** Revision 1 of the StatefulSet `api`. */
export function controllerrevision(fields: Partial<RevisionRow> = {}): RevisionRow {
	const name = fields.name ?? 'api-1';
	return revision('controllerrevision', name, {owner: ownerOf(statefulset()), hash: name, ...fields});
}

function revision(kind: RevisionRow['kind'], name: string, fields: Partial<RevisionRow>): RevisionRow {
	return {
		...rowOf(kind, name, fields),
		revision: 1,
		hash: '',
		wanted: 0,
		current: 0,
		ready: 0,
		available: 0,
		images: ['api:1.8.2'],
		template: plainSpec([]),
		changeCause: '',
		conditions: [],
		...fields,
		kind,
	};
}

/** Selects the pods of the workload `api`. */
export function service(fields: Partial<ServiceObjectRow> = {}): ServiceObjectRow {
	return {
		...rowOf('service', 'api', fields),
		type: 'ClusterIP',
		clusterIp: '10.96.0.10',
		externalAddresses: [],
		externalName: '',
		ports: [{name: 'http', port: 80, targetPort: '8000', nodePort: undefined, protocol: 'TCP'}],
		selector: {app: fields.name ?? 'api'},
		...fields,
	};
}

/** A slice of the Service `api`, with an endpoint for each pod. */
export function endpointslice(pods: readonly PodRow[], fields: Partial<EndpointSliceRow> = {}): EndpointSliceRow {
	return {
		...rowOf('endpointslice', 'api-abcde', fields),
		service: 'api',
		addressType: 'IPv4',
		ports: [],
		endpoints: pods.map(({name, ip, ready, node, deletedAt}) => {
			const terminating = deletedAt !== undefined;
			return {addresses: [ip], ready: ready && !terminating, serving: ready, terminating, pod: name, node};
		}),
		...fields,
	};
}

/** Scales the Deployment `api`. */
export function hpa(fields: Partial<AutoscalerRow> = {}): AutoscalerRow {
	return {
		...rowOf('hpa', 'api', fields),
		target: {kind: 'Deployment', name: 'api'},
		replicasMin: 3,
		replicasMax: 10,
		current: 3,
		wanted: 3,
		targets: ['cpu: 52%/70%'],
		lastScaleAt: undefined,
		conditions: [],
		...fields,
	};
}

/** A warning about an object, a minute before noon. */
export function event(object: Row, fields: Partial<EventRow> = {}): EventRow {
	return {
		...rowOf('event', `${object.name}.17`, fields),
		type: 'Warning',
		reason: 'BackOff',
		message: 'Back-off restarting failed container app',
		object: {kind: object.kind, namespace: object.namespace, name: object.name, uid: object.uid},
		container: '',
		count: 1,
		firstAt: NOON - MINUTE,
		lastAt: NOON - MINUTE,
		source: 'kubelet',
		...fields,
	};
}

const OBJECT_KINDS: Readonly<Record<string, string>> = {
	deployment: 'Deployment',
	statefulset: 'StatefulSet',
	daemonset: 'DaemonSet',
	replicaset: 'ReplicaSet',
};

/** As a row names the one that owns it. */
export function ownerOf({kind, name, uid}: Row): Owner {
	return {kind: OBJECT_KINDS[kind] ?? kind, name, uid};
}

function rowOf<K extends string>(kind: K, name: string, fields: Partial<Row>): Row & {readonly kind: K} {
	return {
		kind,
		uid: `${kind}-${fields.name ?? name}`,
		name,
		namespace: 'shop',
		createdAt: MORNING,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
	};
}
