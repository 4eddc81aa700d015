import {homedir} from 'node:os';
import {Cancelled, ExpectedFailure, messageOf} from '../lib/failure.ts';
import {createClock, createRandom} from '../platform/clock.ts';
import {writeStandardOutputNow} from '../platform/standard-output.ts';
import {COMMON_FLAGS, type Flag, type Outside} from '../modes/contract.ts';
import {modes} from '../modes/index.ts';
import {parseFlags} from './flags.ts';
import {helpText} from './help.ts';
import {modeOf} from './mode-of.ts';

/** Defined by the bundle from package.json. */
declare const DOGWATCH_VERSION: string;

/** The whole program: arguments → mode → exit code. The one place that turns what was thrown into words. */
async function main(): Promise<void> {
	try {
		process.exitCode = await run(process.argv.slice(2));
	} catch (error) {
		process.exitCode = error instanceof ExpectedFailure ? error.exitCode : 1;
		if (error instanceof Cancelled) return;
		const isBug = !(error instanceof ExpectedFailure) && error instanceof Error;
		process.stderr.write(`dogwatch: ${messageOf(error)}\n${isBug ? `${error.stack ?? ''}\n` : ''}`);
	}
}

async function run(args: readonly string[]): Promise<number> {
	const given = parseFlags(args, knownFlags());
	const {flags} = given;
	// An address with a password is nothing for lists of processes: this takes the place of the arguments.
	if (flags['db'] !== undefined) process.title = 'dogwatch';
	if (flags['version'] === true) return print(`dogwatch ${DOGWATCH_VERSION}\n`);
	if (flags['help'] === true) return print(helpText(modes, COMMON_FLAGS));
	const {mode, argument} = modeOf(modes, given);
	return mode.run(flags, outside(), argument);
}

function knownFlags(): readonly Flag[] {
	return [
		...modes.flatMap(({flag, ownFlags = []}) => (flag === undefined ? ownFlags : [flag, ...ownFlags])),
		...COMMON_FLAGS,
	];
}

function print(text: string): number {
	process.stdout.write(text);
	return 0;
}

function outside(): Outside {
	const end = new AbortController();
	// Not `once`: a library under Ink ends the process by itself when it finds nobody else listening.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end.abort(signal));
	return {
		version: DOGWATCH_VERSION,
		environment: process.env,
		home: homedir(),
		folder: currentFolder(),
		input: process.stdin,
		output: process.stdout,
		writeNow: writeStandardOutputNow,
		offsetMs: -new Date().getTimezoneOffset() * 60_000,
		clock: createClock(),
		random: createRandom(),
		ended: end.signal,
		atExit: restore => void process.on('exit', restore),
	};
}

/** Somebody may have removed it. */
function currentFolder(): string | undefined {
	try {
		return process.cwd();
	} catch {
		return undefined;
	}
}

await main();
