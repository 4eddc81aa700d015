import type {CommandHistory} from './prompt/command-history.ts';

/** What the user looks at: a stack of pages, and overlays on top of them. Views are values; `commands/` makes new ones. */

/** A pane on a page: which one, of what, and how the user has moved in it. */
export interface PaneView {
	/** Of the shelf `panes/`. */
	readonly id: string;
	/** What the pane shows: each pane knows its own shape. */
	readonly argument: unknown;
	/** Where the cursor starts: the uid of a row, as soon as it is there; the id of a thing in a pane of lines. */
	readonly at?: string | undefined;
}

export interface Page {
	/** Unique over the life of the program, so that a pane's state is found again on the way back. */
	readonly key: number;
	/** `home` as `home/layout.ts` says; else the panes stand below each other. */
	readonly layout: 'home' | 'stacked';
	readonly panes: readonly PaneView[];
	/** Index into `panes`. */
	readonly focus: number;
	readonly zoomed: boolean;
	/** Of the panes of the home screen that stand lowest, the one that had the focus last. */
	readonly lower: string;
}

export type Overlay =
	/** `offset` is the first line shown, `search` what is typed after `/` in it. */
	| {readonly id: 'help'; readonly offset: number; readonly search: string}
	| {readonly id: 'command'; readonly line: LineEdit}
	| {readonly id: 'filter'; readonly line: LineEdit; readonly before: string}
	| {readonly id: 'search'; readonly line: LineEdit; readonly before: string}
	| {readonly id: 'quit'};

/** A text being typed; `cursor` counts UTF-16 units from its start. */
export interface LineEdit {
	readonly text: string;
	readonly cursor: number;
}

export interface View {
	/** The last is shown. Never empty. */
	readonly pages: readonly Page[];
	/** Of the next page. */
	readonly nextKey: number;
	/** What was typed after `:`; `[`, `]` and `-` go through it. */
	readonly history: CommandHistory;
	/** The last sees the keys first. */
	readonly overlays: readonly Overlay[];
	/** A sentence in the footer until the next key. */
	readonly flash: {readonly text: string; readonly tone: 'struggling' | 'muted'} | undefined;
	/** Namespaces in the order of the first visit: the keys 1-9. */
	readonly visited: readonly string[];
}

/** The page that is shown. */
export function pageOf(view: View): Page {
	const page = view.pages.at(-1);
	if (page === undefined) throw new Error('a view without pages');
	return page;
}

/** The view with its shown page changed. */
export function withPage(view: View, change: Partial<Page>): View {
	return {...view, pages: [...view.pages.slice(0, -1), {...pageOf(view), ...change}]};
}
