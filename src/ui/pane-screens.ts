import type {Session} from '../session/session.ts';
import type {Line, Rect} from '../terminal/line.ts';
import type {Screen} from '../terminal/screen.ts';
import {cut, width as widthOf} from '../terminal/width.ts';
import type {Pane, PaneInput} from './contract.ts';
import {bodyOf, layoutHome, type Place} from './home/layout.ts';
import {panes} from './panes.ts';
import {createTableScreen, type TableScreen} from './table-screen.ts';
import type {Theme} from './theme/theme.ts';
import {pageOf, type Page, type View} from './view.ts';

/** All panes of all pages of one session, painted into the screen. */
export interface PaneScreens {
	/** The table at that place of the page; undefined when the pane there is none. */
	table(page: Page, index: number, view: View): TableScreen | undefined;
	/** Titles of the pages on the way here, the first left out. */
	crumbs(view: View): readonly string[];
	paint(screen: Screen, view: View, size: {readonly columns: number; readonly rows: number}): void;
}

/** The pane with that id; a view only names panes that are on the shelf. */
export function paneOf(id: string): Pane {
	const pane = panes.find(candidate => candidate.id === id);
	if (pane === undefined) throw new Error(`no pane ${id}`);
	return pane;
}

export function createPaneScreens(options: {
	readonly session: Session;
	readonly contexts: readonly string[];
	readonly theme: Theme;
	readonly offsetMs: number;
}): PaneScreens {
	const {session, contexts, theme, offsetMs} = options;
	const tables = new Map<string, TableScreen>();
	let painted: ReadonlySet<string> = new Set();

	const inputFor = (argument: unknown, service: string | undefined): PaneInput => {
		return {
			argument,
			world: session.world.getState(),
			session,
			facts: session.facts(),
			service,
			contexts,
			offsetMs,
		};
	};
	const table: PaneScreens['table'] = (page, index, view) => {
		const shown = page.panes[index];
		if (shown === undefined) return undefined;
		const pane = paneOf(shown.id);
		if (pane.shape !== 'table') return undefined;
		const key = `${page.key}/${index}`;
		const known = tables.get(key);
		if (known !== undefined) return known;
		const made = createTableScreen(pane, inputFor(shown.argument, undefined), theme);
		forgetLeft(tables, view);
		tables.set(key, made);
		made.update(made.input);
		return made;
	};
	/** Whom the lower panes follow: the service under the cursor, once the user has chosen one. */
	const followed = (page: Page, view: View): string | undefined => {
		const services = page.panes.findIndex(({id}) => id === 'services');
		const screen = services < 0 ? undefined : table(page, services, view);
		return screen?.moved === true ? screen.current?.uid : undefined;
	};
	const paintPane = (screen: Screen, view: View, place: Place): readonly string[] => {
		const page = pageOf(view);
		const index = page.panes.findIndex(({id}) => id === place.pane);
		const shown = page.panes[index];
		if (shown === undefined) return [];
		const pane = paneOf(shown.id);
		const input = inputFor(shown.argument, place.pane === 'services' ? undefined : followed(page, view));
		const focused = page.focus === index;
		const {body, title} = place;
		if (title !== undefined)
			screen.paint(`title ${index}`, title, [rule(pane.title(input), title, focused, theme)]);
		const tableScreen = table(page, index, view);
		tableScreen?.update(input);
		const lines =
			pane.shape === 'table' ? tableScreen?.paint(body, focused) : pane.paint(input, body, theme, focused);
		screen.paint(`pane ${index}`, body, lines ?? []);
		return title === undefined ? [`pane ${index}`] : [`title ${index}`, `pane ${index}`];
	};

	return {
		table,
		crumbs: view =>
			view.pages.slice(1).map(page => {
				const [shown] = page.panes;
				return shown === undefined ? '' : paneOf(shown.id).title(inputFor(shown.argument, undefined));
			}),
		paint(screen, view, {columns, rows}) {
			const page = pageOf(view);
			const zoomed = page.zoomed ? page.panes[page.focus]?.id : undefined;
			const {services} = session.world.getState();
			const places =
				page.layout === 'home'
					? layoutHome(columns, rows, services.length, zoomed)
					: page.panes.map(({id}) => ({pane: id, title: undefined, body: bodyOf(columns, rows)}));
			const now = new Set(places.flatMap(place => paintPane(screen, view, place)));
			for (const id of painted) if (!now.has(id)) screen.unpaint(id);
			painted = now;
		},
	};
}

/** Tables of pages that were left are not kept. */
function forgetLeft(tables: Map<string, TableScreen>, view: View): void {
	const kept = new Set(view.pages.map(({key}) => String(key)));
	for (const key of tables.keys()) if (!kept.has(key.split('/')[0] ?? '')) tables.delete(key);
}

/** `── RESTARTS 10m ────────` */
function rule(title: string, {width}: Rect, focused: boolean, theme: Theme): Line {
	const {rule: dash} = theme.glyphs;
	const words = cut(` ${title.replace(/^\w+/, word => word.toUpperCase())} `, Math.max(width - 4, 0));
	const muted = theme.tones.muted;
	const rest = dash.repeat(Math.max(width - 2 - widthOf(words), 0));
	return [
		{text: dash.repeat(2), style: muted},
		{text: words, style: focused ? theme.title : muted},
		{text: rest, style: muted},
	];
}
