import type {HelpGroup} from '../../keymap/keymap.ts';
import type {Line} from '../../terminal/line.ts';
import {pad, width as widthOf} from '../../terminal/width.ts';
import {matches, parseFilter} from '../filter/filter.ts';
import type {Theme} from '../theme/theme.ts';
import {centred} from './centred.ts';
import type {Dialog} from './model.ts';

/** The keys of a view, what is searched in them, and how large the screen is. */
export interface HelpInput {
	readonly groups: readonly HelpGroup[];
	/** As typed after `/`. */
	readonly search: string;
	readonly size: {readonly columns: number; readonly rows: number};
}

/** Borders, title. */
const FRAME_ROWS = 2;
const TITLE_ROWS = 1;
/** Left of the keys, between them and what they do, and the borders with their padding. */
const INDENT = '  ';
const FRAME_COLUMNS = 4;

/** The lines from `offset` on, and as many below as there is room for. */
export function helpDialog(input: HelpInput, offset: number, theme: Theme): Dialog {
	const {search} = input;
	const {rect, room, hasTitle} = frameOf(input);
	const rows = rowsOf(input.groups, search);
	// The screen may have grown since.
	const start = Math.max(0, Math.min(offset, rows.length - room));
	const end = Math.min(start + room, rows.length);
	const lines = rows.slice(start, end).map(row => lineOf(row, keyWidthOf(input.groups), theme));
	const where = rows.length > room ? ` (${start + 1}-${end} of ${rows.length}, j k)` : '';
	const title = `Keys${where}${search === '' ? '' : `  /${search}`}`;
	const nothing: Line = [{text: `nothing matches /${search}`, style: theme.tones.muted}];
	return {rect, title: hasTitle ? title : '', lines: rows.length === 0 ? [nothing] : lines};
}

/** How many lines there are, and how many of them are seen at once. */
export function helpExtent(input: HelpInput): {readonly lines: number; readonly room: number} {
	return {lines: rowsOf(input.groups, input.search).length, room: frameOf(input).room};
}

/** As large as the whole text, so that it keeps its place while it is searched. */
function frameOf({groups, size}: HelpInput): {rect: Dialog['rect']; room: number; hasTitle: boolean} {
	const rows = rowsOf(groups, '');
	const widest = Math.max(...rows.map(row => rowCells(row, keyWidthOf(groups))));
	const height = rows.length + FRAME_ROWS + TITLE_ROWS;
	const rect = centred(size.columns, size.rows, {width: widest + FRAME_COLUMNS, height});
	const inside = rect.height - FRAME_ROWS;
	// Where there is a row or two, keys say more than a title.
	const hasTitle = inside > 2 * TITLE_ROWS;
	return {rect, room: inside - (hasTitle ? TITLE_ROWS : 0), hasTitle};
}

type HelpRow = {readonly heading: string} | {readonly keys: string; readonly title: string};

/** Groups with a heading each and a blank row between; of a search, what it finds, and the headings of that. */
function rowsOf(groups: readonly HelpGroup[], search: string): readonly HelpRow[] {
	const filter = parseFilter(search);
	return groups
		.map(({group, entries}) => ({
			group,
			found: entries
				.map(({keys, title}) => ({keys: keysOf(keys), title, all: keys}))
				.filter(({title, all}) => matches(filter, `${all.join(' ')} ${title} ${group}`, {})),
		}))
		.filter(({found}) => found.length > 0)
		.flatMap(({group, found}, index): readonly HelpRow[] => [
			...(index === 0 ? [] : [{heading: ''}]),
			{heading: group},
			...found,
		]);
}

/** `j down`; `1-9` for a key each. */
function keysOf(keys: readonly string[]): string {
	return keys.length > 4 ? `${keys[0]}-${keys.at(-1)}` : keys.join(' ');
}

function keyWidthOf(groups: readonly HelpGroup[]): number {
	return Math.max(0, ...groups.flatMap(({entries}) => entries.map(({keys}) => widthOf(keysOf(keys)))));
}

function rowCells(row: HelpRow, keyWidth: number): number {
	return 'heading' in row ? widthOf(row.heading) : 2 * INDENT.length + keyWidth + widthOf(row.title);
}

function lineOf(row: HelpRow, keyWidth: number, theme: Theme): Line {
	if ('heading' in row) return [{text: row.heading, style: theme.title}];
	return [{text: `${INDENT}${pad(row.keys, keyWidth)}${INDENT}`}, {text: row.title, style: theme.tones.muted}];
}
