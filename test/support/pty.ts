import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {spawn} from '@lydell/node-pty';
import {onTestFinished} from 'vitest';
import {createGrid} from './grid.ts';
import {environmentIn, LAUNCHER, privateFolder} from './program.ts';

/** The built program in a terminal, as a user sees it. */
export interface Program {
	/** Gives the rows as soon as they, joined by newlines, match. Rejects with the whole screen when they never do. */
	until(pattern: RegExp): Promise<readonly string[]>;
	/** Sends keys as the bytes that a terminal makes of them. */
	press(keys: string): void;
	resize(columns: number, rows: number): void;
	/** The screen now, without trailing blanks. */
	text(): readonly string[];
	/** Every byte that came from it so far. */
	readonly sent: string;
	/** Its folder, which is its home too. */
	readonly home: string;
	readonly exit: Promise<Exit>;
	/** Sends the program a signal. Only once it has shown something. */
	kill(signal: NodeJS.Signals): void;
	/** Closes the window. */
	hangUp(): void;
	readonly isRunning: boolean;
}

/** How the program left, and what it left behind. */
export interface Exit {
	readonly code: number;
	/** The rows of the terminal that are not empty; the first is the command line, which was there before. */
	readonly screen: readonly string[];
	/** What the terminal was told to do and not told to leave off, by the numbers of DEC's private modes. */
	readonly modes: Readonly<Record<string, 'h' | 'l'>>;
	/** Line editing, echo and signals by keys work as before. */
	readonly isCooked: boolean;
}

/** A shell's line, so that it shows whether the screen of before comes back. */
const COMMAND_LINE = '$ dogwatch';

/** A terminal as it was given, or given back: the screen of before (1049), no marked pastes (2004), no frame begun (2026), cursor (25), wrapping (7). */
export const RESTORED = {'1049': 'l', '2004': 'l', '2026': 'l', '25': 'h', '7': 'h'} as const;

/** Far more than a busy machine needs for a frame, and less than a test may take. */
const PATIENCE_MS = 20_000;

/** Stands in for the user's shell: it outlives the program, and so can tell in what state that left the terminal. */
const SHELL = `stty -g >"$HOME/stty-before"; "$@"; code=$?; stty -g >"$HOME/stty-after"; exit $code`;

/** Starts the program; it ends with the test at the latest. `input` is typed before it can have drawn anything. */
export function openProgram(options: {
	readonly args: readonly string[];
	readonly home?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly columns?: number;
	readonly rows?: number;
	readonly input?: string;
}): Program {
	const {args, home = privateFolder(), env = {}, columns = 120, rows = 40, input} = options;
	const grid = createGrid(columns, rows);
	const shown = (): readonly string[] => grid.text();
	let sent = '';
	let isRunning = true;
	const waiting = new Set<() => void>();
	const look = (): void => waiting.forEach(check => check());
	let drawn = grid.write(`${COMMAND_LINE}\r\n`);
	const shell = spawn('/bin/sh', ['-c', SHELL, 'sh', process.execPath, LAUNCHER, ...args], {
		cols: columns,
		rows,
		cwd: home,
		env: {...environmentIn(home), ...env},
	});
	shell.onData(data => {
		sent += data;
		drawn = grid.write(data).then(look);
	});
	const exit = new Promise<Exit>(resolve => {
		shell.onExit(({exitCode}) => {
			void drawn.then(() => {
				isRunning = false;
				look();
				const screen = shown().filter(row => row !== '');
				resolve({code: exitCode, screen, modes: modesOf(sent), isCooked: isCookedIn(home)});
			});
		});
	});
	onTestFinished(async () => {
		if (isRunning) {
			for (const pid of [shell.pid, childOf(shell.pid)]) if (pid !== undefined) process.kill(pid, 'SIGKILL');
			await exit;
		}
		grid.dispose();
	});
	if (input !== undefined) shell.write(input);
	return {
		until: pattern =>
			new Promise((resolve, reject) => {
				const end = (): void => {
					clearTimeout(timer);
					waiting.delete(check);
				};
				const fail = (why: string): void => {
					end();
					reject(new Error(`${why}, and never showed ${String(pattern)}:\n${shown().join('\n')}`));
				};
				const check = (): void => {
					const now = shown();
					if (pattern.test(now.join('\n'))) {
						end();
						resolve(now);
					} else if (!isRunning) fail('it ended');
				};
				const timer = setTimeout(() => fail(`${PATIENCE_MS / 1000} s went by`), PATIENCE_MS);
				waiting.add(check);
				check();
			}),
		press: keys => shell.write(keys),
		resize(newColumns, newRows) {
			grid.resize(newColumns, newRows);
			shell.resize(newColumns, newRows);
		},
		text: shown,
		get sent() {
			return sent;
		},
		home,
		exit,
		kill(signal) {
			const pid = childOf(shell.pid);
			if (pid === undefined) throw new Error('the program has ended already');
			process.kill(pid, signal);
		},
		hangUp: () => shell.kill('SIGHUP'),
		get isRunning() {
			return isRunning;
		},
	};
}

/** Undefined when the shell has none, or has ended. */
function childOf(pid: number): number | undefined {
	try {
		const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
		return child === undefined || child === '' ? undefined : Number(child);
	} catch {
		return undefined;
	}
}

function modesOf(sent: string): Record<string, 'h' | 'l'> {
	const modes: Record<string, 'h' | 'l'> = {};
	for (const [, mode = '', is] of sent.matchAll(/\x1B\[\?(\d+)([hl])/g)) modes[mode] = is === 'h' ? 'h' : 'l';
	return modes;
}

function isCookedIn(home: string): boolean {
	const [before, after] = ['before', 'after'].map(when => join(home, `stty-${when}`));
	// A shell that was killed with the program has told nothing.
	if (before === undefined || after === undefined || !existsSync(after)) return false;
	return readFileSync(before, 'utf8') === readFileSync(after, 'utf8');
}
