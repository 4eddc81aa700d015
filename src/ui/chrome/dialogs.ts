import type {HelpGroup} from '../../keymap/keymap.ts';
import type {Line, Rect} from '../../terminal/line.ts';
import {pad, width as widthOf} from '../../terminal/width.ts';
import type {Theme} from '../theme/theme.ts';
import type {Dialog} from './model.ts';

/** A rectangle in the middle of the screen, as large as asked for and as the screen allows; never over header or footer. */
function centred(columns: number, rows: number, wanted: {readonly width: number; readonly height: number}): Rect {
	const width = Math.min(wanted.width, columns);
	const height = Math.max(Math.min(wanted.height, rows - 2), 3);
	return {
		x: Math.floor((columns - width) / 2),
		y: 1 + Math.max(Math.floor((rows - 2 - height) / 2), 0),
		width,
		height,
	};
}

/** The keys of this view. `offset` is the first line shown; it is kept inside the text. */
export function helpDialog(
	groups: readonly HelpGroup[],
	size: {readonly columns: number; readonly rows: number},
	offset: number,
	theme: Theme,
): {readonly dialog: Dialog; readonly offset: number} {
	const lines = helpLines(groups, theme);
	const widest = Math.max(...lines.map(line => line.reduce((sum, {text}) => sum + widthOf(text), 0)));
	const rect = centred(size.columns, size.rows, {width: widest + 4, height: lines.length + 3});
	const room = rect.height - 3;
	const start = Math.max(0, Math.min(offset, lines.length - room));
	const more = lines.length - start - room;
	const title =
		more > 0 || start > 0
			? `Keys (${start + 1}-${start + Math.min(room, lines.length)} of ${lines.length}, j k)`
			: 'Keys';
	return {dialog: {rect, title, lines: lines.slice(start, start + room)}, offset: start};
}

function helpLines(groups: readonly HelpGroup[], theme: Theme): readonly Line[] {
	const keyOf = (keys: readonly string[]): string => (keys.length > 4 ? `${keys[0]}-${keys.at(-1)}` : keys.join(' '));
	const entries = groups.flatMap(group => group.entries);
	const keyWidth = Math.max(...entries.map(({keys}) => widthOf(keyOf(keys))));
	return groups.flatMap(({group, entries: members}, index) => [
		...(index === 0 ? [] : [[{text: ''}]]),
		[{text: group, style: theme.title}],
		...members.map(({keys, title}) => [
			{text: `  ${pad(keyOf(keys), keyWidth)}  `},
			{text: title, style: theme.tones.muted},
		]),
	]);
}

/** Asked when `q` is pressed where there is nothing to go back to. */
export function quitDialog(size: {readonly columns: number; readonly rows: number}): Dialog {
	return {
		rect: centred(size.columns, size.rows, {width: 34, height: 5}),
		title: 'Quit dogwatch?',
		lines: [[{text: ''}], [{text: 'y quit   esc stay'}]],
	};
}
