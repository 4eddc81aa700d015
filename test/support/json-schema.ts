/** What a JSON schema may say here; a word that is none of these is a mistake of the schema. */
interface Schema {
	readonly type?: string;
	readonly enum?: readonly unknown[];
	readonly format?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: boolean;
	readonly items?: Schema;
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, Schema>>;
}

const KNOWN: ReadonlySet<string> = new Set([
	...['type', 'enum', 'format', 'properties', 'required', 'additionalProperties', 'items', '$ref', '$defs'],
	...['$schema', 'title', 'description'],
]);

/** Where a value is not what the schema says; empty when it is. */
export function faultsOf(schema: Schema, value: unknown, root: Schema = schema, path = '$'): readonly string[] {
	const strange = Object.keys(schema).filter(word => !KNOWN.has(word));
	if (strange.length > 0) return [`the schema says ${strange.join(', ')} of ${path}`];
	if (schema.$ref !== undefined) {
		const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
		return target === undefined ? [`${schema.$ref} is nowhere`] : faultsOf(target, value, root, path);
	}
	if (schema.enum !== undefined) return schema.enum.includes(value) ? [] : [`${path} is ${String(value)}`];
	if (schema.type !== undefined && !isOfType(value, schema.type)) return [`${path} is no ${schema.type}`];
	if (schema.format === 'date-time' && Number.isNaN(Date.parse(value as string))) return [`${path} is no time`];
	if (Array.isArray(value))
		return value.flatMap((item: unknown, index) => faultsOf(schema.items ?? {}, item, root, `${path}[${index}]`));
	if (typeof value !== 'object' || value === null) return [];
	const fields = value as Readonly<Record<string, unknown>>;
	const missing = (schema.required ?? []).filter(name => !Object.hasOwn(fields, name));
	const surplus =
		schema.additionalProperties === false
			? Object.keys(fields).filter(name => !Object.hasOwn(schema.properties ?? {}, name))
			: [];
	return [
		...missing.map(name => `${path}.${name} is missing`),
		...surplus.map(name => `${path}.${name} is too much`),
		...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
			Object.hasOwn(fields, name) ? faultsOf(part, fields[name], root, `${path}.${name}`) : [],
		),
	];
}

function isOfType(value: unknown, type: string): boolean {
	if (type === 'array') return Array.isArray(value);
	if (type === 'integer') return Number.isInteger(value);
	if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
	return typeof value === type;
}
