/**
 * Reading what YAML or JSON gave into a known shape, as Go's decoder reads it for kubectl: unknown fields are ignored, `null` is
 * absent, an empty text is absent, and a value of another type is a problem.
 */

export interface ShapeProblem {
	/** Where in the document: `users`, 0, `user`, `token`. */
	readonly path: readonly (string | number)[];
	/** What it must be: `must be a text`. */
	readonly message: string;
}

/** Gives the value, or undefined when it is absent or wrong; what is wrong is added to `problems`. */
export type Shape<T> = (value: unknown, path: ShapeProblem['path'], problems: ShapeProblem[]) => T | undefined;

type ShapeOf<S> = S extends Shape<infer T> ? T : never;

export const text: Shape<string> = (value, path, problems) => {
	if (typeof value === 'string') return value === '' ? undefined : value;
	return wrong(value, 'a text (in quotes, if it looks like something else)', path, problems);
};

export const flag: Shape<boolean> = (value, path, problems) =>
	typeof value === 'boolean' ? value : wrong(value, 'true or false', path, problems);

/** Standard base64; line breaks in it are permitted, as in Go. */
export const base64: Shape<Buffer> = (value, path, problems) => {
	const encoded = text(value, path, problems)?.replace(/[\r\n]/g, '');
	if (encoded === undefined) return undefined;
	const bytes = Buffer.from(encoded, 'base64');
	if (bytes.toString('base64') === encoded) return bytes;
	problems.push({path, message: 'is not valid base64'});
	return undefined;
};

/** A piece that is handed on as it is. */
export const anything: Shape<unknown> = value => value ?? undefined;

export function list<T>(item: Shape<T>): Shape<T[]> {
	return (value, path, problems) => {
		if (!Array.isArray(value)) return wrong(value, 'a list', path, problems);
		return value.flatMap((element: unknown, index) => item(element, [...path, index], problems) ?? []);
	};
}

/** Any keys, `__proto__` among them. */
export function map<T>(item: Shape<T>): Shape<Record<string, T>> {
	return (value, path, problems) => {
		if (!isMapping(value)) return wrong(value, 'a mapping', path, problems);
		return Object.fromEntries(
			Object.entries(value).flatMap(([key, element]) => {
				const read = item(element, [...path, key], problems);
				return read === undefined ? [] : [[key, read]];
			}),
		);
	};
}

/** A mapping with these keys, each of which may be absent. */
export function fields<Shapes extends Record<string, Shape<unknown>>>(
	shapes: Shapes,
): Shape<{readonly [Key in keyof Shapes]?: ShapeOf<Shapes[Key]>}> {
	return (value, path, problems) => {
		if (!isMapping(value)) return wrong(value, 'a mapping', path, problems) ?? {};
		const read: {[Key in keyof Shapes]?: ShapeOf<Shapes[Key]>} = {};
		for (const key of Object.keys(shapes) as (keyof Shapes & string)[]) {
			if (!Object.hasOwn(value, key)) continue;
			const field = shapes[key]?.(value[key], [...path, key], problems);
			if (field !== undefined) read[key] = field as ShapeOf<Shapes[typeof key]>;
		}
		return read;
	};
}

function isMapping(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(value: unknown, wanted: string, path: ShapeProblem['path'], problems: ShapeProblem[]): undefined {
	if (value !== null && value !== undefined)
		problems.push({path, message: `must be ${wanted}, not ${nameOf(value)}`});
	return undefined;
}

function nameOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	// Never the value itself: it may be a secret without its quotes.
	return typeof value === 'string' ? 'a text' : typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
