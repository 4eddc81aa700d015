/** What an API server never sends. The prototype key is what JSON.parse makes of it: a field like any other. */
const hostileValues: readonly unknown[] = [
	null,
	0,
	-1,
	1e308,
	'',
	'x',
	'7',
	true,
	[],
	{},
	[null],
	[[]],
	['x', 3],
	[{}],
	JSON.parse('{"__proto__": {"name": "x"}, "constructor": "y"}'),
	{toString: null, valueOf: null},
	'\u001b[2J\u202e',
	'x'.repeat(5000),
];

/** The object with each of its values replaced in turn, and each field removed. */
export function* hostileVariants(object: unknown): Generator<{path: string; value: unknown; object: unknown}> {
	for (const path of pathsOf(object)) {
		for (const value of hostileValues) yield {path: path.join('.'), value, object: replaced(object, path, value)};
		yield {path: path.join('.'), value: undefined, object: replaced(object, path, undefined)};
	}
}

function* pathsOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
	if (path.length > 0) yield path;
	if (typeof value !== 'object' || value === null) return;
	for (const [key, child] of Object.entries(value)) yield* pathsOf(child, [...path, key]);
}

function replaced(object: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
	if (typeof object !== 'object' || object === null) return value;
	const copy: Record<string, unknown> = {...object};
	const child = rest.length === 0 ? value : replaced(copy[key], rest, value);
	if (Array.isArray(object)) return object.map((item: unknown, index) => (String(index) === key ? child : item));
	if (child === undefined) delete copy[key];
	else copy[key] = child;
	return copy;
}
