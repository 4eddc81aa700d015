import {createKeymap} from '../../src/keymap/keymap.ts';
import type {Session} from '../../src/session/session.ts';
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
	/** Moves the clock of the program and of the cluster, then settles. */
	advance(durationMs: number): Promise<void>;
	resize(columns: number, rows: number): void;
	/** The screen as a person reads it. */
	text(): readonly string[];
	/** Everything that was sent to the terminal since the last call. */
	sent(): string;
	readonly quits: number;
	stop(): Promise<void>;
}

export async function drive(options: {
	readonly scenario: string | Scenario;
	readonly columns?: number;
	readonly rows?: number;
	readonly namespace?: string;
}): Promise<Drive> {
	const {columns = 120, rows = 40} = options;
	const {clock, advance} = createVirtualClock();
	const random = createSeededRandom(1);
	const sim = await createSim({scenario: scenarioOf(options.scenario), clock, random: createSeededRandom(2)});
	const clusters = openAddress({clock, random, version: 'test'}, sim.url, 'demo', scenarioOf(options.scenario).namespace);
	let sent = '';
	let quits = 0;
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
		contexts: clusters.contexts,
		connect: context => clusters.connect(context, undefined),
		chrome,
		banner: 'SIMULATED',
		offsetMs: 0,
		quit: () => {
			quits += 1;
		},
	});
	const settle = (): Promise<void> => untilCaughtUp(() => app.session, sim);
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
		async advance(durationMs) {
			await advance(durationMs);
			await settle();
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

/** Turns of the event loop that loopback needs at most; a program that never comes to rest fails here, with what it waits for. */
const TURNS_MAX = 20_000;

/** Bookmarks are the fence: who has read one has read all that happened before it. */
async function untilCaughtUp(session: () => Session, sim: Sim): Promise<void> {
	for (let turn = 0; turn < TURNS_MAX; turn++) {
		session().flush();
		const {collections} = session().world.getState();
		const behind = Object.values(collections).filter(({state}) => {
			if (state.phase === 'listing' || state.phase === 'stopped') return true;
			return state.phase === 'watching' && Number(state.resourceVersion) < sim.resourceVersion;
		});
		if (behind.length === 0 && session().ledger.busy.length === 0) return;
		if (turn % 50 === 0) sim.bookmark();
		await new Promise(resolve => setImmediate(resolve));
	}
	const {busy} = session().ledger;
	const states = Object.values(session().world.getState().collections).map(({kind, state}) => `${kind} ${JSON.stringify(state)}`);
	throw new Error(`never came to rest: ${busy.join(', ')}; cluster at ${sim.resourceVersion}; ${states.join('; ')}`);
}

function scenarioOf(scenario: string | Scenario): Scenario {
	const found = typeof scenario === 'string' ? scenarios.find(({id}) => id === scenario) : scenario;
	if (found === undefined) throw new Error(`no scenario ${String(scenario)}`);
	return found;
}
