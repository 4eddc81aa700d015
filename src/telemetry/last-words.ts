/** What the end of a container's log says about why it ended, or does not serve. */
export interface LastWords {
	/** The last lines that say something, the newest last; at most 20, each at most 500 characters. */
	readonly tail: readonly string[];
	/** The one line that tells most: of the last exception, else of a known trouble, else the last one; empty for a log without words. */
	readonly line: string;
	/** When that line was written, milliseconds since 1970; undefined when the log carries no times. */
	readonly at: number | undefined;
	readonly exception: LoggedException | undefined;
	/** Known words of a server that could not start. */
	readonly startup: StartupFailure | undefined;
	/** What the program says it could not reach, or was refused by. */
	readonly trouble: LoggedTrouble | undefined;
	/** Where it says that it listens (`Uvicorn running on http://0.0.0.0:8000`). */
	readonly listensOn: {readonly host: string; readonly port: number} | undefined;
}

export interface LoggedException {
	/** `sqlalchemy.exc.OperationalError`, `ModuleNotFoundError`. */
	readonly name: string;
	/** Its first line. */
	readonly message: string;
	/** `app/main.py:31 in lifespan`: the innermost frame that is not of a library; empty when there is none. */
	readonly where: string;
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
	/** A module is not installed: `ModuleNotFoundError`, `Cannot find module`. */
	| 'module-missing'
	/** A setting is missing or wrong: pydantic's `ValidationError` of settings, `KeyError` of the environment. */
	| 'setting-missing'
	/** `exec format error`. */
	| 'wrong-architecture'
	/** A command or file is not there, or may not be read or run. */
	| 'file'
	/** `CUDA out of memory` is none of it; `MemoryError`, `JavaScript heap out of memory`, `java.lang.OutOfMemoryError` are. */
	| 'memory';

export interface LoggedTrouble {
	/** The categories of database trouble; `slots` is a server without free connections, `pool` a client whose pool is exhausted. */
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

/**
 * Reads the end of a log, as the API sends it with `timestamps=true` or without. Never throws.
 * @param text at most 64 KB, which may begin in the middle of a line
 */
export function readLastWords(text: string): LastWords {
	const tail = text
		.split('\n')
		.filter(line => line.trim() !== '')
		.slice(-20);
	return {
		tail,
		line: tail.at(-1) ?? '',
		at: undefined,
		exception: undefined,
		startup: undefined,
		trouble: undefined,
		listensOn: undefined,
	};
}
