import {timeOf} from '../model/wire.ts';
import {readJsonRecord} from './json-record.ts';
import {maskCredentials} from '../lib/mask.ts';

/** One line that a program wrote. A JSON record becomes as many as its message and its exception have. */
export interface LogLine {
	/** Without the API's time, without escape sequences and credentials; at most 4,000 characters. */
	readonly text: string;
	/** When it was written, milliseconds since 1970. */
	readonly at: number | undefined;
	/** A record's own word for it; undefined for what is text. */
	readonly isError: boolean | undefined;
}

/** As much as is ever read of a log; what is longer is cut at its beginning. */
const TEXT_MAX = 64 * 1024;

/** Longer lines hold data. It also keeps every pattern cheap. */
const LINE_MAX = 4000;

/** Takes a log apart, as the API sends it with `timestamps=true` or without. */
export function readLogLines(text: string): readonly LogLine[] {
	if (isRefusal(text)) return [];
	const raw = text.slice(-TEXT_MAX).replaceAll(CONTROLS, '').split('\n');
	const lines = raw.map(withoutTime);
	// It began before the cut, perhaps inside a password.
	const isCut = text.length >= TEXT_MAX || (lines[0]?.at === undefined && lines[1]?.at !== undefined);
	return (isCut ? lines.slice(1) : lines).flatMap(({line, at}) => linesOf(line, at));
}

/** The kubelet writes it in place of a log that it has thrown away, and the API sends it with 200. */
export function isRefusal(text: string): boolean {
	return /^(?:\S{1,40} )?unable to retrieve container logs for /.test(text);
}

/** CSI and OSC sequences, and all control characters but tab and line feed. */
const CONTROLS = /\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[\x00-\x08\x0b-\x1f\x7f]/g;

const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,9}(?:Z|[+-]\d\d:\d\d))(?: |$)/;

function withoutTime(line: string): {readonly line: string; readonly at: number | undefined} {
	const time = TIME.exec(line);
	return time === null ? {line, at: undefined} : {line: line.slice(time[0].length), at: timeOf(time[1])};
}

function linesOf(line: string, at: number | undefined): readonly LogLine[] {
	const record = readJsonRecord(line);
	if (record === undefined) return [{text: clean(line), at, isError: undefined}];
	const {lines, isError, time} = record;
	return lines.map(text => ({text: clean(text), at: at ?? timeOfRecord(time), isError}));
}

function clean(text: string): string {
	return maskCredentials(text.length > LINE_MAX ? text.slice(0, LINE_MAX) : text).trimEnd();
}

/** Numbers of this size are seconds, those above it milliseconds, microseconds, nanoseconds, each a thousand times larger. */
const SECONDS_MAX = 1e11;

function timeOfRecord(time: unknown): number | undefined {
	const number = typeof time === 'string' && /^\d{9,19}(?:\.\d{1,9})?$/.test(time) ? Number(time) : time;
	if (typeof number === 'string') return timeOf(number);
	if (typeof number !== 'number' || !(number > 0)) return undefined;
	let ms = number * 1000;
	while (ms > SECONDS_MAX * 1000) ms /= 1000;
	return Math.floor(ms);
}
