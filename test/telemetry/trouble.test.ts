import {describe, expect, test} from 'vitest';
import {read, traceback} from './log.ts';
import rows, {LIBPQ} from './trouble/examples.ts';

describe('trouble with what a program connects to', () => {
	test.each(rows.map(([category, system, host, port, log]) => ({category, system, host, port, log})))(
		'$category $system $host $port: $log',
		({log, ...expected}) => {
			const {category, system, host, port} = read(log, 'trouble').trouble ?? {};
			expect({category, system, host, port}).toEqual(expected);
		},
	);

	test.each([
		['a request that names it', 'INFO:     10.0.0.1:1 - "GET /search?q=Connection%20refused HTTP/1.1" 200 OK'],
		['a module that is not found', traceback("ModuleNotFoundError: No module named 'redis'")],
		[
			'what a database notes of its clients',
			'2026-03-01 12:00:00.257 UTC [115] FATAL:  sorry, too many clients already',
		],
		[
			'a trouble before the server started',
			'WARNING db: connection to server at "db", port 5432 failed: Connection refused\nINFO:     Application startup complete.',
		],
		[
			'a warning that the program got over',
			`WARNING cache: redis:6379: Connection refused\n${'INFO worked\n'.repeat(20)}ERROR no licence`,
		],
		['a database that accepts', 'postgres:5432 - accepting connections'],
	])('is not %s', (_name, log) => {
		expect(read(log, 'trouble')).toEqual({trouble: undefined});
	});

	test('that an exception was raised for tells more than the exception', () => {
		const log = `${traceback(`psycopg.OperationalError: ${LIBPQ} Connection refused`)}

The above exception was the direct cause of the following exception:

${traceback('RuntimeError: cannot start')}`;
		expect(read(log, 'line')).toEqual({line: `${LIBPQ} Connection refused`});
	});
});
