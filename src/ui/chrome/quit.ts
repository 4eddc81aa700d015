import {centred} from './centred.ts';
import type {Dialog} from './model.ts';

/** Asked when `q` is pressed where there is nothing to go back to. */
export function quitDialog(size: {readonly columns: number; readonly rows: number}): Dialog {
	return {
		rect: centred(size.columns, size.rows, {width: 34, height: 5}),
		title: 'Quit dogwatch?',
		lines: [[{text: ''}], [{text: 'y quit   esc stay'}]],
	};
}
