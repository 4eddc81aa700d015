import {type Fields, isFields, nested} from './parse.ts';

/** Where loggers put an exception, with dots or nested. */
export const EXCEPTION_KEYS = [
	...['exception', 'exc_info', 'err.stack', 'error.stack_trace', 'error.stack', 'stack_trace', 'stacktrace', 'stack'],
	...['exception.stacktrace', 'record.exception', 'err', 'error', 'cause'],
];

/** The lines of an exception: a printed traceback; or one taken apart, of which the class and the message matter. */
export function exceptionLines(value: unknown): readonly string[] {
	if (typeof value === 'string') return value.split(/\r?\n/);
	if (Array.isArray(value)) return value.slice(0, 20).flatMap(exceptionLines);
	if (!isFields(value)) return [];
	const stack = firstText(value, ['stack', 'stack_trace', 'stacktrace']);
	if (stack !== '') return stack.split(/\r?\n/);
	const name = firstText(value, ['exc_type', 'type', 'name', 'class']);
	const message = firstText(value, ['exc_value', 'value', 'message']);
	return [name === '' || name === 'Error' ? message : `${name}: ${message}`];
}

/** The line of it that tells most: Python names the exception at the end, everybody else at the beginning. */
export function tellingExceptionLine(value: unknown): string {
	const lines = exceptionLines(value).filter(line => line.trim() !== '');
	const isPython = lines[0]?.includes('Traceback (most recent call last)') === true;
	return (isPython ? lines.findLast(line => PYTHON.test(line)) : lines[0])?.trim() ?? '';
}

const PYTHON = /^[A-Za-z_][\w.]*(?:: |:?$)/;

function firstText(fields: Fields, keys: readonly string[]): string {
	const found = keys
		.map(key => nested(fields, [key]))
		.find(value => value !== undefined && value !== null && value !== '');
	return typeof found === 'string' ? found : '';
}
