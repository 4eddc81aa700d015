/**
 * A Kubernetes object as JSON brings it: every field may be missing, and times are text. `T` is a type of
 * `@kubernetes/client-node`, imported as a type only.
 */
export type Wire<T> = T extends Date
	? string
	: T extends readonly (infer Item)[]
		? Wire<Item>[]
		: T extends object
			? {[Key in keyof T]?: Wire<T[Key]> | undefined}
			: T;

/** Milliseconds since 1970 of an RFC 3339 time, or undefined when it is missing or no time. */
export function timeOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const time = Date.parse(text);
	return Number.isNaN(time) ? undefined : time;
}
