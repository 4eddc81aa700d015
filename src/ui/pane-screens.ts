import type {Session} from '../session/session.ts';
import type {Screen} from '../terminal/screen.ts';
import type {Pane, PaneInput} from './contract.ts';
import {bodyOf, layoutHome, type Place} from './home/layout.ts';
import {ruleLine} from './home/rule.ts';
import {createDocumentScreen, type DocumentScreen} from './document-screen.ts';
import {createLinesScreen, type LinesScreen} from './lines-screen.ts';
import type {FormatLookup} from './log/condition.ts';
import {createLogScreen, type LogScreen} from './log-screen.ts';
import {panes} from './panes.ts';
import {createTableScreen, type TableScreen} from './table-screen.ts';
import {isAnyRouteSlow} from './requests/slow-routes.ts';
import type {Theme} from './theme/theme.ts';
import {pageOf, type Page, type View} from './view.ts';

/** All panes of all pages of one session, painted into the screen. */
export interface PaneScreens {
	/** What the cursor moves in at that place of the page; undefined when the pane there is only looked at. */
	walkable(page: Page, index: number, view: View): Walkable | undefined;
	/** The same, when it is a table. */
	table(page: Page, index: number, view: View): TableScreen | undefined;
	/** The same, when it is a document. */
	document(page: Page, index: number, view: View): DocumentScreen | undefined;
	/** The same, when it is a log. */
	log(page: Page, index: number, view: View): LogScreen | undefined;
	/** Titles of the pages on the way here, the first left out. */
	crumbs(view: View): readonly string[];
	paint(screen: Screen, view: View, size: Cells): void;
}

export type Walkable = TableScreen | LinesScreen | DocumentScreen | LogScreen;

interface Cells {
	readonly columns: number;
	readonly rows: number;
}

/** The pane with that id; a view only names panes that are on the shelf. */
export function paneOf(id: string): Pane {
	const pane = panes.find(candidate => candidate.id === id);
	if (pane === undefined) throw new Error(`no pane ${id}`);
	return pane;
}

export interface PaneScreensOptions {
	readonly session: Session;
	readonly contexts: readonly string[];
	readonly theme: Theme;
	readonly offsetMs: number;
	readonly formatOf: FormatLookup;
	/** Milliseconds since whenever, of a clock that only goes forward. */
	readonly elapsedMs: () => number;
}

export function createPaneScreens(options: PaneScreensOptions): PaneScreens {
	const {session, contexts, theme, offsetMs, formatOf} = options;
	const screens = new Map<string, Walkable>();
	let painted: ReadonlySet<string> = new Set();

	const inputFor = (argument: unknown, {service, worst}: Followed = NOBODY, alone = true): PaneInput => {
		const world = session.world.getState();
		return {argument, world, session, facts: session.facts(), service, worst, alone, contexts, offsetMs, formatOf};
	};
	const walkable: PaneScreens['walkable'] = (page, index, view) => {
		const key = `${page.key}/${index}`;
		const known = screens.get(key);
		if (known !== undefined) return known;
		const shown = page.panes[index];
		const pane = shown === undefined ? undefined : paneOf(shown.id);
		if (shown === undefined || pane === undefined || pane.shape === 'painted') return undefined;
		const input = inputFor(shown.argument);
		const made = screenOf(pane, input, options);
		forgetLeft(screens, view);
		screens.set(key, made);
		made.update(input);
		if (shown.at !== undefined) made.goTo(shown.at);
		return made;
	};
	const table: PaneScreens['table'] = (page, index, view) => {
		const screen = walkable(page, index, view);
		return screen?.shape === 'table' ? screen : undefined;
	};
	const followedOn = (page: Page, view: View): Followed => {
		const services = page.panes.findIndex(({id}) => id === 'services');
		const screen = services < 0 ? undefined : table(page, services, view);
		if (screen === undefined) return NOBODY;
		// Where only the worst service is told, nobody else brings the list up to date.
		screen.update(inputFor(undefined));
		const worst = screen.current?.uid;
		return {worst, service: screen.moved ? worst : undefined};
	};
	const paintPane = (screen: Screen, view: View, {pane: id, title, body}: Place): readonly string[] => {
		const page = pageOf(view);
		const index = page.panes.findIndex(shown => shown.id === id);
		const pane = paneOf(id);
		const isAlone = page.layout === 'stacked' || page.zoomed;
		const input = inputFor(page.panes[index]?.argument, followedOn(page, view), isAlone);
		const focused = page.focus === index;
		const walked = index < 0 ? undefined : walkable(page, index, view);
		walked?.update(input);
		if (title !== undefined) {
			const line = pane.rule?.(input, title.width, focused, theme);
			screen.paint(`title ${id}`, title, [line ?? ruleLine(pane.title(input), title.width, focused, theme)]);
		}
		const lines = pane.shape === 'painted' ? pane.paint(input, body, theme) : (walked?.paint(body, focused) ?? []);
		screen.paint(`pane ${id}`, body, body.height === 0 ? [] : lines);
		return title === undefined ? [`pane ${id}`] : [`title ${id}`, `pane ${id}`];
	};
	const placesOf = (page: Page, {columns, rows}: Cells): readonly Place[] => {
		const {services, findings, now} = session.world.getState();
		const {panes: shown, lower, zoomed} = page;
		const focus = shown[page.focus]?.id ?? '';
		if (page.layout === 'home')
			return layoutHome({
				columns,
				rows,
				services: services.length,
				troubled: findings.length > 0,
				restarted: services.some(service => session.join.restartsOf(service, now).count > 0),
				database: session.databases.states().length > 0,
				slow: isAnyRouteSlow({world: session.world.getState(), session}),
				focus,
				lower,
				zoomed,
			});
		return stacked(
			shown.map(({id, argument}) => ({pane: paneOf(id), input: inputFor(argument)})),
			columns,
			rows,
			theme,
		);
	};

	return {
		walkable,
		table,
		document(page, index, view) {
			const screen = walkable(page, index, view);
			return screen?.shape === 'document' ? screen : undefined;
		},
		log(page, index, view) {
			const screen = walkable(page, index, view);
			return screen?.shape === 'log' ? screen : undefined;
		},
		crumbs: view =>
			view.pages.slice(1).map(page => {
				const [shown] = page.panes;
				return shown === undefined ? '' : paneOf(shown.id).title(inputFor(shown.argument));
			}),
		paint(screen, view, size) {
			const now = new Set(placesOf(pageOf(view), size).flatMap(place => paintPane(screen, view, place)));
			for (const id of painted) if (!now.has(id)) screen.unpaint(id);
			painted = now;
		},
	};
}

function screenOf(pane: Exclude<Pane, {shape: 'painted'}>, input: PaneInput, options: PaneScreensOptions): Walkable {
	const {theme, elapsedMs} = options;
	switch (pane.shape) {
		case 'table':
			return createTableScreen(pane, input, theme);
		case 'lines':
			return createLinesScreen(pane, input, theme);
		case 'document':
			return createDocumentScreen(pane, input, theme);
		case 'log':
			return createLogScreen(pane, input, theme, elapsedMs);
	}
}

/** Whom the lower panes follow. */
type Followed = Pick<PaneInput, 'service' | 'worst'>;

const NOBODY: Followed = {service: undefined, worst: undefined};

/** Screens of pages that were left are not kept. */
function forgetLeft(screens: Map<string, Walkable>, view: View): void {
	const kept = new Set(view.pages.map(({key}) => String(key)));
	for (const key of screens.keys()) if (!kept.has(key.split('/')[0] ?? '')) screens.delete(key);
}

/** Panes that are looked at take the rows that they need, up to half of them; the last one takes the rest. */
function stacked(
	shown: readonly {readonly pane: Pane; readonly input: PaneInput}[],
	columns: number,
	rows: number,
	theme: Theme,
): readonly Place[] {
	let left = bodyOf(columns, rows);
	return shown.map(({pane, input}, index) => {
		const most = index < shown.length - 1 ? Math.ceil(left.height / 2) : left.height;
		const height =
			pane.shape === 'painted' ? pane.paint(input, {width: columns, height: most}, theme).length : left.height;
		const body = {...left, height: Math.min(height, most)};
		left = {...left, y: left.y + body.height, height: left.height - body.height};
		return {pane: pane.id, title: undefined, body};
	});
}
