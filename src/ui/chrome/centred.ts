import type {Rect} from '../../terminal/line.ts';

/** Below this height no dialog is shown, and none may be opened: it would take the keys without being seen. */
export const DIALOG_ROWS_MIN = 5;

/** A rectangle in the middle of the screen, as large as asked for and as the screen allows; never over header or footer. */
export function centred(
	columns: number,
	rows: number,
	wanted: {readonly width: number; readonly height: number},
): Rect {
	const width = Math.min(wanted.width, columns);
	const height = Math.max(Math.min(wanted.height, rows - 2), 3);
	return {
		x: Math.floor((columns - width) / 2),
		y: 1 + Math.max(Math.floor((rows - 2 - height) / 2), 0),
		width,
		height,
	};
}
