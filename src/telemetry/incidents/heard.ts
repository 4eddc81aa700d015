import type {LoggedTrouble} from '../last-words.ts';

/** What a log complains about, once. Credentials are masked. */
export interface Heard {
	readonly kind: IncidentKind;
	/** `sqlalchemy.exc.TimeoutError`; of trouble its category; else what the line names. */
	readonly name: string;
	/** `app/main.py:31 in checkout`; empty when no place is known. */
	readonly where: string;
	/** The line that tells most, at most 300 characters. */
	readonly line: string;
	readonly trouble: LoggedTrouble | undefined;
}

export type IncidentKind =
	/** An exception was logged with its traceback. */
	| 'exception'
	/** A dependency did not do what it should (`LoggedTrouble`), with or without an exception. */
	| 'trouble'
	/** gunicorn: a worker was silent for too long, and killed. */
	| 'worker-timeout'
	/** A worker process was killed, but not for its silence: the kernel ran out of memory for it, or somebody did. */
	| 'worker-killed'
	/** `No space left on device`. */
	| 'disk-full'
	/** A name did not resolve, and nothing says that it is a database. */
	| 'dns';
