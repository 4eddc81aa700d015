import type {Command, Desk} from '../desk.ts';

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

function open(desk: Desk): void {
	const where = desk.walked?.open();
	if (where !== undefined) desk.go(where);
}
