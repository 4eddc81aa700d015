import {isAbsolute, join} from 'node:path';
import {createKeymap} from '../keymap/keymap.ts';
import {type Clock, sleep} from '../lib/clock.ts';
import {ExpectedFailure} from '../lib/failure.ts';
import {createSaveFile} from '../platform/saved-files.ts';
import type {Clusters} from '../session/clusters.ts';
import {readCapabilities} from '../terminal/capabilities.ts';
import {createScreen} from '../terminal/screen.ts';
import {createTerminal} from '../terminal/terminal.ts';
import {type App, type AppOptions, createApp} from '../ui/app.ts';
import {BINDINGS} from '../ui/bindings.ts';
import {createPaintedChrome} from '../ui/chrome/painted.ts';
import {createTheme} from '../ui/theme/theme.ts';
import {type Flags, type Outside, textOf} from './contract.ts';

export interface WatchOptions {
	readonly clusters: Clusters;
	readonly flags: Flags;
	readonly outside: Outside;
	readonly banner: string | undefined;
}

/** Watches a cluster until the user has seen enough; without a terminal it prints one plain frame. Gives the exit code. */
export async function watch(options: WatchOptions): Promise<number> {
	const {clusters, flags, outside} = options;
	const namespace = flags['all-namespaces'] === true ? '' : textOf(flags, 'namespace');
	const session = await clusters.connect(textOf(flags, 'context'), namespace);
	const common = {
		keymap: createKeymap(BINDINGS),
		session,
		contexts: clusters.contexts,
		connect: (context: string) => clusters.connect(context, undefined),
		banner: options.banner,
		offsetMs: outside.offsetMs,
		save: createSaveFile(foldersFor(outside)),
		slices: slicesOf(outside.clock),
	};
	const {input, output, environment} = outside;
	const isTerminal = input.isTTY && output.isTTY && environment['TERM'] !== 'dumb';
	return isTerminal ? showScreen(common, options) : printFrame(common, options);
}

type Common = Pick<
	AppOptions,
	'keymap' | 'session' | 'contexts' | 'connect' | 'banner' | 'offsetMs' | 'save' | 'slices'
>;

/** Long work lets keys come in between; a clock that is set back does not make it longer. */
function slicesOf(clock: Clock): NonNullable<AppOptions['slices']> {
	let latest = clock.now();
	return {
		later: run => void clock.after(0, run),
		elapsedMs: () => (latest = Math.max(latest, clock.now())),
	};
}

/** Where texts are saved: where the user is, else where programs keep what is theirs (XDG Base Directory). */
function foldersFor({folder, environment, home}: Outside): readonly string[] {
	const state = environment['XDG_STATE_HOME'] ?? '';
	const base = isAbsolute(state) ? state : join(home, '.local/state');
	return [...(folder === undefined ? [] : [folder]), join(base, 'dogwatch')];
}

async function showScreen(common: Common, {flags, outside}: WatchOptions): Promise<number> {
	const {clock, environment, input, output, writeNow} = outside;
	const ended = Promise.withResolvers<number>();
	// It may end before anybody waits for it: while Ink is loaded.
	ended.promise.catch(() => undefined);
	let app: App | undefined;
	const terminal = createTerminal({
		input,
		output,
		clock,
		environment,
		writeNow,
		ascii: flags['ascii'] === true,
		onKey: key => app?.key(key),
		onResize: (columns, rows) => app?.resize(columns, rows),
	});
	outside.atExit(() => terminal.leave());
	outside.ended.addEventListener('abort', () => ended.resolve(EXIT_CODES[String(outside.ended.reason)] ?? 1), {
		once: true,
	});
	terminal.enter();
	const {screen, size, colors} = terminal;
	const painted = createPaintedChrome(screen);
	app = createApp({
		...common,
		screen,
		size,
		theme: createTheme({colors: colors !== 'none', table: colors === '256'}),
		chrome: painted,
		copy: text => terminal.copy(text),
		quit: () => ended.resolve(0),
	});
	const problem = startCommand(app, flags);
	if (problem !== undefined) ended.reject(problem);
	// React and Ink take longer to load than the first rows to come: they come second.
	const {mountChrome} = await import('../ui/chrome/mount.tsx');
	const chrome = mountChrome(screen);
	painted.clear();
	app.useChrome(chrome);
	try {
		return await ended.promise;
	} finally {
		chrome.unmount();
		app.stop();
		terminal.leave();
	}
}

function startCommand(app: App, flags: Flags): ExpectedFailure | undefined {
	const command = textOf(flags, 'command');
	const problem = command === undefined ? undefined : app.run(command);
	return problem === undefined ? undefined : new ExpectedFailure(`--command: ${problem}`);
}

/** 128 and the number of the signal, as shells have it. */
const EXIT_CODES: Readonly<Record<string, number>> = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143};

/** A pipe gets no more than this to fill the frame: a server that never answers must not hang it. */
const FRAME_WAIT_MS = 15_000;

async function printFrame(common: Common, {flags, outside}: WatchOptions): Promise<number> {
	const {clock, environment, output} = outside;
	const size = {columns: sizeFrom(environment['COLUMNS'], 120), rows: sizeFrom(environment['LINES'], 40)};
	const ascii = flags['ascii'] === true || readCapabilities(environment).ascii;
	const screen = createScreen({...size, write: () => true, colors: 'none', ascii});
	const chrome = createPaintedChrome(screen);
	const app = createApp({
		...common,
		screen,
		size,
		theme: createTheme({colors: false}),
		chrome,
		copy: () => false,
		quit: () => undefined,
	});
	try {
		const problem = startCommand(app, flags);
		if (problem !== undefined) throw problem;
		const idle = new AbortController();
		void common.session.ledger.whenIdle().then(() => idle.abort());
		await sleep(clock, FRAME_WAIT_MS, idle.signal);
		output.write(`${screen.text().join('\n')}\n`);
		const {connection} = app.session.world.getState();
		return connection.phase === 'trouble' || connection.phase === 'connecting' ? 1 : 0;
	} finally {
		app.stop();
	}
}

function sizeFrom(text: string | undefined, fallback: number): number {
	const size = Number(text);
	return Number.isInteger(size) && size > 0 ? Math.min(size, 500) : fallback;
}
