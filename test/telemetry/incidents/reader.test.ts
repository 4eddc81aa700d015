import {describe, expect, test} from 'vitest';
import type {Level} from '../../../src/model/log.ts';
import type {Heard} from '../../../src/telemetry/incidents/heard.ts';
import {createIncidentReader} from '../../../src/telemetry/incidents/reader.ts';

/** One line, as the line reader hands it on; a millisecond after the one before unless it waits. */
interface Line {
	readonly text: string;
	readonly level?: Level;
	readonly isRequest?: boolean;
	readonly waitsMs?: number;
}

function hear(lines: readonly (Line | string)[]): readonly Heard[] {
	const reader = createIncidentReader();
	const heard: Heard[] = [];
	let at = Date.parse('2026-11-24T12:00:00Z');
	for (const line of lines.map(one => (typeof one === 'string' ? {text: one} : one))) {
		const {text, level, isRequest = false, waitsMs = 1}: Line = line;
		at += waitsMs;
		const found = reader.read(text, at, isRequest, level);
		if (found !== undefined) heard.push(found);
	}
	for (let found = reader.end(); found !== undefined; found = reader.end()) heard.push(found);
	return heard;
}

const request: Line = {text: 'INFO:     10.0.0.1:4 - "GET /x HTTP/1.1" 500 Internal Server Error', isRequest: true};
const traceback = (last: string, place = 'checkout'): readonly (Line | string)[] => [
	{text: 'ERROR:    Exception in ASGI application', level: 'error'},
	'Traceback (most recent call last):',
	'  File "/usr/lib/python3.11/site-packages/starlette/routing.py", line 73, in app',
	'    raise exc',
	`  File "/app/main.py", line 31, in ${place}`,
	'    return totals[key]',
	last,
];
const refused =
	'psycopg.OperationalError: connection failed: connection to server at "db" (10.0.0.7), port 5432 failed: Connection refused';

describe('what is heard', () => {
	test.each<{name: string; lines: readonly (Line | string)[]; hears: readonly string[]}>([
		{
			name: 'an exception, once, in spite of a request in its middle',
			lines: [...traceback("KeyError: 'total'").slice(0, 4), request, ...traceback("KeyError: 'total'").slice(4)],
			hears: ["exception KeyError at app/main.py:31 in checkout: KeyError: 'total'"],
		},
		{
			name: 'two exceptions behind each other are two',
			lines: [...traceback('KeyError: 1'), ...traceback('ValueError: 2', 'pay'), request],
			hears: [
				'exception KeyError at app/main.py:31 in checkout: KeyError: 1',
				'exception ValueError at app/main.py:31 in pay: ValueError: 2',
			],
		},
		{
			name: 'chained exceptions are one, and what the database said is told',
			lines: [
				...traceback(refused),
				'',
				'The above exception was the direct cause of the following exception:',
				'',
				...traceback('app.StoreDown: later').slice(1),
			],
			hears: [
				'trouble refused at app/main.py:31 in checkout: connection failed: connection to server at "db" (10.0.0.7), port 5432 failed: Connection refused',
			],
		},
		{
			name: 'trouble in a line of its own',
			lines: [{text: 'WARNING db: ERROR 1040 (HY000): Too many connections', level: 'warn'}, 'INFO ready'],
			hears: ['trouble slots at : WARNING db: ERROR 1040 (HY000): Too many connections'],
		},
		{
			name: 'what a logger said and the traceback below it are one',
			lines: [
				{text: 'ERROR db: Connection refused', level: 'error'},
				...traceback(refused).slice(1),
				{text: 'INFO next', level: 'info'},
			],
			hears: [
				'trouble refused at app/main.py:31 in checkout: connection failed: connection to server at "db" (10.0.0.7), port 5432 failed: Connection refused',
			],
		},
		{
			name: 'an error of Java below what the logger said, with its cause',
			lines: [
				{text: '2026-11-24 12:00:00.1 ERROR 1 --- [exec-1] o.a.c.C : Servlet.service() threw', level: 'error'},
				'',
				'java.lang.IllegalStateException: no total',
				'\tat com.shop.Cart.total(Cart.java:12)',
				'Caused by: java.lang.NullPointerException: null',
				'\tat com.shop.Price.of(Price.java:7)',
				'\t... 12 more',
			],
			hears: [
				'exception java.lang.NullPointerException at Price.java:7 in com.shop.Price.of: java.lang.NullPointerException: null',
			],
		},
		{
			name: 'a record with its exception in a field',
			lines: [
				{
					text: JSON.stringify({
						level: 'error',
						event: 'failed',
						exception:
							'Traceback (most recent call last):\n  File "/app/main.py", line 9, in pay\nTimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00',
					}),
					level: 'error',
				},
			],
			hears: [
				'trouble pool at app/main.py:9 in pay: TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00',
			],
		},
		{
			name: 'a name that is no database',
			lines: ['httpx.ConnectError: [Errno -3] Temporary failure in name resolution', {...request, waitsMs: 900}],
			hears: ['dns  at : httpx.ConnectError: [Errno -3] Temporary failure in name resolution'],
		},
		{
			name: 'a full disk',
			lines: traceback("OSError: [Errno 28] No space left on device: '/data/upload-4711'"),
			hears: [
				"disk-full /data/upload-# at app/main.py:31 in checkout: OSError: [Errno 28] No space left on device: '/data/upload-4711'",
			],
		},
		{
			name: 'a worker that was silent, and its end only once',
			lines: [
				{text: '[2026-11-24 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)', level: 'fatal'},
				{
					text: '[2026-11-24 12:00:01 +0000] [7] [ERROR] Worker (pid:12) was sent SIGKILL! Perhaps out of memory?',
					level: 'error',
					waitsMs: 1000,
				},
			],
			hears: ['worker-timeout gunicorn at : [2026-11-24 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)'],
		},
		{
			name: 'workers that were killed',
			lines: [
				{text: '[x] [7] [ERROR] Worker (pid:13) was sent SIGKILL! Perhaps out of memory?', level: 'error'},
				{text: 'INFO:     Child process [9] died', level: 'info'},
			],
			hears: [
				'worker-killed gunicorn at : [x] [7] [ERROR] Worker (pid:13) was sent SIGKILL! Perhaps out of memory?',
				'worker-killed uvicorn at : INFO:     Child process [9] died',
			],
		},
		{
			name: 'credentials are masked',
			lines: ['redis.exceptions.ConnectionError: Error 111 connecting to redis://app:geheim@cache:6379. Refused'],
			hears: [
				'exception redis.exceptions.ConnectionError at : redis.exceptions.ConnectionError: Error 111 connecting to redis://app:***@cache:6379. Refused',
			],
		},
	])('$name', ({lines, hears}) => {
		expect(hear(lines).map(({kind, name, where, line}) => `${kind} ${name} at ${where}: ${line}`)).toEqual(hears);
	});
});

test.each<{name: string; lines: readonly (Line | string)[]}>([
	{
		name: 'a normal start and stop',
		lines: ['Started server process [1]', 'Application startup complete.', 'Shutting down', 'Finished'].map(
			text => ({text: `INFO:     ${text}`, level: 'info'}) as const,
		),
	},
	{
		name: 'a planned restart',
		lines: [
			{text: 'WARNING:  Maximum request limit of 1000 exceeded. Terminating process.', level: 'warn'},
			{text: 'INFO:     Child process [9] died', level: 'info', waitsMs: 500},
		],
	},
	{
		name: 'a database that notes whom it refused while it started',
		lines: [
			{text: '2026-11-24 12:00:00.401 UTC [15] FATAL:  the database system is starting up', level: 'fatal'},
			{text: '2026-11-24 12:00:00.401 UTC [15] ERROR:  deadlock detected', level: 'error'},
			{
				text: "2026-11-24T12:00:00.4Z 8 [Warning] [MY-010926] [Server] Access denied for user 'x'@'y'",
				level: 'warn',
			},
		],
	},
	{name: 'a path that looks like trouble', lines: ['10.0.0.1:9 - "GET /x/500?e=Connection%20refused HTTP/1.1" 404']},
	{name: 'requests', lines: [request, request]},
	{name: 'an error of which nothing is known', lines: [{text: 'ERROR could not price the cart', level: 'error'}]},
	{name: 'a program that is asked to end', lines: traceback('asyncio.exceptions.CancelledError')},
	{
		name: 'a connection that is told of as information',
		lines: [{text: 'connection timed out, again', level: 'info'}],
	},
])('nothing is heard of $name', ({lines}) => {
	expect(hear(lines)).toEqual([]);
});

test('what is said late was written when it was written', () => {
	const reader = createIncidentReader();
	reader.read('psycopg.OperationalError: timeout expired', 5_000, false, undefined);
	expect(reader.read('back again', 900_000, false, undefined)?.name).toBe('timeout');
	expect(reader.heardAt).toBe(5_000);
});

describe('whatever comes', () => {
	test('an exception that never ends is kept in bounds, and named', () => {
		const frames = Array.from({length: 50_000}, (_, index) => `  File "/app/deep.py", line ${index}, in again`);
		const [heard, ...more] = hear([
			'Traceback (most recent call last):',
			...frames,
			'RecursionError: too deep',
			'End.',
		]);
		expect([heard?.name, heard?.where, more]).toEqual(['RecursionError', 'app/deep.py:49999 in again', []]);
	});

	test.each([
		'\u0000'.repeat(16_000),
		'{'.repeat(16_000),
		`{"level":"error","exception":${'['.repeat(4_000)}`,
		'a.'.repeat(8_000),
		`Error${':'.repeat(15_000)}`,
		'Caused by: '.repeat(1_400),
		`${'x '.repeat(7_000)}Error`,
		'__proto__',
	])('it takes %#', text => {
		const lines: Line[] = Array.from({length: 20}, () => ({text, level: 'error'}));
		expect(hear(lines).length).toBeLessThanOrEqual(20);
	});
});
