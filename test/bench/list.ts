/**
 * What it costs to list and watch many pods: `node test/bench/list.ts [pods]`. Each way runs in a fresh process with the flags of the
 * product; the server is a process of its own.
 */
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {EVENTS, serveManyPods} from './api-server.ts';
import {measureNaive, measureReflector, type Measurement} from './measure-list.ts';

const [role = '10000', argument = ''] = process.argv.slice(2);
if (role === 'serve') process.send?.(await serveManyPods(Number(argument)));
else if (role === 'reflector') process.send?.(await measureReflector(Number(argument)), () => process.exit());
else if (role === 'naive') process.send?.(await measureNaive(Number(argument)), () => process.exit());
else await compare(Number(role));

async function compare(pods: number): Promise<void> {
	const [server, port] = await start('serve', pods);
	const measured: Record<string, Measurement> = {};
	for (const [way, round] of [1, 2, 3].flatMap(number => [
		['reflector', number] as const,
		['naive', number] as const,
	])) {
		const [child, measurement] = await start(way, port as number);
		measured[`${way} ${round}`] = measurement as Measurement;
		if (child.exitCode === null) await once(child, 'exit');
	}
	server.kill();
	process.stdout.write(`${pods} pods, gzip, loopback; events: ${EVENTS} at 1,000 per second\n`);
	console.table(measured);
}

/** Starts a role and waits for the one message that it sends. */
async function start(role: string, argument: number): Promise<[ReturnType<typeof fork>, unknown]> {
	const child = fork(fileURLToPath(import.meta.url), [role, String(argument)], {
		execArgv: role === 'serve' ? [] : ['--max-semi-space-size=2'],
	});
	const [message] = await once(child, 'message');
	return [child, message];
}
