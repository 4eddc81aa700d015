import type {Command, Desk} from '../desk.ts';
import {rowOf} from '../open/object.ts';
import {canDescribe, openText} from './open-text.ts';

/** The cursor in the pane that has the focus. */
export const moveCommands = {
	down: desk => desk.walked?.move('down'),
	up: desk => desk.walked?.move('up'),
	'page-down': desk => desk.walked?.move('page-down'),
	'page-up': desk => desk.walked?.move('page-up'),
	first: desk => desk.walked?.move('first'),
	last: desk => desk.walked?.move('last'),
	open,
} satisfies Record<string, Command>;

/** Below what nothing is, one looks at the thing itself. */
function open(desk: Desk): void {
	const where = desk.walked?.open();
	if (where === undefined) return;
	if (where.to === 'nothing' && isThere(desk)) openText(desk, 'describe');
	else desk.go(where);
}

/** Of what is gone, it is enough to say so. */
function isThere({table, session}: Desk): boolean {
	const object = table?.object;
	return object !== undefined && canDescribe(object) && rowOf(object, session.world.getState()) !== undefined;
}
