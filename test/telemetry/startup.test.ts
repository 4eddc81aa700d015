import {describe, expect, test} from 'vitest';
import type {StartupFailure} from '../../src/telemetry/last-words.ts';
import {read, traceback} from './log.ts';

const OS =
	'  File "/app/shop/config.py", line 3, in <module>\n    url = os.environ["X"]\n  File "<frozen os>", line 679, in __getitem__';

const failures: readonly (readonly [StartupFailure | undefined, string, string])[] = [
	['module-missing', 'redis', traceback("ModuleNotFoundError: No module named 'redis'")],
	['module-missing', 'uvicorn', '/usr/bin/python3: No module named uvicorn'],
	[
		'module-missing',
		'Model',
		traceback("ImportError: cannot import name 'Model' from 'shop.models' (/app/shop/models.py)"),
	],
	[
		'module-missing',
		'libpq.so.5',
		traceback('ImportError: libpq.so.5: cannot open shared object file: No such file or directory'),
	],
	['module-missing', 'main', 'ERROR:    Error loading ASGI app. Could not import module "main".'],
	['module-missing', 'pg', "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'pg' imported from /app/server.js"],
	['module-missing', 'com.shop.App', 'Error: Could not find or load main class com.shop.App'],
	['module-missing', 'pg', "/app/x.rb:1:in `require': cannot load such file -- pg (LoadError)"],
	['setting-missing', 'DATABASE_URL', traceback("KeyError: 'DATABASE_URL'", OS)],
	['setting-missing', 'Mode', traceback("KeyError: 'Mode'", OS)],
	[undefined, '', traceback("KeyError: 'mode'")],
	[
		'setting-missing',
		'database_url',
		traceback(
			'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings\ndatabase_url\n  Field required [type=missing, input_value={}, input_type=dict]\n    For further information visit https://errors.pydantic.dev/2.5/v/missing',
		),
	],
	[
		'setting-missing',
		'pool_size',
		traceback(
			'pydantic.error_wrappers.ValidationError: 2 validation errors for AppConfig\npool_size\n  value is not a valid integer (type=type_error.integer)\nredis_url\n  field required (type=value_error.missing)',
		),
	],
	[
		undefined,
		'',
		traceback(
			'pydantic_core._pydantic_core.ValidationError: 1 validation error for Item\nprice\n  Field required [type=missing]',
		),
	],
	[
		'setting-missing',
		'SECRET_KEY',
		traceback('django.core.exceptions.ImproperlyConfigured: Set the SECRET_KEY environment variable'),
	],
	[
		'setting-missing',
		'API_URL',
		traceback('decouple.UndefinedValueError: API_URL not found. Declare it as envvar or define a default value.'),
	],
	['setting-missing', 'DATABASE_URL', 'error: Environment variable not found: DATABASE_URL.'],
	['setting-missing', 'DB_HOST', 'panic: required key DB_HOST missing value'],
	['setting-missing', 'STRIPE_KEY', 'Error: Missing required environment variable: STRIPE_KEY'],
	['setting-missing', 'STRIPE_KEY', 'fatal: STRIPE_KEY is not set'],
	[
		'setting-missing',
		'app.mode',
		"Caused by: java.lang.IllegalArgumentException: Could not resolve placeholder 'app.mode' in value",
	],
	['setting-missing', 'DB_HOST', '/start.sh: line 3: DB_HOST: unbound variable'],
	[
		'setting-missing',
		'POSTGRES_PASSWORD',
		'Error: Database is uninitialized and superuser password is not specified.\n       You must specify POSTGRES_PASSWORD to a non-empty value for the',
	],
	['wrong-architecture', '', 'exec /usr/local/bin/python: exec format error'],
	['wrong-architecture', '', 'standard_init_linux.go:228: exec user process caused: exec format error'],
	[
		'address-in-use',
		'8000',
		"ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use",
	],
	[
		'address-in-use',
		'3000',
		'Error: listen EADDRINUSE: address already in use :::3000\n    at Server.setupListenHandle [as _listen2] (node:net:1898:16)',
	],
	['address-in-use', '8080', '2026/03/01 12:00:00 listen tcp :8080: bind: address already in use'],
	['address-in-use', '8000', "[2026-03-01 12:00:00 +0000] [1] [ERROR] Connection in use: ('0.0.0.0', 8000)"],
	[
		'port-forbidden',
		'80',
		"ERROR:    [Errno 13] error while attempting to bind on address ('0.0.0.0', 80): permission denied",
	],
	['port-forbidden', '80', 'nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)'],
	[
		'file',
		'/etc/app/config.yaml',
		traceback("FileNotFoundError: [Errno 2] No such file or directory: '/etc/app/config.yaml'"),
	],
	['file', '/app/main.py', "python: can't open file '/app/main.py': [Errno 2] No such file or directory"],
	['file', '/app/entry.sh', 'exec /app/entry.sh: no such file or directory'],
	['file', 'gunicorn', '/bin/sh: 1: gunicorn: not found'],
	['file', '/etc/app.toml', '2026/03/01 12:00:00 open /etc/app.toml: no such file or directory'],
	['file', '/app/package.json', "npm ERR! enoent ENOENT: no such file or directory, open '/app/package.json'"],
	['forbidden', '/data/cache', traceback("PermissionError: [Errno 13] Permission denied: '/data/cache'")],
	['forbidden', '/app/out.log', traceback("OSError: [Errno 30] Read-only file system: '/app/out.log'")],
	['forbidden', '/data', 'mkdir: cannot create directory ‘/data’: Permission denied'],
	[
		'forbidden',
		'/var/cache/nginx/client_temp',
		'nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (13: Permission denied)',
	],
	['disk-full', '/data/x', traceback("OSError: [Errno 28] No space left on device: '/data/x'")],
	['memory', '', traceback('MemoryError')],
	[
		'memory',
		'',
		`<--- Last few GCs --->\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n${' 1: 0xb7c8e0 node::Abort() [node]\n'.repeat(20)}`,
	],
	[
		'memory',
		'',
		'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space\n\tat com.shop.App.main(App.java:1)',
	],
	[undefined, '', traceback('torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB')],
	[
		'application-startup',
		'',
		`${traceback('ValueError: bad rate')}\n\nERROR:    Application startup failed. Exiting.`,
	],
	[
		'worker-boot',
		'',
		`[2026-03-01 12:00:00 +0000] [7] [ERROR] Exception in worker process\n${traceback('ValueError: bad rate')}\n[2026-03-01 12:00:00 +0000] [1] [ERROR] Reason: Worker failed to boot.`,
	],
	['application-load', 'app', 'ERROR:    Error loading ASGI app. Attribute "app" not found in module "main".'],
	[
		'application-load',
		'app',
		"Failed to find attribute 'app' in 'main'.\n[2026-03-01 12:00:00 +0000] [1] [ERROR] Reason: App failed to load.",
	],
	[undefined, '', 'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)'],
];

describe('known words of a program that could not start', () => {
	test.each(failures.map(([startup, startupOf, log]) => ({startup, startupOf, log})))(
		'$startup $startupOf: $log',
		({log, ...expected}) => {
			expect(read(log, 'startup', 'startupOf')).toEqual(expected);
		},
	);
});

const lines: readonly (readonly [string, string, string])[] = [
	[
		'the class and the field of a validation',
		traceback(
			"pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings\ndatabase_url\n  Field required [type=missing, input_value={'password': 'hunter2'}, input_type=dict]",
		),
		'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings: database_url: Field required',
	],
	[
		'not that it did not start',
		`${traceback('ValueError: bad rate')}\nERROR:    Application startup failed. Exiting.`,
		'ValueError: bad rate',
	],
	[
		'a silent worker, not the kill after it',
		`[2026-03-01 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)
[2026-03-01 12:00:01 +0000] [7] [ERROR] Worker (pid:12) was sent SIGKILL! Perhaps out of memory?
[2026-03-01 12:00:01 +0000] [13] [INFO] Booting worker with pid: 13`,
		'[2026-03-01 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)',
	],
	[
		'a worker that was killed without having been silent',
		'[2026-03-01 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:11)\n[2026-03-01 12:00:01 +0000] [7] [ERROR] Worker (pid:12) was sent SIGKILL! Perhaps out of memory?',
		'[2026-03-01 12:00:01 +0000] [7] [ERROR] Worker (pid:12) was sent SIGKILL! Perhaps out of memory?',
	],
	[
		'an error by its own word, not the routine after it',
		'2026-03-01 12:00:00,123 ERROR [app] cannot read the licence\n2026-03-01 12:00:00,124 INFO [app] bye',
		'2026-03-01 12:00:00,123 ERROR [app] cannot read the licence',
	],
	[
		'a record of the level error',
		'{"level":"fatal","msg":"cannot read the licence"}\n{"level":"info","msg":"bye"}',
		'cannot read the licence',
	],
	['levels of pino', '{"level":50,"msg":"cannot start"}\n{"level":30,"msg":"bye"}', 'cannot start'],
	[
		'levels of Python',
		'{"levelno":30,"levelname":"WARNING","message":"a"}\n{"levelname":"ERROR","message":"b"}\n{"levelname":"INFO","message":"c"}',
		'b',
	],
	['the last line of a log that knows no errors', 'hello\n\n}\n^^^^', 'hello'],
	['nothing of a log without words', '\n \n', ''],
	[
		'nothing of the kubelet that has thrown the log away',
		'unable to retrieve container logs for containerd://2523a6487dc9',
		'',
	],
];

describe('the line that tells most', () => {
	test.each(lines.map(([name, log, line]) => ({name, log, line})))('$name', ({log, line}) => {
		expect(read(log, 'line')).toEqual({line});
	});
});

test.each([
	['INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)', '0.0.0.0', 8000],
	['INFO:     Uvicorn running on http://[::]:8000 (Press CTRL+C to quit)', '::', 8000],
	['[2026-03-01 12:00:00 +0000] [1] [INFO] Listening at: http://127.0.0.1:3000 (1)', '127.0.0.1', 3000],
	['Tomcat started on port 8080 (http) with context path', '', 8080],
	['Server listening on port 3000', '', 3000],
	['[GIN-debug] Listening and serving HTTP on :8080', '', 8080],
	['Now listening on: http://[::]:8080', '::', 8080],
	['2026-03-01 12:00:00.1 UTC [1] LOG:  listening on IPv4 address "0.0.0.0", port 5432', '0.0.0.0', 5432],
])('where it listens: %s', (log, host, port) => {
	expect(read(log, 'listensOn')).toEqual({listensOn: {host, port}});
});

test.each([
	['INFO:     Shutting down\nINFO:     Finished server process [1]', true],
	['[2026-03-01 12:00:00 +0000] [1] [INFO] Handling signal: term', true],
	['ERROR:    Application startup failed. Exiting.', false],
])('whether it was asked to stop: %s', (log, stopped) => {
	expect(read(log, 'stopped')).toEqual({stopped});
});
