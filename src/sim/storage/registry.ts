import type {Random} from '../../lib/clock.ts';
import {copyOf, isEqual, isObject} from '../json.ts';
import type {KubeObject} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import {alreadyExists, conflict, invalid, notFound} from '../refusal.ts';
import {apiVersionOf, resourceNamed, resourceOfKind, type Resource} from '../resources.ts';
import {between, suffixOf, uuidOf} from '../seed.ts';
import {secondsTime} from '../times.ts';
import {setDefaults} from './defaults.ts';
import {noteWriter, type Writer} from './managed-fields.ts';
import type {Store} from './store.ts';
import {checkQuota} from './quota.ts';
import {checkObject} from './validate.ts';

/** What the API server does around the store: names, uids, defaults, generations, conflicts, graceful ends. Throws Refusals. */
export interface Registry {
	/** The object may bring a generateName instead of a name. With `isTrial` nothing is stored (dryRun). */
	create<T extends KubeObject>(resource: Resource, object: T, writer: Writer, isTrial?: boolean): T;
	/** A conflict when `object` carries another resourceVersion than the one there. Uid and times stay. */
	replace(resource: Resource, object: KubeObject, writer: Writer, isTrial?: boolean): KubeObject;
	/** Changes the newest version of an object; nothing is written when it comes out the same, or is gone. */
	change<T extends KubeObject>(object: T, writer: Writer, mutate: (draft: T) => void): void;
	/** Pods on a node end in their grace period, unless it is 0. Returns the object as it was left. */
	remove(resource: Resource, namespace: string, name: string, graceSeconds?: number, isTrial?: boolean): KubeObject;
}

export function createRegistry(store: Store, now: () => number, random: Random): Registry {
	const stamp = (object: KubeObject, writer: Writer, owners = object.metadata.managedFields ?? []): void => {
		object.metadata.managedFields = noteWriter(owners, writer, object.apiVersion ?? '', secondsTime(now()));
	};
	const existing = (resource: Resource, namespace: string, name: string): KubeObject => {
		const object = store.get(resource.plural, namespace, name);
		if (object === undefined) throw notFound(resource, name);
		return object;
	};
	const nameOf = (resource: Resource, {name, generateName, namespace = ''}: KubeObject['metadata']): string => {
		if (name || !generateName) return name ?? '';
		let made = generateName + suffixOf(random);
		while (store.get(resource.plural, namespace, made) !== undefined) made = generateName + suffixOf(random);
		return made;
	};

	return {
		create<T extends KubeObject>(resource: Resource, given: T, writer: Writer, isTrial = false) {
			const object = prepared(resource, given);
			const namespace = object.metadata.namespace ?? '';
			const name = nameOf(resource, object.metadata);
			checkName(resource, name);
			if (namespace !== '' && store.get('namespaces', '', namespace) === undefined)
				throw notFound(resourceNamed('namespaces'), namespace);
			if (store.get(resource.plural, namespace, name) !== undefined) throw alreadyExists(resource, name);
			object.metadata = {...object.metadata, name, uid: uuidOf(random), creationTimestamp: secondsTime(now())};
			if (resource.hasGeneration) object.metadata.generation = 1;
			if (resource.plural === 'services') assignAddress(object, random);
			setDefaults(object);
			if (resource.plural === 'pods') checkQuota(object as Pod, store);
			stamp(object, writer, []);
			if (!isTrial) store.put(resource, object);
			return object as T;
		},
		replace(resource, given, writer, isTrial = false) {
			const object = prepared(resource, given);
			const old = existing(resource, object.metadata.namespace ?? '', object.metadata.name);
			const {resourceVersion = old.metadata.resourceVersion} = object.metadata;
			if (resourceVersion !== old.metadata.resourceVersion) throw conflict(resource, object.metadata.name);
			const {name, uid, creationTimestamp, generation, deletionTimestamp, managedFields, namespace} =
				old.metadata;
			const kept = {
				name,
				uid,
				creationTimestamp,
				generation,
				deletionTimestamp,
				managedFields,
				namespace,
				resourceVersion,
			};
			Object.assign(
				object.metadata,
				Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
			);
			keepAddress(old, object);
			setDefaults(object);
			if (isEqual(object, old)) return old;
			if (resource.hasGeneration && isNewSpec(old, object)) object.metadata.generation = (generation ?? 0) + 1;
			stamp(object, writer);
			return isTrial ? object : store.put(resource, object);
		},
		change<T extends KubeObject>({kind, metadata}: T, writer: Writer, mutate: (draft: T) => void) {
			const resource = resourceOfKind(kind ?? '');
			const old = resource && store.get(resource.plural, metadata.namespace ?? '', metadata.name);
			if (resource === undefined || old?.metadata.uid !== metadata.uid || old === undefined) return;
			const draft = copyOf(old) as T;
			mutate(draft);
			if (isEqual(draft, old)) return;
			if (resource.hasGeneration && isNewSpec(old, draft))
				draft.metadata.generation = (old.metadata.generation ?? 0) + 1;
			stamp(draft, writer);
			store.put(resource, draft);
		},
		remove(resource, namespace, name, graceSeconds, isTrial = false) {
			const object = existing(resource, namespace, name);
			const grace = graceSeconds ?? (object as Pod).spec?.terminationGracePeriodSeconds ?? 0;
			if (resource.plural !== 'pods' || grace === 0 || hasEnded(object as Pod)) {
				if (!isTrial) store.remove(resource, object);
				return object;
			}
			if (object.metadata.deletionTimestamp !== undefined) return object;
			const ending = copyOf(object);
			ending.metadata.deletionTimestamp = secondsTime(now() + grace * 1000);
			ending.metadata.deletionGracePeriodSeconds = grace;
			ending.metadata.generation = (ending.metadata.generation ?? 0) + 1;
			return isTrial ? ending : store.put(resource, ending);
		},
	};
}

/** A copy with kind, apiVersion, spec and status where the resource has them, and no field that only the server sets. */
function prepared(resource: Resource, given: KubeObject): KubeObject {
	checkObject(resource, given);
	const copy = copyOf(given);
	const {metadata} = copy;
	const object: KubeObject = {...copy, kind: resource.kind, apiVersion: apiVersionOf(resource)};
	if (!resource.namespaced) delete object.metadata.namespace;
	if (resource.plural === 'namespaces') {
		object.metadata.labels = {'kubernetes.io/metadata.name': metadata.name, ...metadata.labels};
		object['spec'] ??= {finalizers: ['kubernetes']};
		object['status'] ??= {phase: 'Active'};
	}
	if (resource.plural === 'pods') object['status'] ??= {phase: 'Pending', qosClass: qosClassOf(object as Pod)};
	if (WITH_STATUS.has(resource.plural)) object['status'] ??= {};
	if (resource.plural === 'replicasets') object['status'] ??= {replicas: 0};
	if (resource.plural === 'ingresses') object['status'] ??= {loadBalancer: {}};
	if (resource.plural === 'secrets') encodeStringData(object);
	return object;
}

const WITH_STATUS: ReadonlySet<string> = new Set([
	'nodes',
	'deployments',
	'statefulsets',
	'daemonsets',
	'jobs',
	'cronjobs',
	'horizontalpodautoscalers',
]);

/** A Secret's stringData is write-only: it becomes base64 in data. */
function encodeStringData(object: KubeObject): void {
	object['type'] ??= 'Opaque';
	if (!isObject(object['stringData'])) return;
	const encoded = Object.entries(object['stringData']).map(([key, value]) => [key, btoa(String(value))]);
	object['data'] = {...(isObject(object['data']) ? object['data'] : {}), ...Object.fromEntries(encoded)};
	delete object['stringData'];
}

function checkName(resource: Resource, name: string): void {
	if (name === '') throw invalid(resource, name, 'metadata.name', 'Required value: name or generateName is required');
	if (/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name) && name.length <= 253) return;
	const rule =
		"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end " +
		"with an alphanumeric character (e.g. 'example.com', regex used for validation is " +
		"'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
	throw invalid(resource, name, 'metadata.name', `Invalid value: "${name}": ${rule}`);
}

/** The default service network of kubeadm is 10.96.0.0/12; headless services have none. */
function assignAddress(object: KubeObject, random: Random): void {
	const {spec} = object;
	if (!isObject(spec) || spec['type'] === 'ExternalName') return;
	spec['clusterIP'] ??= `10.96.${between(random, 1, 254)}.${between(random, 1, 254)}`;
}

/** A Service keeps the address that it was given. */
function keepAddress(old: KubeObject, object: KubeObject): void {
	const {spec} = object;
	if (isObject(old['spec']) && isObject(spec) && 'clusterIP' in old['spec'])
		spec['clusterIP'] ??= old['spec']['clusterIP'];
}

/** A change that its controller has to see: of the spec, or of a slice's endpoints. */
function isNewSpec(old: KubeObject, next: KubeObject): boolean {
	const fields = ['spec', 'endpoints', 'ports'];
	return fields.some(field => !isEqual(old[field], next[field]));
}

/** On no node, or done: nobody has to be asked to stop it. */
function hasEnded({spec, status}: Pod): boolean {
	return spec.nodeName === undefined || status.phase === 'Succeeded' || status.phase === 'Failed';
}

function qosClassOf({spec}: Pod): string {
	const sets = spec.containers.map(({resources = {}}) => resources);
	if (sets.every(({requests, limits}) => requests === undefined && limits === undefined)) return 'BestEffort';
	const isGuaranteed = sets.every(({requests = {}, limits = {}}) =>
		['cpu', 'memory'].every(
			name => limits[name] !== undefined && (requests[name] ?? limits[name]) === limits[name],
		),
	);
	return isGuaranteed ? 'Guaranteed' : 'Burstable';
}
