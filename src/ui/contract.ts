import type {Column, Facts} from '../kinds/contract.ts';
import type {Mark, Row} from '../model/row.ts';
import type {Session} from '../session/session.ts';
import type {World} from '../session/world.ts';
import type {Line} from '../terminal/line.ts';
import type {PaneView} from './view.ts';
import type {Theme} from './theme/theme.ts';

/** What a pane sees when it is asked for its rows or its lines. */
export interface PaneInput {
	readonly argument: unknown;
	readonly world: World;
	readonly session: Session;
	readonly facts: Facts;
	/** The uid of the service under the cursor of the home screen, whom the lower panes follow. */
	readonly service: string | undefined;
	/** Names of the contexts that can be switched to. */
	readonly contexts: readonly string[];
	/** How far the clocks on the user's wall are ahead of UTC. */
	readonly offsetMs: number;
}

/** Where `enter` leads. */
export type Go =
	| {readonly to: 'pane'; readonly pane: PaneView}
	| {readonly to: 'namespace'; readonly namespace: string}
	| {readonly to: 'context'; readonly context: string; readonly afterwards?: () => void}
	| {readonly to: 'nothing'; readonly because: string};

interface PaneBase {
	readonly id: string;
	/** The breadcrumb of a page, or the words in the pane's rule. */
	title(input: PaneInput): string;
}

/** Most panes: rows of one kind, with a cursor. */
export interface TablePane<R extends Row = Row> extends PaneBase {
	readonly shape: 'table';
	/** Kinds that must be watched for it, by id. */
	kinds(argument: unknown): readonly string[];
	rows(input: PaneInput): Iterable<R>;
	/** The kind whose collection it shows whole, when it does: then only changed rows are sorted in anew. */
	wholeKind(argument: unknown): string | undefined;
	columns(argument: unknown): readonly Column<R>[];
	/** Undefined: the order of `rows` is that of the screen. */
	sortedBy(argument: unknown): {readonly column: string; readonly descending: boolean} | undefined;
	/** False when rows are not sorted by their marks first. */
	worstFirst(argument: unknown): boolean;
	mark(row: R, facts: Facts): Mark;
	enter(row: R, input: PaneInput): Go;
	/** The sentence that stands where there are no rows. */
	empty(input: PaneInput): string;
}

/** A pane that is only looked at. */
export interface PaintedPane extends PaneBase {
	readonly shape: 'painted';
	paint(
		input: PaneInput,
		size: {readonly width: number; readonly height: number},
		theme: Theme,
		focused: boolean,
	): readonly Line[];
}

export type Pane = TablePane | PaintedPane;

/** Gives a table pane its row type; the shelf keeps it as one of many. */
export function defineTablePane<R extends Row>(pane: TablePane<R>): TablePane<R> {
	return pane;
}
