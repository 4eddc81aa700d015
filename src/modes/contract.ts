import type {Clock, Random} from '../lib/clock.ts';

/** One flag of the command line; the parser, the help and the README read it from here. */
export interface Flag {
	readonly name: string;
	readonly short?: string;
	/** Another spelling that people bring along. The help keeps silent about it. */
	readonly also?: string;
	/** What stands for its value in the help; without it the flag takes none. */
	readonly value?: string;
	/** `--demo` and `--demo=oom` are both right. */
	readonly valueOptional?: true;
	readonly help: string;
}

/** A word of the command line that starts a mode: `dogwatch check`. */
export interface Subcommand {
	readonly name: string;
	/** What may follow it, as the help shows it: `SERVICE`. */
	readonly argument?: string;
}

/** What was given: a text for flags with a value, true for the others and for an optional value left out. */
export type Flags = Readonly<Record<string, string | true | undefined>>;

/** The outside, as a mode gets it: streams, time and environment are arguments. */
export interface Outside {
	readonly version: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** The user's home folder. */
	readonly home: string;
	/** Where it was started; undefined when that is gone. */
	readonly folder: string | undefined;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
	/** Writes to the output and is done when it returns; may throw. */
	readonly writeNow: (text: string) => void;
	/** How far the clocks on the user's wall are ahead of UTC, in milliseconds. */
	readonly offsetMs: number;
	readonly clock: Clock;
	readonly random: Random;
	/** Aborted by SIGINT, SIGTERM and SIGHUP. */
	readonly ended: AbortSignal;
	/** Runs when the process ends on whatever way; it must be synchronous. */
	readonly atExit: (restore: () => void) => void;
}

/** One way to run the program. An entry is light data: what is heavy it imports in `run`. */
export interface Mode {
	readonly id: string;
	readonly title: string;
	/** The flag that starts it. A mode without flag and subcommand runs when nothing else is asked for. */
	readonly flag?: Flag;
	readonly subcommand?: Subcommand;
	/** Flags that only it knows. */
	readonly ownFlags?: readonly Flag[];
	/** What its exit codes mean, when they are its own: one line of the help. */
	readonly exitCodes?: string;
	/**
	 * Runs to its end and gives the exit code. Throws ExpectedFailure for what the user can mend.
	 * @param argument the word behind the subcommand
	 */
	run(flags: Flags, outside: Outside, argument: string | undefined): Promise<number>;
}

/** Flags that hold for every mode that watches a cluster. */
export const COMMON_FLAGS: readonly Flag[] = [
	{name: 'kubeconfig', value: 'FILE', help: 'read this kubeconfig instead of $KUBECONFIG or ~/.kube/config'},
	{name: 'context', value: 'NAME', help: 'use this context instead of the current one'},
	{name: 'namespace', short: 'n', value: 'NAME', help: 'watch this namespace'},
	{name: 'all-namespaces', short: 'A', help: 'watch all namespaces'},
	{name: 'command', short: 'c', value: 'WORDS', help: 'go there first, as if typed after `:` (`-c po`)'},
	{
		name: 'read-only',
		also: 'readonly',
		help: 'change nothing on the cluster (this version never does, with or without it)',
	},
	{name: 'slow-request', value: 'TIME', help: 'count requests that take longer as slow (`1s`, `500ms`; 1s)'},
	{name: 'log-lines', value: 'NUMBER', help: 'lines that a log view keeps (50000)'},
	{
		name: 'db',
		value: 'DSN',
		help: 'ask this PostgreSQL or PgBouncer too, read only (`postgresql://me@host:5432/shop`; password: $PGPASSWORD)',
	},
	{name: 'read-secrets', help: 'read addresses of databases from Secrets; nothing else of them is kept'},
	{name: 'ascii', help: 'draw with ASCII characters only'},
	{name: 'help', short: 'h', help: 'print this help'},
	{name: 'version', short: 'v', help: 'print the version'},
];

export function defineMode(mode: Mode): Mode {
	return mode;
}

/** The text of a flag that was given with one, else undefined. */
export function textOf(flags: Flags, name: string): string | undefined {
	const value = flags[name];
	return typeof value === 'string' ? value : undefined;
}
