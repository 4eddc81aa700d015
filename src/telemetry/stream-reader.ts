import type {ParsedLine} from './contract.ts';
import {beginGroup, continueGroup} from './fold/begin.ts';
import type {Group} from './fold/group.ts';
import {cleanLine} from './line/clean.ts';
import {logFormats} from './log-formats.ts';
import {createRequestJoin} from './request-join.ts';

/** A line of a container's log, read. */
export interface ReadLine extends ParsedLine {
	/** Id of the log format; empty for none, and for lines that belong to another. */
	readonly format: string;
	/** Without escape sequences and control characters, but tabs. */
	readonly text: string;
	/** `more` belongs to the last `head` that `leads`: a line of a traceback, or an indented one. */
	readonly role: 'head' | 'more';
	/** Of a head: what follows as `more` belongs to it. Not so of requests and of what fell into a traceback from the other stream. */
	readonly leads: boolean;
	/** Of `more`: it names the exception. Of several in one entry the last one tells most. */
	readonly tells: boolean;
}

/** Reads the lines of one container, in their order. */
export interface StreamReader {
	/** `at` as in `TailLine`: milliseconds since 1970. Never throws; takes time in proportion to the line. */
	read(text: string, at: number): ReadLine;
}

/** An entry is over after such a silence. */
const SILENCE_MS = 500;

/** What goes on for longer is cut into entries. */
const LINES_MAX = 1000;

interface Open {
	group: Group;
	/** When its last line was written. */
	at: number;
	lines: number;
	announces: boolean;
}

/**
 * Reads every line as the narrowest format that it fits. Nothing is remembered of the formats that a stream has used: the first test of
 * each is so cheap that trying all in order costs about a microsecond, and a line is read the same wherever it stands.
 */
export function createStreamReader(): StreamReader {
	const formats = logFormats.toSorted((a, b) => a.rank - b.rank);
	const join = createRequestJoin();
	let open: Open | undefined;

	const recognise = (text: string): ParsedLine & {readonly format: string} => {
		if (!isIndented(text)) {
			for (const format of formats) {
				const line = format.parse(text);
				if (line !== undefined) return {...line, request: join(line), format: format.id};
			}
		}
		return {level: undefined, message: text, request: undefined, format: ''};
	};

	/** Whether the line goes on with the entry that is open, and tells of it. */
	const goesOn = (text: string, entry: Open): 'more' | 'tells' | 'aside' | 'end' => {
		const begun = entry.announces ? continueGroup(text) : undefined;
		if (begun === undefined) return entry.group.take(text);
		[entry.group, entry.announces] = [begun.group, false];
		return begun.tells ? 'tells' : 'more';
	};

	return {
		read(raw, at) {
			const text = cleanLine(raw);
			if (open !== undefined && (at - open.at > SILENCE_MS || open.lines >= LINES_MAX)) open = undefined;
			const part = open === undefined ? 'end' : goesOn(text, open);
			if (open !== undefined && (part === 'more' || part === 'tells')) {
				[open.at, open.lines] = [at, open.lines + 1];
				return moreOf(text, part === 'tells');
			}
			const line = recognise(text);
			if (part === 'aside' || line.request !== undefined) return headOf(line, text, false);
			const {group, level, announces} = beginGroup(text, line);
			open = {group, at, lines: 0, announces};
			return headOf({...line, level}, text, true);
		},
	};
}

function headOf(line: ParsedLine & {readonly format: string}, text: string, leads: boolean): ReadLine {
	return {...line, text, role: 'head', leads, tells: false};
}

function moreOf(text: string, tells: boolean): ReadLine {
	return {level: undefined, message: text, request: undefined, format: '', text, role: 'more', leads: false, tells};
}

/** No format begins with white space. */
function isIndented(text: string): boolean {
	const code = text.charCodeAt(0);
	return code === 32 || code === 9;
}
