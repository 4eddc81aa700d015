import {formatChord} from '../keymap/chord.ts';
import type {Keymap} from '../keymap/keymap.ts';
import {messageOf} from '../lib/failure.ts';
import type {ObjectRef} from '../model/finding.ts';
import type {LogSelection} from '../model/log.ts';
import type {Session} from '../session/session.ts';
import type {Key} from '../terminal/keys.ts';
import type {Screen} from '../terminal/screen.ts';
import type {CommandId} from './bindings.ts';
import {chromeOf, type ChromeModel, scopesOf} from './chrome/model.ts';
import {commands} from './commands/commands.ts';
import {edit, promptOf, runCommand} from './commands/prompt.ts';
import type {Go} from './contract.ts';
import type {Desk} from './desk.ts';
import {LOWER_PANES} from './home/layout.ts';
import type {FormatLookup} from './log/condition.ts';
import {homeView, push, visit} from './navigation.ts';
import type {LogScreen} from './log-screen.ts';
import {createPaneScreens, paneOf, type PaneScreens} from './pane-screens.ts';
import {editLine, editOf} from './prompt/line-edit.ts';
import type {Theme} from './theme/theme.ts';
import {pageOf, type PaneView, type View} from './view.ts';

/** Draws what surrounds the panes: our own painter until Ink is loaded, then Ink. */
export interface ChromePainter {
	draw(model: ChromeModel): void;
}

export interface AppOptions {
	readonly screen: Screen;
	readonly size: {readonly columns: number; readonly rows: number};
	readonly theme: Theme;
	readonly keymap: Keymap<CommandId>;
	readonly session: Session;
	readonly contexts: readonly string[];
	/** Starts watching another context. Throws ExpectedFailure. */
	readonly connect: (context: string) => Promise<Session>;
	readonly chrome: ChromePainter;
	/** Says where the data is from, when it is not from a real cluster. */
	readonly banner: string | undefined;
	/** How far the clocks on the user's wall are ahead of UTC. */
	readonly offsetMs: number;
	/** Puts a text on the user's clipboard; false when it is too long. */
	readonly copy: (text: string) => boolean;
	/** Writes a text into a new file, and says where it is. Rejects with a sentence when it cannot. */
	readonly save: (name: string, text: string) => Promise<string>;
	readonly quit: () => void;
	/** How the lines of a log are taken apart, by the id of their format. */
	readonly formatOf?: FormatLookup;
	/** For work that is too long for one turn. Without it, all of it is done at once. */
	readonly slices?: Slices;
}

export interface Slices {
	/** Runs it after what else waits: keys come first. */
	later(run: () => void): void;
	/** Milliseconds since whenever, of a clock that only goes forward. */
	elapsedMs(): number;
}

/** The program on the screen: keys in, cells out. */
export interface App {
	key(key: Key): void;
	/** The screen has another size already. */
	resize(columns: number, rows: number): void;
	/** Another painter for header, footer and dialogs. */
	useChrome(chrome: ChromePainter): void;
	/** As typed after `:`. Returns the sentence that says why not, else undefined. */
	run(command: string): string | undefined;
	/** The session that is watched now. */
	readonly session: Session;
	stop(): void;
}

/** The panes of the home screen, in the order of the focus. */
const HOME_PANES = ['services', 'why', ...LOWER_PANES];

export function createApp(options: AppOptions): App {
	const {screen, theme, keymap, contexts, banner, offsetMs} = options;
	let {size, session, chrome} = options;
	let view: View = visit(homeView(HOME_PANES), session.world.getState().namespace);
	const openPanes = (of: Session): PaneScreens =>
		createPaneScreens({
			session: of,
			contexts,
			theme,
			offsetMs,
			formatOf: options.formatOf ?? (() => undefined),
			elapsedMs: options.slices?.elapsedMs ?? (() => 0),
		});
	let panes = openPanes(session);
	/** Whose logs the session reads for the screen. */
	let followed: LogSelection | undefined;
	let endFiltering: (() => void) | undefined;
	let unsubscribe = (): void => undefined;

	/** A part of a filter's work; the rest of it when the keys have had their turn. */
	const filterOn = (): void => {
		const log = focusedLog();
		if (log?.busy !== true || endFiltering !== undefined) return;
		log.work();
		while (options.slices === undefined && log.busy) log.work();
		if (!log.busy) return;
		endFiltering = session.ledger.begin('filter of a log');
		options.slices?.later(() => {
			endFiltering?.();
			endFiltering = undefined;
			render();
		});
	};
	const focusedLog = (): LogScreen | undefined => {
		const page = pageOf(view);
		return panes.log(page, page.focus, view);
	};
	const render = (): void => {
		filterOn();
		panes.paint(screen, view, size);
		const model = chromeOf({view, size, theme, keymap, banner, contexts, session, panes});
		screen.cover(model.dialog === undefined ? [] : [model.dialog.rect]);
		screen.cursor(model.cursor);
		chrome.draw(model);
		screen.flush();
	};
	const watch = (next: Session): void => {
		unsubscribe();
		session = next;
		panes = openPanes(next);
		followed = undefined;
		unsubscribe = session.world.subscribe(render);
	};
	const show = (next: View): void => {
		view = next;
		for (const {id, argument} of pageOf(view).panes) {
			const pane = paneOf(id);
			if (pane.shape !== 'painted') session.need(pane.kinds(argument));
		}
		session.show(pageOf(view).panes.flatMap(objectOf));
		const selection = selectionOf(view);
		if (selection !== followed) session.follow(selection);
		followed = selection;
	};
	const say: Desk['say'] = (text, tone = 'struggling') => show({...view, flash: {text, tone}});

	const switchContext = async (context: string, afterwards: (() => void) | undefined): Promise<void> => {
		say(`connecting to ${context}`, 'muted');
		try {
			const next = await options.connect(context);
			session.stop();
			watch(next);
			show(visit(homeView(HOME_PANES), next.world.getState().namespace));
			afterwards?.();
		} catch (error) {
			say(messageOf(error));
		}
		render();
	};
	const save = async (name: string, text: string): Promise<void> => {
		try {
			say(`saved to ${await options.save(name, text)}`, 'muted');
		} catch (error) {
			say(`not saved: ${messageOf(error)}`);
		}
		render();
	};
	const go = (where: Go): void => {
		switch (where.to) {
			case 'pane':
				show(push(view, where.pane, where.above));
				break;
			case 'namespace':
				if (session.world.getState().namespace !== where.namespace) session.enter(where.namespace);
				show(
					visit(
						{...homeView(HOME_PANES), visited: view.visited, history: view.history, nextKey: view.nextKey},
						where.namespace,
					),
				);
				break;
			case 'context':
				void switchContext(where.context, where.afterwards);
				break;
			case 'nothing':
				say(where.because, 'muted');
				break;
		}
	};
	const desk: Desk = {
		get view() {
			return view;
		},
		get session() {
			return session;
		},
		get size() {
			return size;
		},
		get walked() {
			const page = pageOf(view);
			return panes.walkable(page, page.focus, view);
		},
		get table() {
			const page = pageOf(view);
			return panes.table(page, page.focus, view);
		},
		keymap,
		contexts,
		show,
		say,
		go,
		get document() {
			const page = pageOf(view);
			return panes.document(page, page.focus, view);
		},
		get log() {
			return focusedLog();
		},
		copy(text, what) {
			if (options.copy(text)) say(`copied ${what}, as far as the terminal allows it`, 'muted');
			else say(`too long to copy (${text.length} characters): ctrl-s saves it to a file`);
		},
		save: (name, text) => void save(name, text),
		repaint: () => screen.repaint(),
		quit: options.quit,
	};
	/** A key that does nothing looks like a program that hangs. */
	const sayIdle = (chord: string): void => say(`${formatChord(chord)} does nothing here: ? lists the keys`, 'muted');
	const press = ({chord, text}: Key): void => {
		if (view.flash !== undefined) show({...view, flash: undefined});
		const id = chord === 'paste' ? undefined : keymap.commandFor(chord, scopesOf(view));
		const prompt = promptOf(desk);
		const change = prompt === undefined ? undefined : editOf(chord, text);
		if (id !== undefined) commands[id](desk, chord);
		else if (prompt !== undefined && change !== undefined) edit(desk, editLine(prompt.line, change));
		else if (view.overlays.length === 0 && chord !== 'paste') sayIdle(chord);
	};

	watch(session);
	render();
	return {
		key(key) {
			press(key);
			session.touch();
			render();
		},
		resize(columns, rows) {
			size = {columns, rows};
			render();
		},
		useChrome(next) {
			chrome = next;
			render();
		},
		run(command) {
			const problem = runCommand(desk, command);
			render();
			return problem;
		},
		get session() {
			return session;
		},
		stop() {
			unsubscribe();
			session.stop();
		},
	};
}

/** The logs that are shown, or that one came from to look at something: the way back leads to where one was. */
function selectionOf({pages}: View): LogSelection | undefined {
	for (const {panes} of pages.slice(-2).toReversed()) {
		for (const {id, argument} of panes) {
			const pane = paneOf(id);
			if (pane.shape === 'log') return pane.selection(argument);
		}
	}
	return undefined;
}

/** The object that a pane shows whole. */
function objectOf({id, argument}: PaneView): readonly ObjectRef[] {
	const pane = paneOf(id);
	return pane.shape === 'document' ? [pane.object(argument)] : [];
}
