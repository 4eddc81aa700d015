import type {LogRecord} from '../../model/log.ts';
import type {Line} from '../../terminal/line.ts';
import {width as cellsOf} from '../../terminal/width.ts';
import {cutLine} from '../chrome/spans.ts';
import {marked} from '../document/paint.ts';
import {rowRanges, sliceLine} from '../document/wrap.ts';
import type {Theme} from '../theme/theme.ts';
import {type BodyLook, bodiesOf, pathText, REQUEST_CELLS} from './body.ts';
import type {LogFilter} from './filter.ts';

/** How lines lie on the screen: the rows of each, as far as they have been asked for. */
export interface LogLayout {
	/** Another look: what was laid out is forgotten, unless it is the same. */
	look(look: LayoutLook): void;
	rowsOf(record: LogRecord): number;
	/** Of the words alone, without the columns before them. */
	rows(record: LogRecord): readonly Line[];
	/** Makes room for the paths of these lines, so that what follows them stands below each other. */
	fit(records: readonly LogRecord[]): void;
}

export interface LayoutLook {
	/** Cells of the words. */
	readonly body: number;
	readonly wraps: boolean;
	readonly raw: boolean;
	readonly filter: LogFilter;
}

/** More than some screens full; what has left the screen is laid out again when it comes back. */
const KEPT_MAX = 1024;

const PATH_CELLS_MAX = 48;
const PATH_CELLS_MIN = 8;

export function createLogLayout(foldsOf: (head: LogRecord) => readonly LogRecord[], theme: Theme): LogLayout {
	let look: LayoutLook | undefined;
	let pathCells = 0;
	const kept = new Map<LogRecord, {readonly folds: number; readonly rows: readonly Line[]}>();

	const rowsOfLine = (line: Line, {body, wraps, filter}: LayoutLook): readonly Line[] => {
		const shown = wraps ? line : cutLine(line, body);
		const text = shown.map(span => span.text).join('');
		const found = marked(shown, filter.rangesIn(text), theme);
		return wraps ? rowRanges(text, Math.max(body, 1), 0).map(range => sliceLine(found, range)) : [found];
	};
	const layOut = (record: LogRecord): readonly Line[] => {
		if (look === undefined) return [[]];
		const bodyLook: BodyLook = {pathCells, cutsPaths: !look.wraps, raw: look.raw};
		const shown = look;
		return bodiesOf(record, foldsOf(record), bodyLook, theme).flatMap(line => rowsOfLine(line, shown));
	};
	const rows = (record: LogRecord): readonly Line[] => {
		const folds = (record.fold?.lines ?? 0) + foldsOf(record).length;
		const known = kept.get(record);
		if (known !== undefined && known.folds === folds) return known.rows;
		if (kept.size >= KEPT_MAX) kept.clear();
		const made = layOut(record);
		kept.set(record, {folds, rows: made});
		return made;
	};

	return {
		look(next) {
			const before = look;
			if (before?.body !== next.body || before.raw !== next.raw) pathCells = 0;
			const isSame =
				before !== undefined &&
				(Object.keys(next) as (keyof LayoutLook)[]).every(key => before[key] === next[key]);
			if (isSame) return;
			look = next;
			kept.clear();
		},
		rowsOf(record) {
			if (look?.wraps === true) return rows(record).length;
			return look?.raw === true ? 1 + foldsOf(record).length : 1;
		},
		rows,
		fit(records) {
			if (look === undefined || look.raw) return;
			const most = Math.max(Math.min((look.body - REQUEST_CELLS) >> 1, PATH_CELLS_MAX), PATH_CELLS_MIN);
			const widest = records.reduce(
				(cells, {request}) => (request === undefined ? cells : Math.max(cells, cellsOf(pathText(request)))),
				0,
			);
			if (Math.min(widest, most) <= pathCells) return;
			pathCells = Math.min(widest, most);
			kept.clear();
		},
	};
}
