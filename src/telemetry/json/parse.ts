export type Fields = {readonly [key: string]: unknown};

/** The object that a line is; undefined for a line that is none. */
export function parseFields(text: string): Fields | undefined {
	if (text.charCodeAt(0) !== OPENING || !text.trimEnd().endsWith('}')) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return isFields(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at the end of these keys; only own ones count: a record may have any names. */
export function nested(fields: Fields, path: readonly string[]): unknown {
	let value: unknown = fields;
	for (const key of path) {
		if (!isFields(value) || !Object.hasOwn(value, key)) return undefined;
		value = value[key];
	}
	return value;
}

const OPENING = 123;
