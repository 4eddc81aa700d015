import type {Evidence, ObjectRef} from '../../model/finding.ts';

/** A number that metrics tell of an object. */
export function metered({kind, namespace, name, uid}: ObjectRef, text: string, at?: number): Evidence {
	return {text, seenIn: 'metrics', object: {kind, namespace, name, uid}, at};
}
