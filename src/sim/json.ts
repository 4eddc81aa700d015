/** Any JSON object, before anybody looked into it. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy that shares nothing. `value` must be plain JSON. */
export function copyOf<T>(value: T): T {
	return structuredClone(value);
}

/** The same text for equal values, whatever the order of their keys; `undefined` fields do not count. */
export function canonicalText(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		isObject(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
	) ?? '';
}

export function isEqual(a: unknown, b: unknown): boolean {
	return a === b || canonicalText(a) === canonicalText(b);
}

/**
 * Sets a key that came from outside. Keys such as `__proto__` become plain fields, so that they reach nobody's
 * prototype.
 */
export function setField(object: JsonObject, key: string, value: unknown): void {
	Object.defineProperty(object, key, {value, writable: true, enumerable: true, configurable: true});
}

/** The object's own field, never an inherited one. */
export function fieldOf(object: JsonObject, key: string): unknown {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}
