/**
 * What it costs to list and watch many pods: `node test/bench/list.ts [pods]`. Each way runs in a fresh process, bundled and with the
 * flags of the product; the server is a process of its own.
 */
import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {EVENTS, serveManyPods} from './api-server.ts';
import {measureNaive, measureReflector} from './measure-list.ts';

const ROUNDS = 3;
const [role = '10000', argument = ''] = process.argv.slice(2);
if (role === 'serve') process.send?.(await serveManyPods(Number(argument)));
else if (role === 'reflector') process.send?.(await measureReflector(Number(argument)), () => process.exit());
else if (role === 'naive') process.send?.(await measureNaive(Number(argument)), () => process.exit());
else await compare(Number(role));

async function compare(pods: number): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'dogwatch-bench-'));
	const program = join(folder, 'list.mjs');
	// Node's own type stripping would take 50 MB of the memory that is measured.
	const {build} = await import('rolldown');
	await build({
		input: fileURLToPath(import.meta.url),
		platform: 'node',
		external: ['rolldown'],
		output: {file: program, format: 'esm', codeSplitting: false},
		logLevel: 'warn',
	});
	const [server, port] = await start(program, 'serve', pods);
	const measured: Record<string, unknown> = {};
	for (let round = 1; round <= ROUNDS; round++) {
		for (const way of ['reflector', 'naive']) {
			const [child, measurement] = await start(program, way, Number(port));
			measured[`${way} ${round}`] = measurement;
			if (child.exitCode === null) await once(child, 'exit');
		}
	}
	server.kill();
	await rm(folder, {recursive: true});
	process.stdout.write(`${pods} pods, gzip, loopback; ${EVENTS} events at 1,000 per second\n`);
	console.table(measured);
}

/** Starts a role and waits for the one message that it sends. */
async function start(program: string, part: string, value: number): Promise<[ChildProcess, unknown]> {
	const child = fork(program, [part, String(value)], {
		execArgv: part === 'serve' ? [] : ['--max-semi-space-size=2'],
	});
	const [message] = await once(child, 'message');
	return [child, message];
}
