import {resources} from '../resources.ts';
import type {Change} from '../storage/store.ts';
import type {World} from '../world.ts';

/** Removes what belonged to objects that are gone: what they own, and what was in their namespace. */
export function runCollector(world: World): void {
	world.store.onChange(change => {
		if (change.type === 'DELETED') world.timeline.after(DELAY_MS, () => collect(change, world));
	});
	world.timeline.every(SWEEP_MS, () => world.recorder.sweep());
}

const DELAY_MS = 5;
/** How often events that are too old are looked for. */
const SWEEP_MS = 60_000;

function collect({object, resource}: Change, {store, registry}: World): void {
	for (const other of resources) {
		for (const owned of store.ownedBy(object.metadata.uid, other.plural)) {
			registry.remove(other, owned.metadata.namespace ?? '', owned.metadata.name);
		}
		if (resource.plural !== 'namespaces' || !other.namespaced) continue;
		for (const inside of store.list(other.plural, object.metadata.name)) store.remove(other, inside);
	}
}
