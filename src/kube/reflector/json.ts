/** The value of a JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** An own field of a JSON object; undefined when it has none or is none. */
export function fieldOf(value: unknown, key: string): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
	return (value as Readonly<Record<string, unknown>>)[key];
}

/** The same for a text; empty when there is none. */
export function textFieldOf(value: unknown, key: string): string {
	const field = fieldOf(value, key);
	return typeof field === 'string' ? field : '';
}
