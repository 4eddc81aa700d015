/** What a line says that is a JSON object, as loggers write them (structlog, pino, zap, slog, loguru, Spring, logrus …). */
export interface JsonRecord {
	/** Message and exception, line by line. */
	readonly lines: readonly string[];
	readonly isError: boolean | undefined;
	/** RFC 3339, or a number of seconds, milliseconds, microseconds or nanoseconds. */
	readonly time: unknown;
}

type Fields = {readonly [key: string]: unknown};

const MESSAGE = ['message', 'msg', 'event', 'text', 'log', 'body.stringValue', 'record.message'];
const EXCEPTION = [
	...['exception', 'exc_info', 'err.stack', 'error.stack_trace', 'error.stack', 'stack_trace', 'stacktrace', 'stack'],
	...['exception.stacktrace', 'record.exception', 'err', 'error', 'cause'],
];
const LEVEL = ['level', 'levelname', 'severity', 'severityText', 'log.level', 'lvl', 'record.level.name'];
const TIME = ['@timestamp', 'timestamp', 'time', 'ts', 'asctime', 'record.time.timestamp', 'timeUnixNano'];

/** The record; undefined for a line that is none. */
export function readJsonRecord(text: string): JsonRecord | undefined {
	if (!text.startsWith('{') || !text.trimEnd().endsWith('}')) return undefined;
	let fields: unknown;
	try {
		fields = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isFields(fields)) return undefined;
	const message = first(fields, MESSAGE);
	const exception = exceptionLines(first(fields, EXCEPTION));
	const lines = [...linesOf(message), ...exception].filter(line => line.trim() !== '');
	return lines.length === 0 ? undefined : {lines, isError: isErrorOf(fields), time: first(fields, TIME)};
}

function linesOf(value: unknown): readonly string[] {
	return typeof value === 'string' ? value.split(/\r?\n/) : [];
}

/** A printed traceback; or one taken apart, of which the class and the message matter. */
function exceptionLines(value: unknown): readonly string[] {
	if (typeof value === 'string') return linesOf(value);
	if (Array.isArray(value)) return value.slice(0, 20).flatMap(exceptionLines);
	if (!isFields(value)) return [];
	const stack = first(value, ['stack', 'stack_trace', 'stacktrace']);
	if (typeof stack === 'string') return linesOf(stack);
	const name = textOf(first(value, ['exc_type', 'type', 'name', 'class']));
	const message = textOf(first(value, ['exc_value', 'value', 'message']));
	if (name === '' || name === 'Error') return linesOf(message);
	return linesOf(`${name}: ${message}`);
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
		const value = key in fields ? fields[key] : nested(fields, key);
		if (value !== undefined && value !== null && value !== '') return value;
	}
	return undefined;
}

function nested(fields: Fields, path: string): unknown {
	let value: unknown = fields;
	for (const key of path.split('.')) {
		if (!isFields(value) || !Object.hasOwn(value, key)) return undefined;
		value = value[key];
	}
	return value;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
