import type {Facts} from '../kinds/contract.ts';
import type {ObjectRef} from '../model/finding.ts';
import type {Row} from '../model/row.ts';
import type {World} from '../session/world.ts';
import type {Line} from '../terminal/line.ts';
import {wrap} from '../terminal/wrap.ts';
import type {Go, PaneInput, Size, TablePane} from './contract.ts';
import {refOf} from './open/object.ts';
import {NO_FILTER, parseFilter} from './filter/filter.ts';
import type {Arrangement} from './table/entry.ts';
import {createOrder} from './table/order.ts';
import {createTablePainter} from './table/paint.ts';
import {flip, sortBy, stepSort} from './table/sort.ts';
import {INITIAL_TABLE, type Move, reduceTable, selectedUid, type TableEvent, type TableState} from './table/state.ts';
import type {Theme} from './theme/theme.ts';

/** One table on one page: its rows in order, its filter and sort, and where the cursor is. It keeps them while it is covered. */
export interface TableScreen {
	readonly shape: 'table';
	/** What its pane was given last. */
	readonly input: PaneInput;
	/** The row under the cursor. */
	readonly current: Row | undefined;
	/** The object that the row under the cursor is about. */
	readonly object: ObjectRef | undefined;
	/** The container of it that the row is about, when it is about one. */
	readonly container: string | undefined;
	/** Whom the marked rows are about, in the order of the screen; those that a filter hides come last. */
	readonly marked: readonly ObjectRef[];
	/** Marks the row under the cursor, or takes its mark away. */
	mark(): void;
	clearMarks(): void;
	/** The user has put the cursor somewhere. */
	readonly moved: boolean;
	/** Rows that are shown, of those that there are. */
	readonly counts: {readonly count: number; readonly of: number};
	/** Of a list that grows at its end: whether the cursor stays there. Undefined for others. */
	readonly following: boolean | undefined;
	/** As typed after `/`; empty when all is shown. */
	readonly filter: string;
	setFilter(text: string): void;
	move(move: Move): void;
	/** Puts the cursor on the row with that uid, as soon as it is there; unless the user moves before. */
	goTo(uid: string): void;
	/** Where `enter` leads. */
	open(): Go;
	/** False when there is no such column. */
	sortBy(column: string): boolean;
	sortStep(by: -1 | 1): void;
	sortFlip(): void;
	toggleFaults(): void;
	toggleWide(): void;
	/** Takes what is new in the world. */
	update(input: PaneInput): void;
	paint(size: Size, focused: boolean): readonly Line[];
}

/** Marks and shares change with time alone; all rows are looked at again this often. */
const REFRESH_MS = 10_000;

/** Rows from which on a table has its column titles: below, each row is needed. */
const TITLED_ROWS_MIN = 4;

/** Where the first column would begin. */
const EMPTY_INDENT = '   ';

const ONE_NAMESPACE: ReadonlySet<string> = new Set(['namespace']);
const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

export function createTableScreen(pane: TablePane, first: PaneInput, theme: Theme): TableScreen {
	const {argument} = first;
	const shape = {
		columns: pane.columns(argument, first),
		sortedBy: pane.sortedBy(argument),
		worstFirst: pane.worstFirst(argument),
		mark: pane.mark,
	};
	const whole = pane.wholeKind(argument);
	const order = createOrder(shape);
	const painter = createTablePainter(shape, theme);
	let arrangement: Arrangement = {filter: NO_FILTER, faultsOnly: false, sort: undefined};
	let state: TableState = INITIAL_TABLE;
	let wide = false;
	let input = first;
	let seen: World | undefined;
	let seenService: string | undefined;
	let seenArgument: unknown;
	let refreshedAt = 0;
	let rows: Iterable<Row> | undefined;
	let wanted: string | undefined;
	let isFollowing = pane.follows === true;

	const reduce = (event: TableEvent): void => {
		state = reduceTable(state, event, order);
	};
	const arrange = (change: Partial<Arrangement>): void => {
		arrangement = {...arrangement, ...change};
		order.arrange(arrangement, input.facts);
		reduce({type: 'rows'});
	};
	const currentRow = (): Row | undefined =>
		selectedUid(state, order) === undefined ? undefined : order.rowAt(state.index);
	/** Rows may come later than the wish to stand on one of them. */
	const goToWanted = (): void => {
		if (wanted === undefined || order.indexOf(wanted) < 0) return;
		reduce({type: 'go', uid: wanted});
		wanted = undefined;
	};
	const takeChanges = (kind: string, world: World, facts: Facts): void => {
		const mine = world.changes.filter(({before, after}) => (after ?? before)?.kind === kind);
		const changed = mine.flatMap(({after}) => after ?? []);
		const removed = mine.flatMap(({before, after}) =>
			after === undefined && before !== undefined ? [before.uid] : [],
		);
		if (mine.length > 0) order.update(changed, removed, facts);
	};
	/** What the last commit changed, when nothing was missed since the last look; else all rows anew. */
	const takeRows = (world: World, facts: Facts): void => {
		if (seen?.epoch === world.epoch && seenService === input.service && seenArgument === input.argument) {
			if (seen.commit === world.commit) return;
			if (whole !== undefined && seen.commit + 1 === world.commit) {
				takeChanges(whole, world, facts);
				return;
			}
		}
		const next = pane.rows(input);
		if (!isSame(next, rows)) order.replace(next, facts);
		rows = next;
	};
	return {
		shape: 'table',
		get input() {
			return input;
		},
		get current() {
			return currentRow();
		},
		get object() {
			const row = currentRow();
			return row === undefined ? undefined : refOf(pane.object?.(row, input) ?? row);
		},
		get container() {
			const row = currentRow();
			return row === undefined ? undefined : pane.container?.(row);
		},
		get marked() {
			return [...state.marked].flatMap(uid => {
				const row = order.rowOf(uid);
				return row === undefined ? [] : [refOf(pane.object?.(row, input) ?? row)];
			});
		},
		mark: () => reduce({type: 'mark'}),
		clearMarks: () => reduce({type: 'clear-marks'}),
		get moved() {
			return state.cursor !== undefined;
		},
		get counts() {
			return {count: order.length(), of: order.total()};
		},
		get following() {
			return pane.follows === true ? isFollowing : undefined;
		},
		get filter() {
			return arrangement.filter.text;
		},
		setFilter(text) {
			if (text !== arrangement.filter.text) arrange({filter: parseFilter(text)});
		},
		move(move) {
			wanted = undefined;
			reduce({type: 'move', move});
			isFollowing = pane.follows === true && state.index >= order.length() - 1;
		},
		goTo(uid) {
			wanted = uid;
			goToWanted();
		},
		open() {
			const row = currentRow();
			return row === undefined ? {to: 'nothing', because: 'there is nothing to open'} : pane.enter(row, input);
		},
		sortBy(id) {
			const column = shape.columns.find(candidate => candidate.id === id);
			if (column === undefined) return false;
			arrange({sort: sortBy(arrangement.sort, column)});
			return true;
		},
		sortStep(by) {
			const sort = stepSort(arrangement.sort, painter.columns(), by);
			if (sort !== undefined) arrange({sort});
		},
		sortFlip() {
			const sort = arrangement.sort ?? shape.sortedBy;
			if (sort !== undefined) arrange({sort: flip(sort)});
		},
		toggleFaults: () => arrange({faultsOnly: !arrangement.faultsOnly}),
		toggleWide() {
			wide = !wide;
		},
		update(next) {
			input = next;
			const {world, facts} = next;
			takeRows(world, facts);
			if (seen?.usage !== world.usage || world.now - refreshedAt >= REFRESH_MS) {
				refreshedAt = world.now;
				order.refresh(facts);
			}
			seen = world;
			seenService = next.service;
			seenArgument = next.argument;
			reduce(isFollowing ? {type: 'move', move: 'last'} : {type: 'rows'});
			goToWanted();
		},
		paint({width, height}, focused) {
			const titles = height >= TITLED_ROWS_MIN;
			if (order.length() === 0) return paintEmpty(width, height, titles);
			reduce({type: 'resize', height: Math.max(height - (titles ? 1 : 0), 0)});
			const {world, facts} = input;
			return painter.paint({
				order,
				state,
				facts,
				width,
				sort: arrangement.sort,
				filter: arrangement.filter,
				wide,
				hidden: world.namespace === '' ? NOTHING_HIDDEN : ONE_NAMESPACE,
				titles,
				focused,
				stale: world.connection.phase === 'trouble',
			});
		},
	};

	function paintEmpty(width: number, height: number, titles: boolean): readonly Line[] {
		const above: readonly Line[] = titles ? [[]] : [];
		const words = wrap(emptyWords(), width - EMPTY_INDENT.length, height - above.length);
		return [...above, ...words.map(text => [{text: EMPTY_INDENT + text, style: theme.tones.muted}])];
	}

	function emptyWords(): string {
		if (order.total() === 0) return pane.empty(input);
		const filter =
			arrangement.filter.text === ''
				? 'all is well here: ctrl-z shows everything'
				: `nothing matches /${arrangement.filter.text}`;
		return `${filter} (${order.total()} hidden)`;
	}
}

/** The same rows in the same order: then nothing needs to be sorted. */
function isSame(next: Iterable<Row>, before: Iterable<Row> | undefined): boolean {
	if (next === before) return true;
	if (!Array.isArray(next) || !Array.isArray(before) || next.length !== before.length) return false;
	return next.every((row, index) => row === before[index]);
}
