import {kindById} from '../../kinds/lookup.ts';
import type {ObjectRef} from '../../model/finding.ts';
import type {Desk} from '../desk.ts';
import {replace} from '../navigation.ts';
import {refOf} from '../open/object.ts';
import {pageOf} from '../view.ts';

/** Whether an object can be read whole: what it is must be known. */
export function canDescribe(object: ObjectRef | undefined): boolean {
	return object !== undefined && object.name !== '' && kindById(object.kind) !== undefined;
}

/**
 * The object under the cursor as a text. On a text, the other text of the same object takes its place: the way back leads to where
 * one came from.
 */
export function openText(desk: Desk, id: 'describe' | 'yaml'): void {
	const object = desk.walked?.object;
	if (object === undefined || !canDescribe(object)) {
		const because =
			object === undefined ? 'there is nothing under the cursor' : `no ${object.kind} can be read here`;
		desk.say(because, 'muted');
		return;
	}
	const page = pageOf(desk.view);
	const pane = {id, argument: refOf(object)};
	if (desk.document === undefined) desk.go({to: 'pane', pane});
	else if (page.panes[page.focus]?.id !== id) desk.show(replace(desk.view, pane));
}
