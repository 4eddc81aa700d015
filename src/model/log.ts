import type {ObjectRef} from './finding.ts';
import type {LoggedRequest} from './request.ts';

export type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** One container whose log is read. */
export interface LogSource {
	/** `pod uid/container`, and `/previous` for the run before. */
	readonly key: string;
	readonly namespace: string;
	readonly pod: string;
	readonly podUid: string;
	readonly container: string;
	readonly previous: boolean;
	/** `rev 42`; empty for pods without revisions. */
	readonly revision: string;
	/** Uid of the service of the home screen whose pod it is; empty for none. */
	readonly service: string;
}

/** A line as the API sent it, without its time. */
export interface TailLine {
	/** When the runtime took it, milliseconds since 1970, with a fraction. */
	readonly at: number;
	/** Valid Unicode, without its line feed; at most 16 KB, with a mark where more was cut. May hold any other character. */
	readonly text: string;
}

/** Where the reading of one container's log stands. */
export type TailState =
	/** Its turn has not come: not more than a number of logs are followed at once. */
	| {readonly phase: 'queued'}
	| {readonly phase: 'opening'}
	| {readonly phase: 'following'}
	/** In the words of the API (`container "x" is waiting to start: ContainerCreating`) or of the connection; it is tried again. */
	| {readonly phase: 'waiting'; readonly because: string; readonly nextTryAt: number}
	/** There will be no more lines. */
	| {readonly phase: 'ended'; readonly because: string}
	/** `get pods/log in shop` */
	| {readonly phase: 'forbidden'; readonly permission: string};

/** How far back a log is read when it is opened. */
export interface LogRange {
	/** The key that chooses it in the log view. */
	readonly key: string;
	/** `5m`, `all` */
	readonly title: string;
	/** Undefined: as far as it goes. */
	readonly sinceMs: number | undefined;
	/** At most so many lines of each container, the newest; undefined: no limit. */
	readonly lines: number | undefined;
}

/** Whose logs a screen shows. */
export interface LogSelection {
	/** Pods, or what stands above pods: workloads, ReplicaSets, jobs, Services, a namespace. New pods of theirs join by themselves. */
	readonly of: readonly ObjectRef[];
	/** Only of containers with that name; undefined: of all. */
	readonly container: string | undefined;
	/** Of the run before. */
	readonly previous: boolean;
	readonly range: LogRange;
}

/** One line that is kept, read as far as every line is read. */
export interface LogRecord {
	/** Grows in the order of arrival; unique in its book. */
	readonly seq: number;
	readonly at: number;
	readonly source: LogSource;
	/** Harmless: no escape sequences and control characters, but tabs. */
	readonly text: string;
	/** The log format that it was recognised as; empty for none. */
	readonly format: string;
	readonly level: Level | undefined;
	/** What it says, without what has a column of its own: time, level, logger; for a request what is not in `request`. */
	readonly message: string;
	readonly request: LoggedRequest | undefined;
	/** The line to which it belongs as a line of a traceback; undefined when it stands for itself. */
	readonly head: LogRecord | undefined;
	/** Of a head: how many lines belong to it, itself not counted, and the one that tells most. Grows while they come. */
	fold: {readonly lines: number; readonly headline: string} | undefined;
}
