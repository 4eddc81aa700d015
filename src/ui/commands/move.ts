import type {Command, Desk} from '../desk.ts';

/** The cursor in the table that has the focus. */
export const moveCommands = {
	down: desk => desk.table?.move('down'),
	up: desk => desk.table?.move('up'),
	'page-down': desk => desk.table?.move('page-down'),
	'page-up': desk => desk.table?.move('page-up'),
	first: desk => desk.table?.move('first'),
	last: desk => desk.table?.move('last'),
	open,
} satisfies Record<string, Command>;

function open(desk: Desk): void {
	const {pane, table} = desk;
	const row = table?.current;
	if (pane.shape !== 'table' || table === undefined) return;
	if (row === undefined) desk.say('there is nothing to open');
	else desk.go(pane.enter(row, table.input));
}
