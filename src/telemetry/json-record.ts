import {EXCEPTION_KEYS, exceptionLines} from './json/exception.ts';
import {type Fields, nested, parseFields} from './json/parse.ts';

/** What a line says that is a JSON object, as loggers write them (structlog, pino, zap, slog, loguru, Spring, logrus …). */
export interface JsonRecord {
	/** Message and exception, line by line. */
	readonly lines: readonly string[];
	readonly isError: boolean | undefined;
	/** RFC 3339, or a number of seconds, milliseconds, microseconds or nanoseconds. */
	readonly time: unknown;
}

const MESSAGE = ['message', 'msg', 'event', 'text', 'log', 'body.stringValue', 'record.message'];
const LEVEL = ['level', 'levelname', 'severity', 'severityText', 'log.level', 'lvl', 'record.level.name'];
const TIME = ['@timestamp', 'timestamp', 'time', 'ts', 'asctime', 'record.time.timestamp', 'timeUnixNano'];

/** The record; undefined for a line that is none. */
export function readJsonRecord(text: string): JsonRecord | undefined {
	const fields = parseFields(text);
	if (fields === undefined) return undefined;
	const message = first(fields, MESSAGE);
	const exception = exceptionLines(first(fields, EXCEPTION_KEYS));
	const lines = [...linesOf(message), ...exception].filter(line => line.trim() !== '');
	return lines.length === 0 ? undefined : {lines, isError: isErrorOf(fields), time: first(fields, TIME)};
}

function linesOf(value: unknown): readonly string[] {
	return typeof value === 'string' ? value.split(/\r?\n/) : [];
}

/** Numbers are pino's, or Python's where the record has the mark of it: both write 40 and 50, for different things. */
function isErrorOf(fields: Fields): boolean | undefined {
	const level = first(fields, LEVEL);
	if (typeof level === 'number') return level >= ('levelname' in fields || 'record' in fields ? 40 : 50);
	if (typeof level !== 'string') return undefined;
	return /^(?:err|fatal|crit|panic|alert|emerg|severe|dpanic)/i.test(level);
}

/** The first of these that is there, nested or with dots in its name. */
function first(fields: Fields, keys: readonly string[]): unknown {
	for (const key of keys) {
		const value = Object.hasOwn(fields, key) ? fields[key] : nested(fields, key.split('.'));
		if (value !== undefined && value !== null && value !== '') return value;
	}
	return undefined;
}
