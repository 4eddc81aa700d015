import type {Column, Facts, Tone} from '../kinds/contract.ts';
import type {ObjectRef} from '../model/finding.ts';
import type {LogSelection} from '../model/log.ts';
import type {Mark, Row} from '../model/row.ts';
import type {Session} from '../session/session.ts';
import type {World} from '../session/world.ts';
import type {Line} from '../terminal/line.ts';
import type {Document} from './document/document.ts';
import type {FormatLookup} from './log/condition.ts';
import type {PaneView} from './view.ts';
import type {Theme} from './theme/theme.ts';

/** What a pane sees when it is asked for its rows or its lines. */
export interface PaneInput {
	readonly argument: unknown;
	readonly world: World;
	readonly session: Session;
	readonly facts: Facts;
	/** The uid of the service that the user has put the cursor of the home screen on: the lower panes follow it. */
	readonly service: string | undefined;
	/** The uid of the service under that cursor, though nobody has moved it: the worst, then. */
	readonly worst: string | undefined;
	/** It has the screen to itself: what does not fit is scrolled to. */
	readonly alone: boolean;
	/** Names of the contexts that can be switched to. */
	readonly contexts: readonly string[];
	/** How far the clocks on the user's wall are ahead of UTC. */
	readonly offsetMs: number;
	/** How the lines of a log are taken apart, by the id of their format. */
	readonly formatOf: FormatLookup;
}

/** Where `enter` leads. */
export type Go =
	/** A page with that pane, and above it others that are only looked at. */
	| {readonly to: 'pane'; readonly pane: PaneView; readonly above?: readonly PaneView[]}
	| {readonly to: 'namespace'; readonly namespace: string}
	| {readonly to: 'context'; readonly context: string; readonly afterwards?: () => void}
	| {readonly to: 'nothing'; readonly because: string};

interface PaneBase {
	readonly id: string;
	/** A scope of keys that hold in this pane alone, before those of its shape. */
	readonly scope?: string;
	/** The breadcrumb of a page, or the words in the pane's rule. */
	title(input: PaneInput): string;
	/** The line that it stands under on the home screen, when that is more than its title. */
	rule?(input: PaneInput, width: number, focused: boolean, theme: Theme): Line;
}

/** Most panes: rows of one kind, with a cursor. */
export interface TablePane<R extends Row = Row> extends PaneBase {
	readonly shape: 'table';
	/** Kinds that must be watched for it, by id. */
	kinds(argument: unknown): readonly string[];
	rows(input: PaneInput): Iterable<R>;
	/** The kind whose collection it shows whole, when it does: then only changed rows are sorted in anew. */
	wholeKind(argument: unknown): string | undefined;
	/** Asked once; `input` is the first that the pane sees. */
	columns(argument: unknown, input: PaneInput): readonly Column<R>[];
	/** Undefined: the order of `rows` is that of the screen. */
	sortedBy(argument: unknown): {readonly column: string; readonly descending: boolean} | undefined;
	/** False when rows are not sorted by their marks first. */
	worstFirst(argument: unknown): boolean;
	mark(row: R, facts: Facts): Mark;
	enter(row: R, input: PaneInput): Go;
	/** The newest row is the last: the cursor stays on it until the user moves away. */
	readonly follows?: true;
	/** The object of the cluster that a row is about, when the row is not one itself. */
	object?(row: R, input: PaneInput): ObjectRef;
	/** The container of that object that a row is about, when it is about one. */
	container?(row: R): string;
	/** The sentence that stands where there are no rows. */
	empty(input: PaneInput): string;
}

/** Things of one or several lines each, with a cursor: what is read, and opened from there. */
export interface LinesPane extends PaneBase {
	readonly shape: 'lines';
	/** Kinds that must be watched for it, by id. */
	kinds(argument: unknown): readonly string[];
	/** In the order of the screen, for a body of that size. */
	items(input: PaneInput, size: Size, theme: Theme): readonly Item[];
}

export interface Item {
	/** The same as long as it is the same thing: the cursor stays on it while others come and go. */
	readonly id: string;
	/** Left of its first line. */
	readonly mark: Mark | undefined;
	/** At least one, no wider than asked for. */
	readonly lines: readonly Line[];
	readonly open: Go;
	/** The object of the cluster that it is about. */
	readonly object: ObjectRef | undefined;
}

/** One object as a text to read: scrolled, searched, folded, copied, saved. */
export interface DocumentPane extends PaneBase {
	readonly shape: 'document';
	/** Kinds that must be watched for it, by id. */
	kinds(argument: unknown): readonly string[];
	/** The object that is read whole while the pane is shown. */
	object(argument: unknown): ObjectRef;
	/** The text now; `before` as long as nothing in it has changed. */
	read(input: PaneInput, before: Document): Document;
	/** A sentence above the text: it is old, or not all of it could be read. */
	notice(input: PaneInput): {readonly text: string; readonly tone: Tone} | undefined;
	/** Long lines are wrapped until the user says otherwise. */
	readonly wraps: boolean;
	/** What files end with that it is saved to: `yaml`. */
	readonly ending: string;
}

/** The lines of logs as they come: followed, filtered, taken apart into columns. */
export interface LogPane extends PaneBase {
	readonly shape: 'log';
	/** Kinds that must be watched for it, by id. */
	kinds(argument: unknown): readonly string[];
	/** Whose logs are read while the pane is shown, and while one looks at something from there. The same as long as the argument is. */
	selection(argument: unknown): LogSelection;
	/** What is filtered by before the user says otherwise, as typed after `/`; empty: nothing. */
	filter(argument: unknown): string;
	/** The argument with another selection. */
	select(argument: unknown, selection: LogSelection): unknown;
}

/** Cells and rows. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** A pane that is only looked at. */
export interface PaintedPane extends PaneBase {
	readonly shape: 'painted';
	/** At most as many lines as fit. */
	paint(input: PaneInput, size: Size, theme: Theme): readonly Line[];
}

export type Pane = TablePane | LinesPane | DocumentPane | LogPane | PaintedPane;

/** Gives a table pane its row type; the shelf keeps it as one of many. */
export function defineTablePane<R extends Row>(pane: TablePane<R>): TablePane<R> {
	return pane;
}
