import {describe, expect, test} from 'vitest';
import {readLastWords} from '../../src/telemetry/last-words.ts';
import {maskCredentials} from '../../src/lib/mask.ts';
import {findCases} from '../support/cases.ts';
import {traceback} from './log.ts';

const SIZE = 64 * 1024;

/** Each is built to keep a reader busy that goes back and forth. */
const hostile: Readonly<Record<string, string>> = {
	letters: 'a'.repeat(SIZE),
	'class names': 'A.'.repeat(SIZE / 2),
	spaces: ' '.repeat(SIZE),
	'spaces in lines': `${' '.repeat(3000)}x\n`.repeat(20),
	braces: '{'.repeat(SIZE),
	'deep JSON': `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`,
	'deep lists': `{"message":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
	'escape sequences': '\u001B['.repeat(SIZE / 2),
	'titles that never end': '\u001B]0;'.repeat(SIZE / 4),
	'frames without an end': '  File "/app/x.py", line 1, in f\n'.repeat(2000),
	'tracebacks that begin': 'Traceback (most recent call last):\n'.repeat(1800),
	'queries that never end': `${traceback('x.Error: y')}\n[SQL: select\n${'a\n'.repeat(30_000)}`,
	'causes of causes': 'Caused by: a.b.Exception: x\n'.repeat(2000),
	goroutines: `panic: x\n${'goroutine 1 [running]:\n'.repeat(2500)}`,
	addresses: '://a:b'.repeat(SIZE / 6),
	passwords: 'password='.repeat(SIZE / 9),
	pg_hba: 'no pg_hba.conf entry for '.repeat(2500),
	relations: 'relation "'.repeat(6000),
	quotes: '"'.repeat(SIZE),
	numbers: '1'.repeat(SIZE),
	'lone surrogates': '\uD800'.repeat(SIZE),
	'nothing but ends': '\n'.repeat(SIZE),
	'carriage returns': 'ten percent\r'.repeat(5000),
	'another language': 'エラー: 接続できません\n'.repeat(3000),
	'dotted words': `${'a.b:c-d '.repeat(8000)}Exception`,
	'brackets and levels': '[ERROR] ['.repeat(7000),
};

describe('a hostile log', () => {
	test.each(Object.entries(hostile))('%s', (_name, log) => {
		for (const text of [log, `2026-03-01T12:00:00.123456789Z ${log}`, `${traceback('ValueError: x')}\n${log}`]) {
			const words = readLastWords(text);
			expect(words.line.length).toBeLessThanOrEqual(300);
			expect(words.tail.length).toBeLessThanOrEqual(20);
			expect(Math.max(0, ...words.tail.map(line => line.length))).toBeLessThanOrEqual(500);
			expect(words.tail.join('\n')).not.toContain('\u001B');
		}
	});

	test('of a longer one the end is read', () => {
		expect(readLastWords(`${'x'.repeat(1_000_000)}\nthe end`).line).toBe('the end');
	});
});

describe('credentials', () => {
	test.each([
		['postgresql://app:hunter2@db:5432/shop', 'postgresql://app:***@db:5432/shop'],
		['postgresql://app:hun@ter2@db:5432/shop', 'postgresql://app:***@db:5432/shop'],
		['postgresql://app:hun/ter2@db:5432/shop', 'postgresql://app:***@db:5432/shop'],
		['https://0123456789abcdef0123456789abcdef@sentry.io/1', 'https://***@sentry.io/1'],
		['app:hunter2@tcp(db:3306)/shop', 'app:***@tcp(db:3306)/shop'],
		['redis://:hunter2@redis:6379/0', 'redis://:***@redis:6379/0'],
		['host=db password=hunter2 user=app', 'host=db password=*** user=app'],
		["{'password': 'hunter2', 'user': 'app'}", "{'password': '***', 'user': 'app'}"],
		['DB_PASSWORD=hunter2', 'DB_PASSWORD=***'],
		['GET /x?token=hunter2&a=1', 'GET /x?token=***&a=1'],
		['Authorization: Bearer hunter2hunter2', 'Authorization: ***'],
		['sent bearer hunter2hunter2', 'sent bearer ***'],
		[
			"[type=missing, input_value={'a': 'hunter2'}, input_type=dict]",
			'[type=missing, input_value=***, input_type=dict]',
		],
		['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-def', 'jwt ***'],
	])('%s', (text, masked) => {
		expect(maskCredentials(text)).toBe(masked);
	});

	test.each([
		'password authentication failed for user "app"',
		"Access denied for user 'app'@'10.1.1.1' (using password: YES)",
		'DB_PASSWORD: field required',
		'secret "db-credentials" not found',
		'http://0.0.0.0:8000',
		'connection to server at "db", port 5432 failed',
	])('are not %s', text => {
		expect(maskCredentials(text)).toBe(text);
	});

	test('are in no field of what is read, even where the log or a line is cut', () => {
		const url = 'postgresql://app:hunter2@db:5432/shop';
		const cutFirst = `app:hunter2@db:5432/shop\n${'x\n'.repeat(SIZE / 2 - 10)}`;
		const logs = [
			traceback(`psycopg.OperationalError: cannot connect to ${url}: Connection refused`),
			`{"level":"error","msg":"cannot connect to ${url}","password":"hunter2"}`,
			`${'x'.repeat(3980)} postgresql://app:hunter2@db`,
			`hunter2@db:5432/shop\n2026-03-01T12:00:00.123456789Z bye`,
			cutFirst,
		];
		for (const log of logs) expect(JSON.stringify(readLastWords(log))).not.toContain('hunter2');
	});
});

const cases = findCases();
if ('skipped' in cases) test.skip(`the logs of recorded cases: ${cases.skipped}`, () => undefined);
else {
	const wordsOf = (id: string, log: RegExp): ReturnType<typeof readLastWords> => {
		const recorded = cases.find(one => one.id.startsWith(id));
		const text = Object.entries(recorded?.logs() ?? {}).find(([name]) => log.test(name))?.[1];
		return readLastWords(text ?? 'no such log');
	};

	describe('recorded logs', () => {
		test.each([...cases])('$id: each has words, and no credentials', recorded => {
			for (const [name, text] of Object.entries(recorded.logs())) {
				const words = readLastWords(text);
				expect([name, words.line === '']).toEqual([name, text.trim() === '']);
				expect(JSON.stringify(words)).not.toContain('shop:shop@');
			}
		});

		test('a module that is missing', () => {
			expect(wordsOf('01', /api$/)).toMatchObject({
				line: "ModuleNotFoundError: No module named 'redis'",
				startup: 'module-missing',
				startupOf: 'redis',
				trouble: undefined,
				exception: {where: 'app/shop/recommendations.py:2 in <module>', atImport: true},
			});
		});

		test('a database that is gone, behind a server that was asked to stop', () => {
			expect(wordsOf('08', /api$/)).toMatchObject({
				trouble: {category: 'refused', system: 'PostgreSQL', host: '10.96.188.190', port: 5432},
				exception: {name: 'sqlalchemy.exc.OperationalError', where: 'app/shop/db.py:34 in ping'},
				stopped: true,
			});
		});

		test('a migration without its table', () => {
			expect(wordsOf('16', /migrate$/)).toMatchObject({
				line: 'psycopg.errors.UndefinedTable: relation "customers" does not exist',
				trouble: {category: 'schema'},
			});
		});

		test('a database without free connections', () => {
			expect(wordsOf('22', /swhwf\/api$/)).toMatchObject({
				startup: 'application-startup',
				trouble: {category: 'slots', host: '10.96.89.142', port: 5432},
				exception: {where: 'app/shop/db.py:43 in prefill'},
			});
		});
	});
}
