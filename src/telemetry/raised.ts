/** An exception as a log shows it. */
export interface Raised {
	/** `sqlalchemy.exc.OperationalError`, `Error`, `panic`. */
	readonly name: string;
	/** Its first line. */
	readonly message: string;
	/** What is printed below: hints of the database, fields of a validation; at most 30 lines. */
	readonly details: readonly string[];
	/** From the outermost to the innermost; of many the last 50. */
	readonly frames: readonly Frame[];
	/** Which line of the log names it. */
	readonly index: number;
}

export interface Frame {
	readonly file: string;
	readonly line: string;
	/** `<module>` at the top of a file of Python; empty where it is not told. */
	readonly function: string;
}

/** Exceptions that belong together: each the cause of the next, or raised while the one before was handled. */
export interface Episode {
	/** The one that tells most last: what a Python program ended with, Java's innermost cause. */
	readonly raised: readonly Raised[];
	/** The lines of the log that it takes, the end excluded. */
	readonly from: number;
	readonly to: number;
}

/** More lines below an exception are data. */
export const DETAILS_MAX = 30;

/** The innermost ones tell where it was; an endless recursion prints a thousand. */
export const FRAMES_MAX = 50;

/** What is printed of it in one line. */
export function headline({name, message}: Pick<Raised, 'name' | 'message'>): string {
	if (name === '') return message;
	return message === '' ? name : `${name}: ${message}`;
}

/**
 * What the database said, where SQLAlchemy wraps it: `(psycopg.errors.UndefinedTable) relation "x" does not exist` has a class and a
 * message of its own, and MySQL's drivers a number before it.
 */
export function unwrapped(raised: Raised): Pick<Raised, 'name' | 'message'> {
	const {driver, rest} = WRAPPED.exec(raised.message)?.groups ?? {};
	const {name, message} =
		driver === undefined ? raised : {name: driver.replace(/^builtins\./, ''), message: rest ?? ''};
	return {name, message: (NUMBERED.exec(message)?.groups?.['text'] ?? message).replace(FURTHER, '')};
}

const WRAPPED = /^\((?<driver>[A-Za-z_][\w.]{2,100})\) (?<rest>.*)$/;

/** SQLAlchemy's address for the curious. */
const FURTHER = / \(Background on this error at: \S{1,200}\)$/;

const NUMBERED = /^\(\d{4}, ["'](?<text>.*)["']\)$/;

/** `app/main.py:31 in lifespan`: the innermost frame of the program's own files; empty when there is none. */
export function whereOf({frames}: Raised): string {
	const frame = frames.findLast(isOwn);
	if (frame === undefined) return '';
	const file = frame.file.replace(/^(?:file:\/\/)?\//, '').slice(-100);
	const name = frame.function.slice(0, 60);
	return `${file}:${frame.line}${name === '' ? '' : ` in ${name}`}`;
}

/** Code that was made from a text is the program's only at its top: `python -c`. */
function isOwn({file, function: name}: Frame): boolean {
	return !LIBRARY.test(file) && !LIBRARY_FUNCTION.test(name) && (file !== '<string>' || name === '<module>');
}

/** `site` is what an image calls a folder of installed packages that is on no standard path. */
const LIBRARY =
	/(?:^|[/\\])(?:site-packages|dist-packages|site|node_modules|gems|rustc|vendor)[/\\]|[/\\]lib(?:64)?[/\\]python\d|^<frozen|^node:|^internal\/|[/\\]usr[/\\]local[/\\]go[/\\]|[/\\]pkg[/\\]mod[/\\]|^native$/;
const LIBRARY_FUNCTION =
	/^(?:java|javax|jakarta|jdk|sun|com\.sun|kotlin|scala|reactor|org\.(?:springframework|apache|hibernate|postgresql|eclipse)|com\.(?:zaxxer|mysql)|io\.netty|System|Microsoft|Npgsql)\./;
