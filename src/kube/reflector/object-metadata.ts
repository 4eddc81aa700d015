import {fieldOf, textFieldOf} from './json.ts';

/** What the reflector itself reads of an object; empty where the object does not say. */
export interface ObjectMetadata {
	readonly name: string;
	readonly namespace: string;
	readonly uid: string;
	readonly resourceVersion: string;
}

/** Reads the metadata of anything that JSON can hold; never throws. */
export function metadataOf(object: unknown): ObjectMetadata {
	const metadata = fieldOf(object, 'metadata');
	return {
		name: textFieldOf(metadata, 'name'),
		namespace: textFieldOf(metadata, 'namespace'),
		uid: textFieldOf(metadata, 'uid'),
		resourceVersion: textFieldOf(metadata, 'resourceVersion'),
	};
}

/** Names an object to a person: `namespace/name`, as far as it has them. Not sanitised. */
export function describeObject({name, namespace}: ObjectMetadata): string {
	if (name === '') return 'an object without a name';
	// A name has at most 253 characters where names are checked; a broken one must not fill the screen.
	return (namespace === '' ? name : `${namespace}/${name}`).slice(0, 320);
}
