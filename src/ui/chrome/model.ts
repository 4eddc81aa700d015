import type {Keymap} from '../../keymap/keymap.ts';
import type {Session} from '../../session/session.ts';
import type {Line, Rect} from '../../terminal/line.ts';
import type {CommandId} from '../bindings.ts';
import {sourcesOf} from '../commands/prompt.ts';
import {paneOf, type PaneScreens} from '../pane-screens.ts';
import type {DocumentScreen} from '../document-screen.ts';
import {complete, ghostOf} from '../prompt/complete.ts';
import {parseCommand} from '../prompt/parse-command.ts';
import {parseSearch} from '../document/search.ts';
import {parseFilter} from '../filter/filter.ts';
import type {Theme} from '../theme/theme.ts';
import {pageOf, type Overlay, type View} from '../view.ts';
import {STRIP_ROWS} from '../home/layout.ts';
import {DIALOG_ROWS_MIN} from './centred.ts';
import {helpDialog, type HelpInput} from './help.ts';
import {quitDialog} from './quit.ts';
import {flashLine, hintsLine, promptLine} from './footer.ts';
import {headerLine} from './header.ts';

/** Everything around the painted panes, as a value: React draws it, or our painter while React is not there yet. */
export interface ChromeModel {
	readonly columns: number;
	readonly rows: number;
	readonly header: Line;
	/** Undefined on a strip, which has no row for it unless something is typed. */
	readonly footer: Line | undefined;
	readonly dialog: Dialog | undefined;
	/** Of the prompt; undefined hides it. */
	readonly cursor: {readonly x: number; readonly y: number} | undefined;
}

export interface Dialog {
	readonly rect: Rect;
	/** Empty where there is no row for it. */
	readonly title: string;
	/** As many as fit between the borders. */
	readonly lines: readonly Line[];
}

export interface ChromeInput {
	readonly view: View;
	readonly size: {readonly columns: number; readonly rows: number};
	readonly theme: Theme;
	readonly keymap: Keymap<CommandId>;
	readonly banner: string | undefined;
	readonly contexts: readonly string[];
	readonly session: Session;
	readonly panes: PaneScreens;
}

/** The views that lie on each other, the innermost first: where a key is looked up, and what the footer and the help tell. */
export function scopesOf(view: View): readonly string[] {
	const top = view.overlays.at(-1);
	if (top?.id === 'command' || top?.id === 'filter' || top?.id === 'search') return ['prompt'];
	if (top !== undefined) return [top.id];
	const {layout, panes, focus} = pageOf(view);
	const {shape, scope} = paneOf(panes[focus]?.id ?? '');
	const own = scope === undefined ? [] : [scope];
	return layout === 'home' ? ['home', ...own, shape, 'page'] : [...own, shape, 'page'];
}

export function chromeOf(input: ChromeInput): ChromeModel {
	const {view, size, theme, panes, session, banner} = input;
	const page = pageOf(view);
	const table = panes.table(page, page.focus, view);
	const document = panes.document(page, page.focus, view);
	const header = headerLine(
		{
			world: session.world.getState(),
			crumbs: panes.crumbs(view),
			shown: page.layout === 'stacked' ? table?.counts : undefined,
			following: page.layout === 'stacked' ? table?.following : undefined,
			position: document?.position ?? '',
			filter: document === undefined ? (table?.filter ?? '') : searchWords(document),
			banner,
		},
		size.columns,
		theme,
	);
	const {line, cursor} = footerOf(input);
	const hasFooter = size.rows >= STRIP_ROWS || (size.rows > 1 && cursor !== undefined);
	return {
		...size,
		header,
		footer: hasFooter ? line : undefined,
		dialog: dialogOf(input),
		cursor: cursor === undefined || !hasFooter ? undefined : {x: cursor, y: size.rows - 1},
	};
}

/** `timeout 3 of 17`; empty when nothing is searched. */
function searchWords({search, found}: DocumentScreen): string {
	return search === '' ? '' : `${search}  ${found}`;
}

function footerOf({view, size, theme, keymap, contexts, session, panes}: ChromeInput): {line: Line; cursor?: number} {
	const top = view.overlays.at(-1);
	if (top?.id === 'command') {
		const sources = sourcesOf({session, contexts});
		const candidates = complete(top.line, sources);
		const command = parseCommand(top.line.text, sources);
		const known = candidates.map(({word}) => word).join(' ');
		const aside = known === '' && 'problem' in command ? command.problem : known;
		return promptLine({sign: ':', ...top.line, ghost: ghostOf(top.line, candidates), aside}, size.columns, theme);
	}
	if (top?.id === 'filter' || top?.id === 'search') {
		const page = pageOf(view);
		const isPane = helpOf(view) === undefined;
		const document = isPane ? panes.document(page, page.focus, view) : undefined;
		const log = isPane ? panes.log(page, page.focus, view) : undefined;
		const {problem} = log ?? (document === undefined ? parseFilter(top.line.text) : parseSearch(top.line.text));
		const aside = problem ?? document?.found ?? '';
		return promptLine({sign: '/', ...top.line, ghost: '', aside}, size.columns, theme);
	}
	if (view.flash !== undefined) return {line: flashLine(view.flash, size.columns, theme)};
	return {line: hintsLine(keymap.hints(scopesOf(view)), size.columns, theme)};
}

function dialogOf({view, size, theme, keymap}: ChromeInput): Dialog | undefined {
	if (size.rows < DIALOG_ROWS_MIN) return undefined;
	if (view.overlays.at(-1)?.id === 'quit') return quitDialog(size);
	const help = helpOf(view);
	return help === undefined ? undefined : helpDialog(helpInput(help, {view, size, keymap}), help.offset, theme);
}

type Help = Extract<Overlay, {readonly id: 'help'}>;

/** The help, when it is open; it stays so while it is searched. */
export function helpOf({overlays}: View): Help | undefined {
	return overlays.find(overlay => overlay.id === 'help');
}

/** What the help tells: the keys of the view below it. */
export function helpInput(
	{search}: Help,
	{view, size, keymap}: Pick<ChromeInput, 'view' | 'size' | 'keymap'>,
): HelpInput {
	return {groups: keymap.help(scopesOf({...view, overlays: []})), search, size};
}
