import {Concealed} from '../../../lib/concealed.ts';

/**
 * A Secret without its values: of each only the size is left. Tools write the object that they applied into an annotation, values
 * and all, so annotations that name an applied object or hold one of the values are concealed too.
 */
export function concealSecret(object: unknown): unknown {
	if (!isFields(object)) return new Concealed(sizeOf(object));
	const {data, stringData, metadata} = object;
	const values = [...textsIn(data).flatMap(encoded => [encoded, decode(encoded)]), ...textsIn(stringData)];
	return {
		...object,
		...(data !== undefined && {data: concealAll(data, bytesOfBase64)}),
		...(stringData !== undefined && {stringData: concealAll(stringData, sizeOf)}),
		...(isFields(metadata) && {metadata: concealMetadata(metadata, values)}),
	};
}

/** A shorter value is found in many texts by chance. */
const VALUE_CHARS_MIN = 4;

function concealMetadata(metadata: Fields, values: readonly string[]): Fields {
	const {annotations} = metadata;
	if (annotations === undefined) return metadata;
	if (!isFields(annotations)) return {...metadata, annotations: new Concealed(sizeOf(annotations))};
	const telling = values.filter(value => value.length >= VALUE_CHARS_MIN);
	const shown = Object.entries(annotations).map(([name, text]) => {
		const isTelling = typeof text !== 'string' || telling.some(value => text.includes(value));
		return [name, APPLIED.test(name) || isTelling ? new Concealed(sizeOf(text)) : text];
	});
	return {...metadata, annotations: Object.fromEntries(shown) as Fields};
}

/** `kubectl.kubernetes.io/last-applied-configuration`, `objectset.rio.cattle.io/applied`. */
const APPLIED = /applied|last-config/i;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is no map of values is none that the API sends: nothing of it is shown. */
function concealAll(values: unknown, size: (value: unknown) => number): unknown {
	if (!isFields(values)) return new Concealed(sizeOf(values));
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, new Concealed(size(value))]));
}

function textsIn(values: unknown): readonly string[] {
	return isFields(values) ? Object.values(values).filter(value => typeof value === 'string') : [];
}

function decode(encoded: string): string {
	return Buffer.from(encoded, 'base64').toString();
}

function bytesOfBase64(value: unknown): number {
	return typeof value === 'string' ? Buffer.byteLength(value, 'base64') : sizeOf(value);
}

function sizeOf(value: unknown): number {
	if (typeof value === 'string') return Buffer.byteLength(value);
	if (typeof value !== 'object' || value === null) return String(value).length;
	return Object.keys(value).length;
}
