import type {Fault} from './connection.ts';

/** One object that was read whole, for a screen that shows all of it. */
export interface ObjectReading {
	/** As the API sent it, without what nobody may see; undefined until the first answer. It is kept when the object is gone. */
	readonly object: unknown;
	/** When that answer came, milliseconds since 1970; 0 before the first. */
	readonly readAt: number;
	/** `gone`: there is no object of that name (any more). `trouble`: it could not be read, and will be tried again. */
	readonly state:
		| {readonly phase: 'reading'}
		| {readonly phase: 'read'}
		| {readonly phase: 'gone'; readonly since: number; readonly because: string}
		| {readonly phase: 'trouble'; readonly because: Fault; readonly nextTryAt: number};
}

/** By what an object is found among those that were read. Another one of the same name takes its place, as it does in the cluster. */
export function readingKey({
	kind,
	namespace,
	name,
}: {
	readonly kind: string;
	readonly namespace: string;
	readonly name: string;
}): string {
	return `${kind}/${namespace}/${name}`;
}
