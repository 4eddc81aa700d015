import type {Rule} from '../../src/diagnosis/contract.ts';
import type {Clock} from '../../src/lib/clock.ts';
import {createKeymap} from '../../src/keymap/keymap.ts';
import type {OpenSql} from '../../src/platform/sql.ts';
import type {Session} from '../../src/session/session.ts';
import type {Settings} from '../../src/session/settings.ts';
import {openAddress} from '../../src/session/clusters.ts';
import {createSim} from '../../src/sim/sim.ts';
import type {Scenario, Sim} from '../../src/sim/contract.ts';
import {scenarios} from '../../src/sim/scenarios.ts';
import {createScreen, type Screen} from '../../src/terminal/screen.ts';
import {createApp, type App} from '../../src/ui/app.ts';
import {BINDINGS} from '../../src/ui/bindings.ts';
import {mountChrome} from '../../src/ui/chrome/mount.tsx';
import {createTheme} from '../../src/ui/theme/theme.ts';
import {createSeededRandom} from './random.ts';
import {createVirtualClock} from './virtual-clock.ts';

/** The whole program in this process, on a simulated cluster, under a clock that stands still. */
export interface Drive {
	readonly sim: Sim;
	readonly app: App;
	readonly screen: Screen;
	/** Chords, one after the other: `drive.press('j', 'enter')`. */
	press(...chords: readonly string[]): void;
	/** Printable characters, then enter when it ends with `\r`. */
	type(text: string): void;
	/** Until the program has seen all that the cluster has done, and drawn it. */
	settle(): Promise<void>;
	/** Moves the clock of the program and of the cluster, a second at a time, and settles after each. */
	advance(durationMs: number): Promise<void>;
	/** Moves the clock where nothing can come to rest, because the cluster is silent; the network has its turns all the same. */
	pass(durationMs: number): Promise<void>;
	/** Until the screen shows it, while the clock stands still. */
	until(pattern: RegExp): Promise<void>;
	resize(columns: number, rows: number): void;
	/** The screen as a person reads it. */
	text(): readonly string[];
	/** Everything that was sent to the terminal since the last call. */
	sent(): string;
	/** What was put on the clipboard last. */
	readonly copied: string | undefined;
	/** The files that were saved, by name. */
	readonly saved: ReadonlyMap<string, string>;
	readonly quits: number;
	stop(): Promise<void>;
}

export async function drive(options: {
	readonly scenario: string | Scenario;
	readonly columns?: number;
	readonly rows?: number;
	readonly namespace?: string;
	/** Those that can be switched to, instead of the cluster's own. */
	readonly contexts?: readonly string[];
	/** Done to the cluster before the program comes to it. */
	readonly before?: (sim: Sim) => void;
	/** In place of all that the diagnosis knows. */
	readonly rules?: readonly Rule[];
	readonly settings?: Settings;
	/** In place of databases on the network. */
	readonly openSql?: OpenSql;
}): Promise<Drive> {
	const {columns = 120, rows = 40} = options;
	const {clock, advance} = createVirtualClock();
	const random = createSeededRandom(1);
	// What the session loads while lists travel is there before: reading files takes no bounded number of turns.
	await import('../../src/diagnosis/rules.ts');
	const sim = await createSim({scenario: scenarioOf(options.scenario), clock, random: createSeededRandom(2)});
	options.before?.(sim);
	const clusters = openAddress(
		{clock, random, version: 'test', ...options},
		sim.url,
		'demo',
		scenarioOf(options.scenario).namespace,
	);
	let sent = '';
	let quits = 0;
	let copied: string | undefined;
	const saved = new Map<string, string>();
	const write = (text: string): boolean => {
		sent += text;
		return true;
	};
	const screen = createScreen({columns, rows, write, colors: '16'});
	const chrome = mountChrome(screen);
	const session = await clusters.connect(undefined, options.namespace);
	const app = createApp({
		screen,
		size: {columns, rows},
		theme: createTheme({colors: true}),
		keymap: createKeymap(BINDINGS),
		session,
		contexts: options.contexts ?? clusters.contexts,
		connect: context => clusters.connect(context, undefined),
		chrome,
		banner: 'SIMULATED',
		offsetMs: 0,
		copy(text) {
			copied = text;
			return true;
		},
		save(name, text) {
			saved.set(name, text);
			return Promise.resolve(`/home/somebody/${name}`);
		},
		slices: {later: run => setImmediate(run), elapsedMs: () => 0},
		quit: () => {
			quits += 1;
		},
	});
	const settle = (): Promise<void> => untilCaughtUp(() => app.session, sim, clock);
	const inSteps = async (durationMs: number, rest: () => Promise<void>): Promise<void> => {
		for (let leftMs = durationMs; leftMs > 0; leftMs -= STEP_MS) {
			await advance(Math.min(leftMs, STEP_MS));
			await rest();
		}
	};
	await settle();
	return {
		sim,
		app,
		screen,
		press(...chords) {
			for (const chord of chords) app.key({chord});
		},
		type(text) {
			for (const character of text) app.key({chord: NAMED[character] ?? character});
		},
		settle,
		advance: durationMs => inSteps(durationMs, settle),
		pass: durationMs => inSteps(durationMs, () => turns(() => app.session, QUIET_TURNS)),
		async until(pattern) {
			for (let turn = 0; turn < TURNS_MAX; turn++) {
				if (pattern.test(screen.text().join('\n'))) return;
				await turns(() => app.session, 1);
			}
			throw new Error(`never came: ${pattern.source}\n${screen.text().join('\n')}`);
		},
		resize(wide, high) {
			screen.resize(wide, high);
			app.resize(wide, high);
		},
		text: () => screen.text(),
		sent() {
			const all = sent;
			sent = '';
			return all;
		},
		get copied() {
			return copied;
		},
		saved,
		get quits() {
			return quits;
		},
		async stop() {
			app.stop();
			chrome.unmount();
			await sim.stop();
		},
	};
}

const NAMED: Readonly<Record<string, string>> = {'\r': 'enter', ' ': 'space', '\t': 'tab', '\u001B': 'esc'};

/** The world is told the time this often: no longer step can be told apart from a program that slept. */
const STEP_MS = 1000;

/** Turns of the event loop that loopback needs at most; a program that never comes to rest fails here, with what it waits for. */
const TURNS_MAX = 20_000;

/** Some things are asked without a note in the ledger, such as whether the server is there: an answer takes about ten turns. */
const QUIET_TURNS = 50;

/** Bookmarks are the fence: who has read one has read all that happened before it. */
async function untilCaughtUp(session: () => Session, sim: Sim, clock: Clock): Promise<void> {
	await turns(session, QUIET_TURNS);
	for (let turn = 0; turn < TURNS_MAX; turn++) {
		if (isAtRest(session(), sim, clock.now())) return;
		if (turn % 50 === 0) sim.bookmark();
		await turns(session, 1);
	}
	const {world, ledger} = session();
	const states = Object.values(world.getState().collections).map(
		({kind, state}) => `${kind} ${JSON.stringify(state)}`,
	);
	throw new Error(
		`never came to rest: ${ledger.busy.join(', ')}; cluster at ${sim.resourceVersion}; ${states.join('; ')}`,
	);
}

/** Nothing is under way: no list, no try after a fault, no look at the metrics, and no event of the cluster. */
function isAtRest({world, ledger}: Session, {resourceVersion}: Sim, now: number): boolean {
	const {collections, usage} = world.getState();
	if (ledger.busy.length > 0) return false;
	if (usage.state.phase === 'fresh' && now - usage.state.at >= USAGE_PERIOD_MS) return false;
	return Object.values(collections).every(({state}) => {
		if (state.phase === 'waiting') return state.nextTryAt > now;
		return state.phase === 'watching' && Number(state.resourceVersion) >= resourceVersion;
	});
}

/** Of the poller in `kube/metrics`. */
const USAGE_PERIOD_MS = 15_000;

async function turns(session: () => Session, count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) {
		session().flush();
		await new Promise(resolve => setImmediate(resolve));
	}
	session().flush();
}

function scenarioOf(scenario: string | Scenario): Scenario {
	const found = typeof scenario === 'string' ? scenarios.find(({id}) => id === scenario) : scenario;
	if (found === undefined) throw new Error(`no scenario ${JSON.stringify(scenario)}`);
	return found;
}
