import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {onTestFinished} from 'vitest';
import {casesFolder} from './cases.ts';

/**
 * Serves a recorded case on the wire until the test is finished; gives the kubeconfig that leads to it.
 * @param args of the kit's `serve`: `--at start --speed 10`
 */
export async function serveCase(id: string, ...args: readonly string[]): Promise<string> {
	const folder = casesFolder();
	const child = spawn('python3', [join(folder, 'serve'), join(folder, id), ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	onTestFinished(() => void child.kill('SIGTERM'));
	// It says where it listens, and the path of its kubeconfig last.
	for await (const line of createInterface({input: child.stdout})) if (existsSync(line.trim())) return line.trim();
	throw new Error(`serving ${id} ended before it began`);
}
