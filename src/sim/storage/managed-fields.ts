import {isObject, without, type JsonObject} from '../json.ts';
import type {FieldsOwner, KubeObject} from '../objects.ts';

/** Who writes: `kubectl-client-side-apply`, `kube-controller-manager`, `kubelet`, on the object or on its status. */
export interface Writer {
	readonly manager: string;
	readonly subresource?: 'status' | 'scale';
}

/** The entry of the last writer renewed, or a new one added. */
export function noteWriter(
	owners: readonly FieldsOwner[],
	{manager, subresource}: Writer,
	apiVersion: string,
	time: string,
): FieldsOwner[] {
	const others = owners.filter(owner => owner.manager !== manager || owner.subresource !== subresource);
	const own: FieldsOwner = {manager, operation: 'Update', apiVersion, time, fieldsType: 'FieldsV1'};
	return [...others, subresource === undefined ? own : {...own, subresource}];
}

/**
 * metadata.managedFields as it is served: the first writer of the object owns what is written in it, every writer of
 * the status all of that; who came later on the object itself owns its annotations.
 */
export function managedFieldsOf(object: KubeObject): JsonObject[] {
	const owners = object.metadata.managedFields ?? [];
	const first = owners.find(owner => owner.subresource === undefined);
	return owners.map(({subresource, ...owner}) => {
		const own = subresource === undefined ? owner.time === first?.time && owner.manager === first.manager : false;
		const fields =
			subresource === 'status' ? statusFields(object) : own ? specFields(object) : annotationFields(object);
		return {...owner, fieldsV1: fields, ...(subresource === undefined ? {} : {subresource})};
	});
}

function statusFields({status}: KubeObject): JsonObject {
	return {'f:status': fieldsOf(isObject(status) ? status : {})};
}

function specFields(object: KubeObject): JsonObject {
	const {labels, annotations, generateName, ownerReferences} = object.metadata;
	const rest = without(object, 'kind', 'apiVersion', 'metadata', 'status');
	const owned = {annotations, generateName, labels, ownerReferences};
	return {'f:metadata': fieldsOf(owned), ...fieldsOf(rest)};
}

function annotationFields({metadata}: KubeObject): JsonObject {
	return {'f:metadata': {'f:annotations': {'.': {}, ...fieldsOf(metadata.annotations ?? {})}}};
}

/** FieldsV1: `f:` for a field, `k:` for an item of a list by its key, `.` for the thing itself. */
function fieldsOf(object: JsonObject): JsonObject {
	const fields: JsonObject = {};
	for (const [key, value] of Object.entries(object)) {
		if (value === undefined) continue;
		fields[`f:${key}`] = Array.isArray(value)
			? itemsOf(key, value)
			: isObject(value)
				? {'.': {}, ...fieldsOf(value)}
				: {};
	}
	return fields;
}

function itemsOf(field: string, items: readonly unknown[]): JsonObject {
	const key = ITEM_KEYS.get(field);
	if (key === undefined) return {};
	const fields: JsonObject = {'.': {}};
	for (const item of items) {
		if (isObject(item)) fields[`k:${JSON.stringify({[key]: item[key]})}`] = {'.': {}, ...fieldsOf(item)};
	}
	return fields;
}

const ITEM_KEYS: ReadonlyMap<string, string> = new Map([
	['containers', 'name'],
	['env', 'name'],
	['conditions', 'type'],
	['ownerReferences', 'uid'],
	['podIPs', 'ip'],
	['volumes', 'name'],
	['volumeMounts', 'mountPath'],
	['ports', 'containerPort'],
]);
