import {isAccessLine} from './access-line.ts';
import type {LogLine} from './log-lines.ts';
import {DETAILS_MAX, type Episode, type Frame, FRAMES_MAX, type Raised} from './raised.ts';

/**
 * Reads a traceback of Python that begins in this line: with chained exceptions, exception groups, messages of several lines, and
 * access lines that fell into it, since they go to another stream. Undefined when none begins here; without exceptions when the
 * log ends before one is named.
 */
export function readTraceback(lines: readonly LogLine[], from: number): Episode | undefined {
	const first = lines[from]?.text ?? '';
	if (!isStart(first) && !FRAME.test(first)) return undefined;
	const reader = createReader();
	let to = from + 1;
	for (let index = from; index < lines.length; index++) {
		const taken = reader.take(lines[index]?.text ?? '', lines[index + 1]?.text ?? '', index);
		if (taken === 'end') break;
		if (taken === 'own') to = index + 1;
	}
	return {raised: reader.raised, from, to};
}

interface Reader {
	readonly raised: readonly Raised[];
	/** Whether the line belongs to it, is somebody else's, or comes after its end. */
	take(text: string, next: string, index: number): 'own' | 'other' | 'end';
}

function createReader(): Reader {
	const raised: (Raised & {readonly details: string[]})[] = [];
	let frames: Frame[] = [];
	/** Frames were printed and the exception is still to be named. */
	let isOpen = false;
	let isChained = false;
	/** Inside `[SQL: …` that goes on over lines. */
	let isInQuery = false;

	const detail = (text: string): 'own' => {
		const details = raised.at(-1)?.details;
		if (details !== undefined && details.length < DETAILS_MAX) details.push(text);
		return 'own';
	};
	const begin = (): 'own' => {
		[isOpen, isChained, frames] = [true, false, []];
		return 'own';
	};
	const takeOpen = (text: string, next: string, index: number): 'own' | 'other' | 'end' => {
		if (/^\s/.test(text)) return 'own';
		const {name = '', message = ''} = TERMINAL.exec(text)?.groups ?? {};
		if (name === '' || LEVELS.has(name)) return /^\s+\S/.test(next) ? 'other' : 'end';
		raised.push({name, message: message.trim(), details: [], frames, index});
		isOpen = false;
		return 'own';
	};
	const takeClosed = (text: string): 'own' | 'end' => {
		if (isInQuery || text.startsWith('[SQL: ')) {
			isInQuery = !text.endsWith(']');
			return 'own';
		}
		const isField = raised.at(-1)?.name.endsWith('ValidationError') === true && FIELD.test(text);
		return isField || CONTINUATION.test(text) ? detail(text) : 'end';
	};

	return {
		raised,
		take(line, next, index) {
			if (line.trim() === '' || isAccessLine(line)) return 'other';
			const inGroup = GUTTER.test(line);
			const text = line.replace(GUTTER, '');
			if (isStart(text)) {
				const isNew = raised.length > 0 && !isOpen && !isChained && !inGroup;
				return isNew ? 'end' : begin();
			}
			if (RULER.test(text)) return 'own';
			const frame = FRAME.exec(text)?.groups;
			if (frame !== undefined) {
				if (!isOpen && raised.length > 0) return 'end';
				isOpen = true;
				frames.push({file: frame['file'] ?? '', line: frame['line'] ?? '', function: frame['name'] ?? ''});
				if (frames.length > FRAMES_MAX) frames.shift();
				return 'own';
			}
			if (CHAIN.test(text)) {
				isChained = true;
				return 'own';
			}
			return isOpen ? takeOpen(text, next, index) : takeClosed(text);
		},
	};
}

/** uvicorn puts its level before the first line of it: `ERROR:    Traceback (most recent call last):`. */
function isStart(text: string): boolean {
	return text.endsWith('Traceback (most recent call last):');
}

/** The line at the left of exceptions in a group. */
const GUTTER = /^\s*\|(?: |$)/;
const RULER = /^\s*\+[-+]+(?: \d+ -+)?$/;
const FRAME = /^\s*File "(?<file>[^"]+)", line (?<line>\d+)(?:, in (?<name>.+))?$/;
const CHAIN =
	/^(?:During handling of the above exception, another exception occurred|The above exception was the direct cause of the following exception):$/;
const TERMINAL = /^(?<name>[A-Za-z_][\w.]*)(?::(?: (?<message>.*))?)?$/;

/** A line of a logger that fell into it has the shape of an exception. */
const LEVELS: ReadonlySet<string> = new Set(['TRACE', 'DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL', 'LOG']);

const CONTINUATION = /^(?:\s|\[parameters: |\(Background on this error at: |(?:DETAIL|HINT|CONTEXT|LINE \d{1,9}):)/;

/** pydantic names each field in a line of its own. */
const FIELD = /^[\w.[\]-]{1,200}$/;
