import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {onTestFinished} from 'vitest';
import {root} from '../../.build/root.ts';

/** The built program, as a user starts it. */
export const LAUNCHER = join(root, 'bin/dogwatch.cjs');

/** What a program that was let run to its end leaves behind. */
export interface Ended {
	/** Null when a signal ended it. */
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A folder of its own for a test, which ends with it. */
export function privateFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'dogwatch-headless-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

/** As little as a login gives: what else the environment of the tests holds (CI, KUBECONFIG, proxies) must not reach the program. */
export function environmentIn(home: string): Record<string, string> {
	return {PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8', TZ: 'UTC'};
}

/** Runs the program without a terminal, to its end. */
export async function runInPipes(options: {
	readonly args: readonly string[];
	readonly home?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** The Node.js to run it with, when not this one. */
	readonly node?: string;
}): Promise<Ended> {
	const {args, home = privateFolder(), env = {}, node = process.execPath} = options;
	const child = spawn(node, [LAUNCHER, ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {...environmentIn(home), ...env},
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	const closed = once(child, 'close');
	const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
	await closed;
	return {code: child.exitCode, stdout, stderr};
}
