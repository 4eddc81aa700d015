import {without} from '../json.ts';
import type {KubeObject} from '../objects.ts';
import {managedFieldsOf} from './managed-fields.ts';

/** Objects as JSON text; each is written once, since it is served to many. */
export interface Wire {
	/** With kind and apiVersion, as a single object and an event have them. */
	textOf(object: KubeObject): string;
	/** Without them, as an item of a list has it. */
	itemTextOf(object: KubeObject): string;
}

/** The order of fields is that of the real API server. */
export function createWire(): Wire {
	// The texts of objects that are no longer kept go with them.
	const texts = new WeakMap<KubeObject, string>();
	const itemTextOf = (object: KubeObject): string => {
		const known = texts.get(object);
		if (known !== undefined) return known;
		const rest = without(object, 'kind', 'apiVersion', 'metadata');
		const text = JSON.stringify({metadata: metadataOf(object), ...rest});
		texts.set(object, text);
		return text;
	};
	return {
		itemTextOf,
		textOf(object) {
			const head = JSON.stringify({kind: object.kind, apiVersion: object.apiVersion});
			return `${head.slice(0, -1)},${itemTextOf(object).slice(1)}`;
		},
	};
}

/** metadata as it is served, in the real order. */
export function metadataOf(object: KubeObject): object {
	const {metadata} = object;
	return {
		name: metadata.name,
		generateName: metadata.generateName,
		namespace: metadata.namespace,
		uid: metadata.uid,
		resourceVersion: metadata.resourceVersion,
		generation: metadata.generation,
		creationTimestamp: metadata.creationTimestamp,
		deletionTimestamp: metadata.deletionTimestamp,
		deletionGracePeriodSeconds: metadata.deletionGracePeriodSeconds,
		labels: metadata.labels,
		annotations: metadata.annotations,
		ownerReferences: metadata.ownerReferences,
		finalizers: metadata.finalizers,
		managedFields: metadata.managedFields === undefined ? undefined : managedFieldsOf(object),
	};
}
