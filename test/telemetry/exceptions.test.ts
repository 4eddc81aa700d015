import {describe, expect, test} from 'vitest';
import examples, {type ExceptionExample} from './exceptions/examples.ts';
import {read, traceback, withTimes} from './log.ts';

const all: readonly ExceptionExample[] = examples;

describe('the exception that a program ended with', () => {
	test.each([...all])('$name', ({log, line, where, exception, atImport}) => {
		const {exception: found, ...rest} = read(log, 'line', 'exception');
		expect(rest.line).toBe(line);
		expect({
			...(where !== undefined && {where: found?.where}),
			...(exception !== undefined && {exception: found?.name}),
			...(atImport !== undefined && {atImport: found?.atImport}),
		}).toEqual({
			...(where !== undefined && {where}),
			...(exception !== undefined && {exception}),
			...(atImport !== undefined && {atImport}),
		});
	});

	test.each([...all])('with the times of the API: $name', ({log, line}) => {
		const words = read(withTimes(log), 'line', 'at');
		expect(words.line).toBe(line);
		expect(words.at).toBeGreaterThanOrEqual(Date.parse('2026-03-01T12:00:00Z'));
	});

	test('one that a server has got over is none', () => {
		const log = `${traceback('ConnectionRefusedError: [Errno 111] Connect call failed')}\nINFO:     Application startup complete.`;
		expect(read(log, 'exception', 'trouble')).toEqual({exception: undefined, trouble: undefined});
	});

	test('one after which a program went on for long is none', () => {
		const log = `${traceback('ValueError: long ago')}\n${'INFO:     worked\n'.repeat(100)}INFO:     the end`;
		expect(read(log, 'exception', 'line')).toEqual({exception: undefined, line: 'INFO:     the end'});
	});

	test('requests do not count as going on', () => {
		const log = `${traceback('ValueError: bad')}\n${'INFO:     10.0.0.1:1 - "GET /health HTTP/1.1" 503 Service Unavailable\n'.repeat(100)}`;
		expect(read(log, 'line')).toEqual({line: 'ValueError: bad'});
	});
});
