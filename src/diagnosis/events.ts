import type {EventRow} from '../model/event.ts';
import type {Row} from '../model/row.ts';

/** The events about each object. */
export interface EventIndex {
	/** Takes an event's place, or takes it away. */
	replace(before: EventRow | undefined, after: EventRow | undefined): void;
	/** The oldest first, by when they were seen last. */
	of(object: Row, objectKind: string | undefined): readonly EventRow[];
}

/** An object in trouble repeats itself: what is older than these says nothing new. */
const EVENTS_MAX = 50;

export function createEventIndex(): EventIndex {
	const byObject = new Map<string, EventRow[]>();
	/** How many objects are known by their name only: mostly none, and then no name need be put together. */
	let namelessCount = 0;
	return {
		replace(before, after) {
			const key = keyOf(after ?? before);
			const kept = (byObject.get(key) ?? []).filter(({uid}) => uid !== before?.uid && uid !== after?.uid);
			if (after !== undefined) {
				const index = kept.findLastIndex(({lastAt}) => lastAt <= after.lastAt);
				kept.splice(index + 1, 0, after);
				if (kept.length > EVENTS_MAX) kept.shift();
			}
			if (key.includes('/')) namelessCount += Number(kept.length > 0) - Number(byObject.has(key));
			if (kept.length === 0) byObject.delete(key);
			else byObject.set(key, kept);
		},
		of({uid, namespace, name}, objectKind) {
			const own = byObject.get(uid) ?? NONE;
			if (namelessCount === 0 || objectKind === undefined) return own;
			const nameless = byObject.get(`${objectKind}/${namespace}/${name}`);
			return nameless === undefined ? own : [...nameless, ...own].toSorted((a, b) => a.lastAt - b.lastAt);
		},
	};
}

const NONE: readonly EventRow[] = [];

/** Some components name an object without its uid, and kubelets give the name of their node where its uid belongs. */
function keyOf(event: EventRow | undefined): string {
	if (event === undefined) return '';
	const {uid, kind, namespace, name} = event.object;
	if (kind === 'Node') return `Node//${name}`;
	return uid === '' ? `${kind}/${namespace}/${name}` : uid;
}
