import {isAccessLine} from './access-line.ts';
import type {LogLine} from './log-lines.ts';

/** So far back one looks for a line that calls itself an error. */
const LINES_BACK = 30;

/**
 * Of a log without an exception the line that tells most: the last one that is an error by its own word, else the last one that says
 * anything.
 */
export function tellingLine(lines: readonly LogLine[]): LogLine | undefined {
	const words = lines.filter(({text}) => saysSomething(text) && !isRoutine(text) && !isAccessLine(text));
	const lately = words.slice(-LINES_BACK);
	const timeout = lately.findLast(({text}) => WORKER_TIMEOUT.test(text));
	const error = lately.findLast(line => isError(line) && !isKillAfter(timeout, line));
	return error ?? words.at(-1) ?? lines.findLast(({text}) => saysSomething(text));
}

/** A program says at its end why it ends: what stands before so many other lines was said of something else. */
const TALK_MAX = 15;

/**
 * The lines that a log ends with, the newest first: those that say something, and among them the routine ones, which do not count.
 * Requests and native frames are left out.
 */
export function* lastTalk(
	lines: readonly LogLine[],
	from: number,
): Generator<{readonly text: string; readonly index: number}> {
	let talk = 0;
	for (let index = lines.length - 1; index >= from && talk < TALK_MAX; index--) {
		const text = lines[index]?.text ?? '';
		if (!saysSomething(text) || isAccessLine(text) || NATIVE_FRAME.test(text)) continue;
		if (!isRoutine(text)) talk += 1;
		yield {text, index};
	}
}

/** ` 1: 0xb7c8e0 node::Abort() [node]`: a fatal error of Node has some thirty of them. */
const NATIVE_FRAME = /^\s{0,4}\d{1,3}: 0x/;

/** Lines of fences, carets and braces say nothing. */
export function saysSomething(text: string): boolean {
	return /[\p{L}\p{N}]/u.test(text);
}

/** What programs print whenever they start, stop or fail, after having said why. */
export function isRoutine(text: string): boolean {
	return ROUTINE.test(text);
}

const ROUTINE = new RegExp(
	[
		// uvicorn, gunicorn, hypercorn
		/Application startup failed\. Exiting\./,
		/^(?:INFO:\s{1,10})?(?:Started|Finished) (?:server|parent|reloader) process \[/,
		/^(?:INFO:\s{1,10})?Waiting for (?:application (?:startup|shutdown)|connections to close|background tasks)/,
		/^(?:INFO:\s{1,10})?(?:Application (?:startup|shutdown) complete\.|Shutting down$|Stopping (?:parent|reloader) process)/,
		/\] (?:Worker exiting|Booting worker with pid|Shutting down: |Reason: Worker failed to boot|Handling signal: |Starting gunicorn |Listening at: |Using worker: )/,
		/\] Worker \(pid:\d{1,10}\) (?:exited with code|was sent SIGTERM!)/,
		// SQLAlchemy, pydantic
		/^\(Background on this error at: /,
		/^\s{0,8}For further information visit /,
		// Node and its package managers
		/^Node\.js v\d/,
		/^npm (?:ERR!|error|notice|warn|WARN)/,
		/^(?:error Command failed with exit code|info Visit https|\s?ELIFECYCLE\b|error: script )/,
		// Go, Rust, shells
		/^exit status \d/,
		/^note: run with `RUST_BACKTRACE/,
		/^goroutine \d/,
	]
		.map(({source}) => source)
		.join('|'),
);

function isError({text, isError: said}: LogLine): boolean {
	return said ?? ERROR.test(text.slice(0, 160));
}

/** The level of a text line stands near its beginning, in capitals, in brackets, or as `level=`. */
const ERROR =
	/\b(?:ERROR|FATAL|CRITICAL|PANIC|SEVERE|EMERG)\b|[[<](?:error|crit|critical|alert|emerg|fatal)\s{0,4}[\]>]|\blevel=(?:error|fatal|panic|critical)|^[EF]\d{4} \d\d:|^(?:error|fatal|panic|usage error)\b|^\S{1,60}: (?:error|fatal)\b/i;

const WORKER_TIMEOUT = /WORKER TIMEOUT \(pid:(?<pid>\d{1,10})\)/;
const WORKER_KILLED = /Worker \(pid:(?<pid>\d{1,10})\) was sent (?:SIGKILL|SIGABRT|code \d{1,3})!/;

/** gunicorn kills a worker that is silent for too long, and then wonders whether it ran out of memory. */
function isKillAfter(timeout: LogLine | undefined, {text}: LogLine): boolean {
	const silent = timeout && WORKER_TIMEOUT.exec(timeout.text)?.groups?.['pid'];
	return silent !== undefined && WORKER_KILLED.exec(text)?.groups?.['pid'] === silent;
}
