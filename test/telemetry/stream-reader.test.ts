import {describe, expect, test} from 'vitest';
import {createStreamReader, type ReadLine} from '../../src/telemetry/stream-reader.ts';
import {traceback} from './log.ts';

/** All lines as they are read, a millisecond apart. */
function readAll(log: string): readonly ReadLine[] {
	const reader = createStreamReader();
	return log.split('\n').map((line, index) => reader.read(line, 1000 + index));
}

/** Each entry: what leads it, the lines that belong to it, and the one that tells most. */
function entriesOf(log: string): readonly {readonly head: string; readonly more: number; readonly tells: string}[] {
	const entries: {head: string; more: number; tells: string}[] = [];
	let leading: (typeof entries)[number] | undefined;
	for (const line of readAll(log)) {
		if (line.role === 'head') {
			const entry = {head: line.text, more: 0, tells: ''};
			entries.push(entry);
			if (line.leads) leading = entry;
		} else if (leading !== undefined) {
			leading.more += 1;
			if (line.tells) leading.tells = line.text;
		}
	}
	return entries;
}

const ACCESS = 'INFO:     10.1.2.3:51234 - "GET /a HTTP/1.1" 500 Internal Server Error';
const HEADER = 'ERROR:    Exception in ASGI application';

describe('one entry', () => {
	test.each([
		['a header and its traceback', `${HEADER}\n${traceback("KeyError: 'x'")}`, HEADER, 4, "KeyError: 'x'"],
		[
			'a traceback alone',
			traceback('socket.gaierror: [Errno -2] Name or service not known'),
			'Traceback (most recent call last):',
			3,
			'socket.gaierror: [Errno -2] Name or service not known',
		],
		[
			'gunicorn',
			`[2026-03-01 12:00:00 +0000] [7] [ERROR] Exception in worker process\n${traceback('asyncio.exceptions.CancelledError')}`,
			'[2026-03-01 12:00:00 +0000] [7] [ERROR] Exception in worker process',
			4,
			'asyncio.exceptions.CancelledError',
		],
		[
			'a JSON record before a traceback',
			`{"level":"error","event":"failed"}\n${traceback('ValueError: x')}`,
			'{"level":"error","event":"failed"}',
			4,
			'ValueError: x',
		],
		[
			'a traceback behind a level',
			`ERROR:    ${traceback('OSError: x')}`,
			'ERROR:    Traceback (most recent call last):',
			3,
			'OSError: x',
		],
		[
			'Django',
			`Internal Server Error: /p\n${traceback('ValueError: x')}`,
			'Internal Server Error: /p',
			4,
			'ValueError: x',
		],
		[
			'chained exceptions',
			`${HEADER}\n${traceback('KeyError: 1')}\n\nThe above exception was the direct cause of the following exception:\n\n${traceback('app.Failed: no')}`,
			HEADER,
			11,
			'app.Failed: no',
		],
		[
			'a message of SQLAlchemy',
			`${HEADER}\n${traceback('sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) no')}\n\tIs the server running?\n\n[SQL: SELECT 1\nFROM items\nWHERE id = 1]\n[parameters: {'id': 1}]\n(Background on this error at: https://sqlalche.me/e/20/e3q8)`,
			HEADER,
			11,
			'sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) no',
		],
		[
			'an exception group',
			[
				'  + Exception Group Traceback (most recent call last):',
				'  |   File "/app/main.py", line 1, in <module>',
				'  | ExceptionGroup: two (2 sub-exceptions)',
				'  +-+---------------- 1 ----------------',
				'    | Traceback (most recent call last):',
				'    |   File "/app/main.py", line 2, in a',
				'    | ValueError: a',
				'    +---------------- 2 ----------------',
				'    | KeyError: b',
				'    +------------------------------------',
			].join('\n'),
			'  + Exception Group Traceback (most recent call last):',
			9,
			'    | ValueError: a',
		],
		[
			'Java with causes',
			'2026-03-01T12:00:00.000Z ERROR 1 --- [main] shop.Api : failed\njava.lang.IllegalStateException: no\n\tat shop.Api.x(Api.java:1)\nCaused by: java.io.IOException: closed\n\tat shop.Db.y(Db.java:2)\n\t... 12 more',
			'2026-03-01T12:00:00.000Z ERROR 1 --- [main] shop.Api : failed',
			5,
			'Caused by: java.io.IOException: closed',
		],
		[
			'Node',
			'TypeError: x is not a function\n    at f (/app/a.js:1:2)\n    at g (/app/b.js:3:4) {\n  code: 1\n}',
			'TypeError: x is not a function',
			4,
			'',
		],
		[
			'a panic of Go',
			'panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:12 +0x1d\nexit status 2',
			'panic: boom',
			5,
			'',
		],
		[
			'a panic in a server of Go',
			'2026/03/01 12:00:00 http: panic serving 10.0.0.9:1: boom\ngoroutine 7 [running]:\nnet/http.(*conn).serve.func1()\n\t/go/server.go:1 +0xb',
			'2026/03/01 12:00:00 http: panic serving 10.0.0.9:1: boom',
			3,
			'',
		],
		[
			'a panic of Rust',
			"thread 'main' panicked at src/main.rs:2:5:\nno config\nnote: run with `RUST_BACKTRACE=1`",
			"thread 'main' panicked at src/main.rs:2:5:",
			2,
			'no config',
		],
		[
			'Ruby',
			"app.rb:1:in 'f': boom (RuntimeError)\n\tfrom app.rb:5:in '<main>'",
			"app.rb:1:in 'f': boom (RuntimeError)",
			1,
			'',
		],
		[
			'Postgres',
			'2026-03-01 12:00:00.257 UTC [115] ERROR:  deadlock detected\n2026-03-01 12:00:00.257 UTC [115] DETAIL:  Process 1 waits\n\tfor 2\n2026-03-01 12:00:00.257 UTC [115] STATEMENT:  SELECT 1',
			'2026-03-01 12:00:00.257 UTC [115] ERROR:  deadlock detected',
			3,
			'',
		],
		['an indented list', 'INFO:     routes\n  /a\n  /b', 'INFO:     routes', 2, ''],
		[
			'a log that was cut between frames',
			'    return self.connect()\n  File "/app/db.py", line 3, in connect\n    raise x\nx.OperationalError: y\n(Background on this error at: z)',
			'    return self.connect()',
			4,
			'x.OperationalError: y',
		],
	])('%s', (_name, log, head, more, tells) => {
		expect(entriesOf(log)).toEqual([{head, more, tells}]);
	});
});

describe('what does not belong to it', () => {
	test.each([
		['the next line of the logger', `${traceback('ValueError: x')}\nINFO:     Application startup complete.`],
		['a traceback that no chain announces', `${traceback('ValueError: x')}\n${traceback('KeyError: y')}`],
		['a traceback with a level of its own', `${HEADER}\nERROR:    ${traceback('KeyError: y')}`],
		[
			'another process of Postgres',
			'2026-03-01 12:00:00.257 UTC [115] ERROR:  x\n2026-03-01 12:00:00.257 UTC [116] DETAIL:  y',
		],
		['what is indented before an ordinary line', '    /a\nready'],
		['a line that no trouble announced', `INFO:     ready\n${traceback('ValueError: x')}`],
	])('%s', (_name, log) => {
		expect(entriesOf(log)).toHaveLength(2);
	});

	test('a request that falls into a traceback stands for itself, wherever it falls', () => {
		const lines =
			`${HEADER}\n${traceback('x.OperationalError: y')}\n[SQL: SELECT 1\nFROM items]\n(Background on this error at: z)`.split(
				'\n',
			);
		for (let at = 1; at < lines.length; at++) {
			const entries = entriesOf(lines.toSpliced(at, 0, ACCESS).join('\n'));
			expect(entries).toEqual([
				{head: HEADER, more: lines.length - 1, tells: 'x.OperationalError: y'},
				{head: ACCESS, more: 0, tells: ''},
			]);
		}
	});

	test('nor does a print that falls between the frames', () => {
		const [start = '', ...rest] = traceback('KeyError: 1').split('\n');
		const entries = entriesOf([start, 'cart 7 loaded', ...rest].join('\n'));
		expect(entries.map(({head, more}) => [head, more])).toEqual([
			[start, 3],
			['cart 7 loaded', 0],
		]);
	});

	test('what comes after half a second of silence', () => {
		const reader = createStreamReader();
		expect(reader.read('INFO:     routes', 1000)).toMatchObject({role: 'head', leads: true});
		expect(reader.read('  /a', 1500)).toMatchObject({role: 'more', format: '', message: '  /a'});
		expect(reader.read('  /b', 2001)).toMatchObject({role: 'head', leads: true});
	});

	test('what is longer than a thousand lines', () => {
		const lines = readAll(`routes:\n${'  /a\n'.repeat(2500)}x`);
		expect(lines.filter(({role}) => role === 'head').map(({text}) => text)).toEqual([
			'routes:',
			'  /a',
			'  /a',
			'x',
		]);
	});
});

describe('what is read', () => {
	test('an exception without a level is an error, a panic is fatal', () => {
		expect(readAll(traceback('KeyError: 1'))[0]?.level).toBe('error');
		expect(readAll('java.io.IOException: closed')[0]?.level).toBe('error');
		expect(readAll('fatal error: all goroutines are asleep')[0]?.level).toBe('fatal');
		expect(readAll('hello')[0]).toMatchObject({level: undefined, format: '', message: 'hello'});
	});

	test('formats may change from line to line, and the narrowest wins', () => {
		const clf = '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 12 "-" "curl/8"';
		const log = [
			clf,
			clf,
			`${clf} 17 "api@kubernetes" "http://10.244.0.5:8000" 34ms`,
			clf,
			ACCESS,
			HEADER,
			'{"msg":"x"}',
		];
		expect(readAll(log.join('\n')).map(({format}) => format)).toEqual([
			...['access-log', 'access-log', 'traefik-access', 'access-log', 'uvicorn-access', 'uvicorn', 'json'],
		]);
	});

	test('escape sequences, control characters and what a progress bar overwrote are gone', () => {
		const reader = createStreamReader();
		const textOf = (text: string): string => reader.read(text, 0).text;
		expect(textOf('\u001B[1;31mred\u001B[0m\u001B]0;title\u0007 text\u001B(B')).toBe('red text');
		expect(textOf('a\u0000b\u009Bc\td')).toBe('abc\td');
		expect(textOf('10 %\r50 %\r100 %\r')).toBe('100 %');
		expect(textOf('\u001BPq\u001B\\x\u001B]8;;http://evil')).toBe('x]8;;http://evil');
		expect(textOf('\r')).toBe('');
	});

	test.each([
		[
			'Rails with tags',
			'[a1] Started GET "/a?x=1" for 10.0.0.9 at 2026-03-01 12:00:00 +0000\n[b2] Started POST "/b" for 10.0.0.9 at 2026-03-01 12:00:00 +0000\n[a1] Completed 200 OK in 12ms (Views: 8.0ms)',
			{method: 'GET', path: '/a?x=1', status: 200, durationMs: 12, id: 'a1'},
		],
		[
			'Rails without tags, one request at a time',
			'Started GET "/a" for 10.0.0.9 at 2026-03-01 12:00:00 +0000\nCompleted 200 OK in 12ms (Views: 8.0ms)',
			{method: 'GET', path: '/a'},
		],
		[
			'Rails without tags, two at a time',
			'Started GET "/a" for 10.0.0.9 at 2026-03-01 12:00:00 +0000\nStarted GET "/b" for 10.0.0.9 at 2026-03-01 12:00:00 +0000\nCompleted 200 OK in 12ms (Views: 8.0ms)',
			{method: '', path: '', status: 200},
		],
		[
			'Fastify',
			'{"level":30,"reqId":"req-1","req":{"method":"GET","url":"/a?token=hunter2"},"msg":"incoming request"}\n{"level":30,"reqId":"req-1","res":{"statusCode":200},"responseTime":4.5,"msg":"request completed"}',
			{method: 'GET', path: '/a?token=***', status: 200, durationMs: 4.5, id: 'req-1'},
		],
	])('a request of two lines: %s', (_name, log, request) => {
		const requests = readAll(log).flatMap(line => line.request ?? []);
		expect(requests).toHaveLength(1);
		expect(requests[0]).toMatchObject(request);
	});
});
