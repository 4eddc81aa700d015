import {kindById} from '../../kinds/lookup.ts';
import type {EventRow} from '../../model/event.ts';
import type {ObjectRef} from '../../model/finding.ts';
import type {World} from '../../session/world.ts';
import {rowsOf} from '../rows.ts';

/**
 * Whether an event tells of an object: by uid, or by name where one of them does not say which object of that name it means. What the
 * kubelet tells of its node carries the name in place of the uid.
 */
export function isAbout({object}: EventRow, {kind, namespace, name, uid}: ObjectRef): boolean {
	if (object.uid !== '' && uid !== '' && object.uid !== object.name) return object.uid === uid;
	const objectKind = kindById(kind)?.objectKind ?? kind;
	return object.kind === objectKind && object.name === name && object.namespace === namespace;
}

/** The event about an object that was heard at that time; else the newest about it. */
export function eventAt(world: World, object: ObjectRef, at: number | undefined): EventRow | undefined {
	let newest: EventRow | undefined;
	for (const row of rowsOf(world, 'event').values() as Iterable<EventRow>) {
		if (!isAbout(row, object)) continue;
		if (row.lastAt === at) return row;
		if (newest === undefined || row.lastAt > newest.lastAt) newest = row;
	}
	return newest;
}
