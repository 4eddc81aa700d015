import type {Level} from '../../model/log.ts';

/** The lines of one complaint: its first, and what belongs to it. */
export interface Group {
	readonly isEmpty: boolean;
	begin(text: string): void;
	/** Whether the line belongs to it: frames, causes, details, the exception that a traceback ends with. */
	goesOn(text: string, level: Level | undefined): boolean;
	add(text: string): void;
	/** All of it; it is empty then. */
	take(): readonly string[];
}

const LINES_MAX = 1_000;
const CHARS_MAX = 64 * 1024;

/** Longer lines hold data. It also keeps every pattern cheap. */
const LINE_MAX = 4_000;

/** Of one that is longer the beginning is kept, with as many lines of its end: exceptions are named at either. */
const HEAD_LINES = 100;

export function createGroup(): Group {
	let lines: string[] = [];
	let chars = 0;
	/** Frames of Python were printed, and the exception is still to be named. */
	let isUnnamed = false;
	/** How many lines say something. */
	let said = 0;
	const keep = (text: string): void => {
		const line = text.slice(0, LINE_MAX);
		lines.push(line);
		chars += line.length;
		if (line.trim() !== '') said += 1;
		while (lines.length > LINES_MAX || (chars > CHARS_MAX && lines.length > 1)) {
			const [gone = ''] = lines.splice(Math.min(HEAD_LINES, lines.length - 2), 1);
			chars -= gone.length;
		}
		if (isTracebackStart(line)) isUnnamed = true;
		else if (isUnnamed && NAMED.test(line)) isUnnamed = false;
	};
	return {
		get isEmpty() {
			return lines.length === 0;
		},
		begin(text) {
			[lines, chars, isUnnamed, said] = [[], 0, false, 0];
			keep(text);
		},
		goesOn(text, level) {
			if (text === '' || /^[\s|}\])>]/.test(text) || isTracebackStart(text) || LINKS.test(text)) return true;
			if (isUnnamed && NAMED.test(text)) return true;
			if (level !== undefined) return false;
			if (/^(?:panic|fatal error): /.test(lines[0] ?? '') && OF_GO.test(text)) return true;
			// What the logger said, then the error in a line of its own; Rust says what its panic is about below it.
			return said === 1 && (ERROR.test(text) || (lines[0] ?? '').startsWith("thread '"));
		},
		add: keep,
		take() {
			const taken = lines;
			[lines, chars, isUnnamed, said] = [[], 0, false, 0];
			return taken;
		},
	};
}

export function isTracebackStart(text: string): boolean {
	return text.endsWith('Traceback (most recent call last):');
}

/** An exception as a traceback of Python names it; what a logger writes begins with its level or has spaces. */
const NAMED = /^(?!(?:TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL|LOG)\b)[A-Za-z_][\w.]{0,200}(?::|$)/;
const ERROR = /^(?:Exception in thread |Caused by: )?[A-Za-z_$][\w.$\\]{0,200}(?:Error|Exception|Throwable|Warning)\b/;
const LINKS =
	/^(?:During handling of the above exception, |The above exception was the direct cause of |Caused by: |---> |\.\.\. \d|\[SQL: |\[parameters: |\(Background on this error at: |Require stack:|(?:DETAIL|HINT|CONTEXT|LINE \d{1,9}):)/;
const OF_GO = /^(?:goroutine \d|created by |\[signal |exit status \d|\S{1,300}\(.*\)$)/;
