import type {Column, Facts} from '../../kinds/contract.ts';
import type {Row} from '../../model/row.ts';
import type {Line} from '../../terminal/line.ts';
import {width as cellsOf} from '../../terminal/width.ts';
import type {Filter} from '../filter/filter.ts';
import type {Theme} from '../theme/theme.ts';
import {readCells, type Cells} from './cells.ts';
import {layoutColumns, type Layout} from './columns.ts';
import type {Order} from './order.ts';
import {paintRow, paintTitles, type PaintedColumn, type RowLook} from './paint-row.ts';
import type {Sort, TableShape} from './shape.ts';
import {selectedUid, type TableState} from './state.ts';

export interface TablePicture<R extends Row> {
	readonly order: Order<R>;
	readonly state: TableState;
	readonly facts: Facts;
	readonly width: number;
	/** The user's choice, whose column gets the arrow. */
	readonly sort: Sort | undefined;
	readonly filter: Filter;
	/** Wide columns too. */
	readonly wide: boolean;
	/** Ids of columns that say nothing here, such as `namespace` when one is shown. */
	readonly hidden: ReadonlySet<string>;
	/** Column titles above the rows; the state's height is without them. */
	readonly titles: boolean;
	readonly focused: boolean;
	/** The data is old: everything is dim. */
	readonly stale: boolean;
}

export interface TablePainter<R extends Row> {
	/**
	 * The titles and the rows that are in sight, each no wider than asked. What looks as it did the last time is the identical
	 * Line object, which the screen skips.
	 */
	paint(picture: TablePicture<R>): readonly Line[];
	/** The columns painted last, from left to right. */
	columns(): readonly Column<R>[];
}

interface Remembered {
	readonly cells: Cells;
	readonly look: RowLook;
	readonly layout: Layout<PaintedColumn>;
	readonly line: Line;
}

/** Rows looked at, spread over the whole table, before it is laid out for the first time: scrolling then finds the widths right. */
const SAMPLE_ROWS = 256;

/**
 * Paints one table. It remembers the rows in sight, and how wide each column had to be: columns only grow, so that the screen
 * does not jump when the longest row scrolls out of it.
 */
export function createTablePainter<R extends Row>(shape: TableShape<R>, theme: Theme): TablePainter<R> {
	const contents = new Map<string, number>();
	let remembered: ReadonlyMap<string, Remembered> = new Map();
	let eligible: readonly Column<R>[] = [];
	let layout: Layout<PaintedColumn> = {placed: [], gutter: 0, width: 0};
	let titles: Line = [];

	const measure = ({texts}: Cells): void => {
		for (const [index, {id}] of eligible.entries()) {
			const text = texts[index] ?? '';
			contents.set(id, Math.max(contents.get(id) ?? 0, cellsOf(text)));
		}
	};
	const choose = ({order, facts, wide, hidden}: TablePicture<R>): void => {
		const columns = shape.columns.filter(column => (wide || column.wide !== true) && !hidden.has(column.id));
		const same = columns.length === eligible.length && columns.every((column, index) => column === eligible[index]);
		if (same && contents.size > 0) return;
		eligible = columns;
		remembered = new Map();
		const step = Math.max(1, order.length() / SAMPLE_ROWS);
		for (let at = 0; at < order.length(); at += step) {
			const row = order.rowAt(Math.floor(at));
			if (row !== undefined) measure(readCells(shape, eligible, row, facts, undefined));
		}
	};
	const arrange = ({width, sort}: TablePicture<R>): void => {
		const painted = eligible.map((column, index) => ({...column, index, heading: headingOf(column, sort, theme)}));
		const next = layoutColumns(painted, contents, width, sort?.column);
		if (sameLayout(next, layout)) return;
		layout = next;
		titles = paintTitles(layout, theme);
	};

	return {
		paint(picture) {
			choose(picture);
			const inSight = rowsInSight(picture).map(row => {
				const before = remembered.get(row.uid)?.cells;
				const cells = readCells(shape, eligible, row, picture.facts, before);
				if (cells !== before) measure(cells);
				return {uid: row.uid, cells};
			});
			arrange(picture);
			const selected = selectedUid(picture.state, picture.order);
			const next = new Map<string, Remembered>();
			const lines = inSight.map(({uid, cells}) => {
				const look = lookOf(uid, selected, picture);
				const before = remembered.get(uid);
				const same =
					before !== undefined &&
					before.cells === cells &&
					before.layout === layout &&
					alike(before.look, look);
				const line = same ? before.line : paintRow(cells, look, layout, theme);
				next.set(uid, {cells, look, layout, line});
				return line;
			});
			remembered = next;
			return picture.titles ? [titles, ...lines] : lines;
		},
		columns: () => layout.placed.flatMap(({column}) => eligible[column.index] ?? []),
	};
}

function rowsInSight<R extends Row>({order, state}: TablePicture<R>): readonly R[] {
	const rows: R[] = [];
	for (let index = state.top; index < state.top + state.height; index++) {
		const row = order.rowAt(index);
		if (row !== undefined) rows.push(row);
	}
	return rows;
}

function headingOf({id, title}: Pick<Column, 'id' | 'title'>, sort: Sort | undefined, {glyphs}: Theme): string {
	if (id !== sort?.column) return title;
	return title + (sort.descending ? glyphs.descending : glyphs.ascending);
}

function sameLayout(a: Layout<PaintedColumn>, b: Layout<PaintedColumn>): boolean {
	return (
		a.gutter === b.gutter &&
		a.placed.length === b.placed.length &&
		a.placed.every(({column, x, width}, at) => {
			const other = b.placed[at];
			return (
				column.heading === other?.column.heading &&
				column.id === other.column.id &&
				x === other.x &&
				width === other.width
			);
		})
	);
}

function lookOf<R extends Row>(uid: string, selected: string | undefined, picture: TablePicture<R>): RowLook {
	const {focused, filter, state} = picture;
	const cursor = uid !== selected ? 'none' : focused ? 'band' : 'sign';
	return {cursor, marked: state.marked.has(uid), stale: picture.stale, filter};
}

function alike(a: RowLook, b: RowLook): boolean {
	return a.cursor === b.cursor && a.marked === b.marked && a.stale === b.stale && a.filter === b.filter;
}
