import type {Command} from '../desk.ts';
import {openDialog} from './open-dialog.ts';

/** What of a table is shown. */
export const showCommands = {
	faults: desk => desk.table?.toggleFaults(),
	mark: desk => {
		desk.table?.mark();
		desk.table?.move('down');
	},
	'clear-marks': desk => desk.table?.clearMarks(),
	wide: desk => desk.table?.toggleWide(),
	help: desk => openDialog(desk, {id: 'help', offset: 0, search: ''}),
} satisfies Record<string, Command>;
