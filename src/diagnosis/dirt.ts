import type {Change} from '../model/change.ts';
import type {ConfigMapRow, SecretRow} from '../model/config.ts';
import type {EventRow} from '../model/event.ts';
import type {EndpointSliceRow, ServiceObjectRow} from '../model/network.ts';
import type {PodRow} from '../model/pod.ts';
import type {Row} from '../model/row.ts';
import type {NodeRow} from '../model/workload.ts';
import type {ServiceRow} from '../services/service-row.ts';
import type {Input} from './contract.ts';
import {EVERYTHING, type InputSet, inputSet, JOINED} from './inputs.ts';
import {ownerKeyOf} from './owner.ts';
import type {Commit} from './snapshot.ts';

/** What has to be looked at again. */
export interface Dirt {
	/** By the uid of the subject: what changed for it. */
	readonly subjects: ReadonlyMap<string, InputSet>;
	/** What changed for all subjects of a namespace. */
	readonly namespaces: ReadonlyMap<string, InputSet>;
	/** What changed for all there are. */
	readonly everywhere: InputSet;
}

/** Reads off a commit which subjects it concerns, and in which respect. */
export function createDirtReader(): (commit: Commit) => Dirt {
	let services: ReadonlyMap<string, ServiceRow> = new Map();
	let usage: Commit['usage'] | undefined;
	let lastWords: Commit['lastWords'] | undefined;
	return commit => {
		const subjects = new Map<string, InputSet>();
		const namespaces = new Map<string, InputSet>();
		let everywhere: InputSet = 0;
		const serviceNamed = createServiceNames(commit);
		const add = (map: Map<string, InputSet>, key: string | undefined, set: InputSet): void => {
			if (key !== undefined && key !== '') map.set(key, (map.get(key) ?? 0) | set);
		};
		const next = new Map<string, ServiceRow>();
		for (const service of commit.join.services()) {
			next.set(service.uid, service);
			const before = services.get(service.uid);
			if (before === service) continue;
			add(subjects, service.uid, before === undefined ? EVERYTHING : JOINED);
			// What selects it, or should: it may have been waiting for just this one.
			for (const name of service.services) add(subjects, serviceNamed(service.namespace, name)?.uid, WORKLOAD);
			if (before === undefined) add(namespaces, service.namespace, WORKLOAD);
		}
		for (const [uid, {namespace}] of services) {
			if (next.has(uid)) continue;
			add(subjects, uid, EVERYTHING);
			add(namespaces, namespace, WORKLOAD);
		}
		services = next;
		for (const change of commit.changes) {
			const row = change.after ?? change.before;
			if (row === undefined) continue;
			const input = INPUT_OF[row.kind];
			if (input === undefined) continue;
			const set = inputSet([input]);
			if (row.kind === 'node' && isSameNode(change)) continue;
			if (isSameConfig(change)) continue;
			for (const uid of subjectsOf(row, commit, serviceNamed)) add(subjects, uid, set);
			if (SHARED.has(input)) add(namespaces, row.namespace, set);
			if (isAboutClaim(row)) add(namespaces, row.namespace, CLAIM);
			if (row.kind === 'node') everywhere |= set;
		}
		if (usage !== commit.usage) everywhere |= inputSet(['usage']);
		if (lastWords !== undefined && lastWords !== commit.lastWords)
			for (const uid of withNews(lastWords, commit)) add(subjects, uid, inputSet(['log']));
		for (const uid of commit.trafficChanged ?? []) add(subjects, uid, TRAFFIC);
		for (const uid of commit.databasesChanged ?? []) add(subjects, uid, DATABASE);
		[usage, lastWords] = [commit.usage, commit.lastWords];
		return {subjects, namespaces, everywhere};
	};
}

const WORKLOAD = inputSet(['workload']);
const CLAIM = inputSet(['claim']);
const TRAFFIC = inputSet(['traffic']);
const DATABASE = inputSet(['database']);

const INPUT_OF: Readonly<Record<string, Input>> = {
	pod: 'pod',
	deployment: 'workload',
	statefulset: 'workload',
	daemonset: 'workload',
	replicaset: 'revision',
	controllerrevision: 'revision',
	event: 'event',
	service: 'service',
	endpointslice: 'endpointslice',
	ingress: 'ingress',
	hpa: 'hpa',
	job: 'job',
	cronjob: 'cronjob',
	node: 'node',
	namespace: 'namespace',
	configmap: 'configmap',
	secret: 'secret',
	persistentvolumeclaim: 'claim',
};

/** What anything in the namespace may refer to by its name, or take the place of. */
const SHARED: ReadonlySet<Input> = new Set<Input>(['configmap', 'secret', 'claim', 'service', 'job']);

/** Kinds that are subjects by themselves. */
const OWN: ReadonlySet<string> = new Set([
	'deployment',
	'statefulset',
	'daemonset',
	'ingress',
	'hpa',
	'cronjob',
	'node',
	'namespace',
]);

/** Uids of the subjects that a row is, or belongs to. */
function subjectsOf(row: Row, commit: Commit, serviceNamed: ServiceNamed): readonly (string | undefined)[] {
	if (row.kind === 'pod') return [ownerKeyOf(row as PodRow, commit.join)];
	if (row.kind === 'event') return [subjectOfEvent(row as EventRow, commit)];
	if (row.kind === 'service') return [row.uid, ...commit.join.behind(row as ServiceObjectRow).map(({uid}) => uid)];
	if (row.kind === 'endpointslice') return [serviceNamed(row.namespace, (row as EndpointSliceRow).service)?.uid];
	if (row.kind === 'job') return [row.uid, row.owner?.uid];
	if (row.kind === 'replicaset') return [row.owner?.uid ?? row.uid];
	// What a workload is joined from changes with its service.
	return OWN.has(row.kind) ? [row.uid] : [];
}

function subjectOfEvent({object}: EventRow, {collections, join}: Commit): string | undefined {
	const pod = collections['pod']?.rows.get(object.uid) as PodRow | undefined;
	if (pod !== undefined) return ownerKeyOf(pod, join);
	if (object.kind === 'ReplicaSet') return collections['replicaset']?.rows.get(object.uid)?.owner?.uid ?? object.uid;
	if (object.kind === 'Job') return object.uid;
	if (object.kind === 'Node') return nodeNamed(object.name, collections)?.uid;
	if (object.kind === 'HorizontalPodAutoscaler') return workloadOfScaler(object.uid, collections);
	return object.uid === '' ? undefined : object.uid;
}

/** Kubelets give the name of their node where its uid belongs. */
function nodeNamed(name: string, collections: Commit['collections']): Row | undefined {
	for (const row of collections['node']?.rows.values() ?? []) if (row.name === name) return row;
	return undefined;
}

/** What befalls a claim, befalls the pods that wait for it: it is no subject by itself. */
function isAboutClaim(row: Row): boolean {
	return row.kind === 'event' && (row as EventRow).object.kind === 'PersistentVolumeClaim';
}

function workloadOfScaler(uid: string, collections: Commit['collections']): string | undefined {
	const scaler = collections['hpa']?.rows.get(uid) as {target?: {kind: string; name: string}} | undefined;
	const {kind = '', name} = scaler?.target ?? {};
	for (const row of collections[kind.toLowerCase()]?.rows.values() ?? []) if (row.name === name) return row.uid;
	return undefined;
}

/** The Services by namespace and name; made when the first is asked for. */
type ServiceNamed = (namespace: string, name: string) => Row | undefined;

function createServiceNames({collections}: Commit): ServiceNamed {
	let names: Map<string, Row> | undefined;
	return (namespace, name) => {
		if (names === undefined) {
			names = new Map();
			for (const row of collections['service']?.rows.values() ?? [])
				names.set(`${row.namespace}/${row.name}`, row);
		}
		return names.get(`${namespace}/${name}`);
	};
}

/** Nodes report that they live every few seconds; nothing else of them is new then. */
function isSameNode({before, after}: Change): boolean {
	if (before === undefined || after === undefined) return false;
	const [a, b] = [before as NodeRow, after as NodeRow];
	const conditions = ({conditions: all}: NodeRow): string => all.map(({type, status}) => `${type}=${status}`).join();
	return (
		a.status === b.status &&
		a.labels === b.labels &&
		a.unschedulable === b.unschedulable &&
		JSON.stringify([a.taints, a.allocatable]) === JSON.stringify([b.taints, b.allocatable]) &&
		conditions(a) === conditions(b)
	);
}

function isSameConfig({before, after}: Change): boolean {
	if (before === undefined || after === undefined) return false;
	if (after.kind !== 'configmap' && after.kind !== 'secret') return false;
	return (before as ConfigMapRow | SecretRow).version === (after as ConfigMapRow | SecretRow).version;
}

/** Whose pods have written something new; what the run of a CronJob writes is news to both. */
function* withNews(before: Commit['lastWords'], {lastWords, collections, join}: Commit): Generator<string | undefined> {
	for (const [key, words] of lastWords) {
		if (before.get(key) === words) continue;
		const pod = collections['pod']?.rows.get(key.slice(0, key.lastIndexOf('/'))) as PodRow | undefined;
		if (pod === undefined) continue;
		const owner = ownerKeyOf(pod, join);
		yield* [owner, collections['job']?.rows.get(owner)?.owner?.uid];
	}
}
