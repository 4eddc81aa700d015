import {lastEpisode} from './last-episode.ts';
import {isServing, listensOn} from './listening.ts';
import {type LogLine, readLogLines} from './log-lines.ts';
import {type Episode, headline, type Raised, unwrapped, whereOf} from './raised.ts';
import {failureOf, failureOfLine, type FoundFailure} from './startup-failure.ts';
import {lastTalk, saysSomething, tellingLine} from './telling-line.ts';
import {type FoundTrouble, troubleOfEpisode, troubleOfLines} from './trouble.ts';

/** What the end of a container's log says about why it ended, or does not serve. Credentials are masked in all of it. */
export interface LastWords {
	/** The last lines that say something, the newest last; at most 20, each at most 500 characters. */
	readonly tail: readonly string[];
	/**
	 * The one line that tells most, at most 300 characters: of the last exception, else of a known trouble, else the last error, else
	 * the last one; empty for a log without words.
	 */
	readonly line: string;
	/** When that line was written, milliseconds since 1970; undefined when the log carries no times. */
	readonly at: number | undefined;
	readonly exception: LoggedException | undefined;
	/** Known words of a program that could not start, or go on. */
	readonly startup: StartupFailure | undefined;
	/** What `startup` is about, as the log names it: the module, the setting, the file, the port; empty when it names none. */
	readonly startupOf: string;
	/** What the program says it could not reach, or was refused by. */
	readonly trouble: LoggedTrouble | undefined;
	/** Where it says that it listens (`Uvicorn running on http://0.0.0.0:8000`). */
	readonly listensOn: {readonly host: string; readonly port: number} | undefined;
	/** It says that it was asked to stop and did so: `Shutting down`, `Handling signal: term`. */
	readonly stopped: boolean;
}

export interface LoggedException {
	/** `sqlalchemy.exc.OperationalError`, `ModuleNotFoundError`. */
	readonly name: string;
	/** Its first line. */
	readonly message: string;
	/** `app/main.py:31 in lifespan`: the innermost frame that is not of a library; empty when there is none. */
	readonly where: string;
	/** Raised while modules were being imported, and no request or connection had a part in it: it happens at each start. */
	readonly atImport: boolean;
}

export type StartupFailure =
	/** uvicorn: `Application startup failed. Exiting.` (exit 3) */
	| 'application-startup'
	/** gunicorn: `Worker failed to boot.` (exit 3) */
	| 'worker-boot'
	/** gunicorn `App failed to load.` (exit 4), uvicorn `Error loading ASGI app` */
	| 'application-load'
	/** The port is taken: `[Errno 98] … address already in use`. */
	| 'address-in-use'
	/** The program may not listen on this port. */
	| 'port-forbidden'
	/** A module is not installed: `ModuleNotFoundError`, `Cannot find module`; a name in it or a shared library is not there. */
	| 'module-missing'
	/** A setting is missing or wrong: pydantic's `ValidationError` of settings, `KeyError` of the environment. */
	| 'setting-missing'
	/** `exec format error`. */
	| 'wrong-architecture'
	/** A command or file is not there. */
	| 'file'
	/** A file may not be read, written or run. */
	| 'forbidden'
	/** `No space left on device`. */
	| 'disk-full'
	/** `CUDA out of memory` is none of it; `MemoryError`, `JavaScript heap out of memory`, `java.lang.OutOfMemoryError` are. */
	| 'memory';

export interface LoggedTrouble {
	/**
	 * The categories of database trouble; `slots` is a server without free connections, `pool` a client whose pool is exhausted, `proxy`
	 * PgBouncer in either role, `schema` a table or column that is not there, or is there already.
	 */
	readonly category:
		| 'refused'
		| 'dns'
		| 'timeout'
		| 'slots'
		| 'pool'
		| 'tls'
		| 'auth'
		| 'lost'
		| 'deadlock'
		| 'statement-timeout'
		| 'lock-timeout'
		| 'starting'
		| 'proxy'
		| 'schema';
	/** `PostgreSQL`, `MySQL`, `Redis` …; empty when the line does not tell. */
	readonly system: string;
	/** As the line names it: a host name, or an address; empty when it names none. */
	readonly host: string;
	readonly port: number | undefined;
	/** The line, cut at 500 characters, credentials masked. */
	readonly line: string;
}

const TAIL_LINES_MAX = 20;
const TAIL_LINE_MAX = 500;
const LINE_MAX = 300;
const MESSAGE_MAX = 500;

/** So far back a server says that it was asked to stop: it may have requests to finish. */
const LINES_BACK = 60;

/**
 * Reads the end of a log, as the API sends it with `timestamps=true` or without. Never throws, and takes time in proportion to the
 * text.
 * @param text at most 64 KB, which may begin in the middle of a line; of more the end is read
 */
export function readLastWords(text: string): LastWords {
	const lines = readLogLines(text);
	const episode = lastEpisode(lines);
	// A server that started after it has got over it.
	const last = episode && lines.slice(episode.to).some(line => isServing(line.text)) ? undefined : episode;
	const failure = failureOfEpisode(last) ?? failureOfLines(lines, last?.to ?? 0);
	const trouble = (last && troubleOfEpisode(last)) ?? troubleOfLines(lines, last?.to ?? 0);
	const {text: line, at} = mostTelling(lines, last, failure, trouble);
	return {
		tail: lines
			.filter(one => saysSomething(one.text))
			.slice(-TAIL_LINES_MAX)
			.map(one => one.text.slice(0, TAIL_LINE_MAX)),
		line: line.slice(0, LINE_MAX),
		at,
		exception: last && exceptionOf(last),
		startup: failure?.failure,
		startupOf: failure?.subject ?? '',
		trouble: trouble?.trouble,
		listensOn: listensOn(lines),
		stopped: lines.slice(-LINES_BACK).some(one => STOPPED.test(one.text)),
	};
}

const STOPPED =
	/^(?:INFO:\s{1,10})?(?:Shutting down|Waiting for application shutdown)|Handling signal: (?:term|int|quit)|\b(?:[Rr]eceived|[Gg]ot|[Cc]aught) (?:signal )?(?:SIG)?TERM\b|Received SIGTERM|received (?:fast|smart) shutdown request|gracefully shutting down|signal 15 \(SIGTERM\) received/;

interface Placed extends FoundFailure {
	readonly index: number;
}

/** Words that only say that it did not start tell less than any others. */
const VAGUE: ReadonlySet<StartupFailure> = new Set(['application-startup', 'worker-boot', 'application-load']);

function failureOfEpisode(episode: Episode | undefined): Placed | undefined {
	for (const raised of episode?.raised.toReversed() ?? []) {
		const found = failureOf(raised);
		if (found !== undefined) return {...found, index: raised.index};
	}
	return undefined;
}

/** The last that is not vague, else the last. */
function failureOfLines(lines: readonly LogLine[], from: number): Placed | undefined {
	let vague: Placed | undefined;
	for (const {text, index} of lastTalk(lines, from)) {
		if (isServing(text)) break;
		const found = failureOfLine(text);
		if (found === undefined) continue;
		if (!VAGUE.has(found.failure)) return {...found, index};
		if (vague === undefined || vague.subject === '') vague = {...found, index};
	}
	return vague;
}

function mostTelling(
	lines: readonly LogLine[],
	episode: Episode | undefined,
	failure: Placed | undefined,
	trouble: FoundTrouble | undefined,
): Pick<LogLine, 'text' | 'at'> {
	const at = (index: number): number | undefined => lines[index]?.at;
	if (failure !== undefined && !VAGUE.has(failure.failure)) return {text: failure.line, at: at(failure.index)};
	if (trouble !== undefined) return {text: trouble.trouble.line, at: at(trouble.index)};
	const raised = episode?.raised.at(-1);
	if (raised !== undefined) return {text: headline(unwrapped(raised)), at: at(raised.index)};
	return tellingLine(lines) ?? {text: '', at: undefined};
}

function exceptionOf({raised}: Episode): LoggedException | undefined {
	const one = raised.at(-1);
	if (one === undefined) return undefined;
	const {name, message} = one;
	return {
		name: name.slice(0, MESSAGE_MAX),
		message: message.slice(0, MESSAGE_MAX),
		where: whereOf(one),
		atImport: isAtImport(one),
	};
}

/** Classes that the text of a program alone decides on. */
const OF_THE_CODE =
	/^(?:ModuleNotFoundError|ImportError|SyntaxError|IndentationError|TabError|NameError|AttributeError|TypeError|ReferenceError)$/;

/** Importing shows in the frames; `<module>` is the top level of a file. */
function isAtImport({name, frames}: Raised): boolean {
	const isOfCode = OF_THE_CODE.test(name);
	if (/^(?:ModuleNotFound|Import|Syntax|Indentation|Tab)Error$/.test(name)) return true;
	const isTop =
		frames.at(-1)?.function === '<module>' || frames.some(({file}) => file.startsWith('<frozen importlib'));
	return isOfCode && isTop;
}
