import {kindById} from '../../kinds/lookup.ts';
import type {ObjectRef} from '../../model/finding.ts';
import type {Row} from '../../model/row.ts';
import type {World} from '../../session/world.ts';
import type {Go} from '../contract.ts';
import {rowsOf} from '../rows.ts';

/** Where an object is: its containers, when it has some, else the list of its kind with the cursor on it. */
export function openObject(object: ObjectRef, world: World): Go {
	const {namespace, name} = object;
	const kind = kindById(object.kind);
	if (kind === undefined) return {to: 'nothing', because: `there is no list of ${object.kind} here`};
	if (world.namespace !== '' && kind.namespaced && namespace !== world.namespace)
		return {to: 'nothing', because: `${name} is in ${namespace}: \`:ns ${namespace}\` goes there`};
	const row = rowOf(object, world);
	if (row !== undefined && kind.drill(row).to === 'containers')
		return {to: 'pane', pane: {id: 'containers', argument: {uid: row.uid, name}}};
	if (row === undefined && world.collections[kind.id]?.complete === true)
		return {to: 'nothing', because: `the ${kind.objectKind} ${name} is gone`};
	return {to: 'pane', pane: {id: 'table', argument: {kind: kind.id}, at: row?.uid ?? object.uid}};
}

/** An object by its name alone: what a page keeps of it. */
export function refOf({kind, namespace, name, uid}: ObjectRef): ObjectRef {
	return {kind, namespace, name, uid};
}

/** The row of an object, by uid or, where that is not known, by name. Undefined when it is gone, or its kind is not watched. */
export function rowOf({kind, namespace, name, uid}: ObjectRef, world: World): Row | undefined {
	const rows = rowsOf(world, kind);
	if (uid !== '') return rows.get(uid);
	return [...rows.values()].find(row => row.name === name && row.namespace === namespace);
}
