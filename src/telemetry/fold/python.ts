import {isAccessLine} from '../access-line.ts';
import type {Group, Part} from './group.ts';

/**
 * A traceback of Python that has begun: with chained exceptions, exception groups, and messages of several lines. When a log was cut
 * inside of one, it is sure only once a frame was seen.
 */
export function pythonGroup(isSure: boolean): Group {
	let sure = isSure;
	/** Frames are printed, and the exception is still to be named. */
	let isOpen = true;
	let isChained = false;
	/** Inside `[SQL: …` that goes on over lines. */
	let isInQuery = false;
	let name = '';

	const takeOpen = (line: string): Part => {
		if (FRAME_LINE.test(line)) return 'more';
		const found = TERMINAL.exec(line)?.[1] ?? '';
		if (found === '' || LEVELS.has(found) || !CLASS.test(found)) return 'aside';
		[name, isOpen] = [found, false];
		return 'tells';
	};
	const takeClosed = (line: string): Part => {
		if (isInQuery || QUERY.test(line)) {
			if (isAccessLine(line)) return 'aside';
			isInQuery = !line.endsWith(']');
			return 'more';
		}
		const isField = name.endsWith('ValidationError') && FIELD.test(line);
		return isField || CONTINUATION.test(line) ? 'more' : 'end';
	};

	return {
		take(text) {
			if (text.trim() === '') return 'more';
			const line = text.replace(GUTTER, '');
			sure ||= isFrame(line);
			if (!sure && !/^\s/.test(text)) return 'end';
			const inGutter = line.length < text.length;
			if (beginsTraceback(line)) {
				if (isLevelled(line) || (!isOpen && !isChained && !inGutter)) return 'end';
				[isOpen, isChained] = [true, false];
				return 'more';
			}
			if (RULER.test(line)) return 'more';
			if (CHAIN.test(line)) {
				isChained = true;
				return 'more';
			}
			if (isOpen) return takeOpen(line);
			return inGutter ? 'more' : takeClosed(line);
		},
	};
}

/** Its first line; uvicorn may have put its level before it. */
export function beginsTraceback(text: string): boolean {
	return text.includes('Traceback (most recent call last)') && START.test(text);
}

/** `  File "/app/main.py", line 12, in handler` */
export function isFrame(text: string): boolean {
	return FRAME.test(text);
}

/** A logger began a new entry with it. */
function isLevelled(line: string): boolean {
	return /^[A-Z]/.test(line) && !line.startsWith('Traceback') && !line.startsWith('Exception Group');
}

/** Also in the frame that the rich library draws. */
const START =
	/^[\s|+╭─]{0,100}(?:[A-Z]{4,8}:\s{1,10})?(?:Exception Group )?Traceback \(most recent call last\)(?::\s*$| ─)/;

const FRAME = /^[\s|]{0,100}File "[^"]{1,1000}", line \d{1,9}(?:, in |$)/;

/** The line at the left of exceptions in a group. */
const GUTTER = /^\s{0,100}\|(?: |$)/;
const RULER = /^\s{0,100}\+[-+]{2,}(?: \d{1,6} -+)?$/;
const CHAIN =
	/^\s{0,10}(?:During handling of the above exception, another exception occurred|The above exception was the direct cause of the following exception):$/;

/** Source, carets, loguru's mark of the frame that it was caught in, and what loguru and rich draw. */
const FRAME_LINE = /^(?:\s|> File "|[│╭╰])/;

const TERMINAL = /^([A-Za-z_][\w.]{0,200})(?::(?: .*)?)?$/;

/** Classes have a capital, a module before them, or `error` at their end: `socket.gaierror`. */
const CLASS = /(?:^|\.)_?[A-Z]\w*$|\.\w+$|error$/;

/** A line of a logger that fell into it has the shape of an exception. */
const LEVELS: ReadonlySet<string> = new Set(['TRACE', 'DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL', 'LOG']);

const QUERY = /^\[(?:SQL|parameters|generated in|cached since)[: ]/;

const CONTINUATION = /^(?:\s|\(Background on this error at: |(?:DETAIL|HINT|CONTEXT|LINE \d{1,9}):|[│╰])/;

/** pydantic names each field in a line of its own. */
const FIELD = /^[\w.[\]-]{1,200}$/;
