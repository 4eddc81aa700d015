import {spawn, type ChildProcess} from 'node:child_process';
import {constants} from 'node:fs';
import {access, stat} from 'node:fs/promises';
import {delimiter, join} from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ProgramRun {
	/** A path, as `find` gives it. */
	readonly command: string;
	readonly args: readonly string[];
	readonly environment: Environment;
	/** What is kept of stdout and of stderr, each: the beginning of stdout, the end of stderr. */
	readonly outputBytesMax: number;
	/** Kills the program and all that it started. */
	readonly signal: AbortSignal;
}

export interface ProgramEnd {
	/** Missing when a signal ended it. */
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
}

/** Running other programs, as an argument. */
export interface Processes {
	/** The path of an executable: `command` itself when it has a slash, else the first on PATH; undefined when there is none. */
	find(command: string, environment: Environment): Promise<string | undefined>;
	/** Runs to its end with an empty stdin. Rejects with Node's error when it cannot be started, and when the signal aborts. */
	run(order: ProgramRun): Promise<ProgramEnd>;
}

/** The machine's own programs. */
export function createProcesses(): Processes {
	return {find, run};
}

async function find(command: string, environment: Environment): Promise<string | undefined> {
	if (command.includes('/')) return (await isExecutable(command)) ? command : undefined;
	for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
		const path = join(folder, command);
		if (folder !== '' && (await isExecutable(path))) return path;
	}
	return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
	try {
		await access(path, constants.X_OK);
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}

function run(order: ProgramRun): Promise<ProgramEnd> {
	return new Promise((resolve, reject) => {
		order.signal.throwIfAborted();
		// In its own process group, so that the program's own children can be ended with it, and away from our terminal: a program
		// that opens /dev/tty to ask for a password would write across the screen.
		const child = spawn(order.command, order.args, {
			env: {...order.environment},
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true,
			windowsHide: true,
		});
		const [out, end]: [Buffer[], Buffer[]] = [[], []];
		const stop = (): void => {
			killGroup(child);
			// A grandchild that escaped may hold the pipes open for ever.
			child.stdout.destroy();
			child.stderr.destroy();
			reject(order.signal.reason);
		};
		order.signal.addEventListener('abort', stop, {once: true});
		child.stdout.on('data', (chunk: Buffer) => keepBeginning(out, chunk, order.outputBytesMax));
		child.stderr.on('data', (chunk: Buffer) => keepEnd(end, chunk, order.outputBytesMax));
		child.on('error', error => {
			order.signal.removeEventListener('abort', stop);
			reject(error);
		});
		child.on('close', code => {
			order.signal.removeEventListener('abort', stop);
			resolve({
				exitCode: code ?? undefined,
				stdout: Buffer.concat(out).toString(),
				stderr: Buffer.concat(end).toString(),
			});
		});
	});
}

function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}

function keepBeginning(chunks: Buffer[], chunk: Buffer, bytesMax: number): void {
	const room = bytesMax - chunks.reduce((sum, kept) => sum + kept.length, 0);
	if (room > 0) chunks.push(chunk.subarray(0, room));
}

function keepEnd(chunks: Buffer[], chunk: Buffer, bytesMax: number): void {
	const all = Buffer.concat([...chunks, chunk]);
	chunks.splice(0, chunks.length, all.subarray(Math.max(0, all.length - bytesMax)));
}
