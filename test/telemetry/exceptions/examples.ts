import {traceback} from '../log.ts';

/** What a program wrote, and what must be read of it. */
export interface ExceptionExample {
	readonly name: string;
	readonly log: string;
	readonly line: string;
	readonly where?: string;
	readonly exception?: string;
	readonly atImport?: boolean;
}

const REFUSED = 'connection to server at "10.0.0.7", port 5432 failed: Connection refused';

export default [
	{
		name: 'a module that is not there, deep inside of importlib',
		log: `Traceback (most recent call last):
  File "<frozen importlib._bootstrap>", line 1206, in _gcd_import
  File "/app/site/uvicorn/importer.py", line 22, in import_from_string
    module = importlib.import_module(module_str)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/app/shop/recommendations.py", line 2, in <module>
    import redis
ModuleNotFoundError: No module named 'redis'`,
		line: "ModuleNotFoundError: No module named 'redis'",
		where: 'app/shop/recommendations.py:2 in <module>',
		exception: 'ModuleNotFoundError',
		atImport: true,
	},
	{
		name: 'chained exceptions: the last is what it ended with',
		log: `${traceback('KeyError: 1')}

During handling of the above exception, another exception occurred:

${traceback('ValueError: bad mode', '  File "/app/shop/modes.py", line 7, in mode')}`,
		line: 'ValueError: bad mode',
		where: 'app/shop/modes.py:7 in mode',
	},
	{
		name: 'SQLAlchemy: what the database said, though its message goes on over lines and words follow',
		log: `ERROR:    Traceback (most recent call last):
  File "/app/site/psycopg/connection.py", line 118, in connect
    raise last_ex.with_traceback(None)
psycopg.OperationalError: connection failed: ${REFUSED}
\tIs the server running on that host and accepting TCP/IP connections?

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/app/shop/main.py", line 46, in lifespan
    await prefill()
  File "/usr/lib/python3.11/contextlib.py", line 204, in __aenter__
    return await anext(self.gen)
sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: ${REFUSED}
\tIs the server running on that host and accepting TCP/IP connections?
(Background on this error at: https://sqlalche.me/e/20/e3q8)

ERROR:    Application startup failed. Exiting.`,
		line: `connection failed: ${REFUSED}`,
		where: 'app/shop/main.py:46 in lifespan',
		exception: 'sqlalchemy.exc.OperationalError',
		atImport: false,
	},
	{
		name: 'SQLAlchemy: the class of the driver where it says more than an operational error',
		log: `${traceback(`sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedColumn) column items.price does not exist
LINE 1: SELECT items.id, items.price
                         ^
[SQL: SELECT items.id, items.price
FROM items
WHERE items.id = %(pk_1)s]
[parameters: {'pk_1': 3}]
(Background on this error at: https://sqlalche.me/e/20/f405)`)}
INFO:     Finished server process [1]`,
		line: 'psycopg.errors.UndefinedColumn: column items.price does not exist',
	},
	{
		name: 'an exception group: what is inside',
		log: `  + Exception Group Traceback (most recent call last):
  |   File "/app/shop/main.py", line 3, in <module>
  |     asyncio.run(main())
  | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/app/shop/a.py", line 5, in a
    |     raise ValueError('a')
    | ValueError: a
    +---------------- 2 ----------------
    | Traceback (most recent call last):
    |   File "/app/shop/b.py", line 9, in b
    |     raise TypeError('b')
    | TypeError: b
    +------------------------------------`,
		line: 'TypeError: b',
		where: 'app/shop/b.py:9 in b',
	},
	{
		name: 'access lines fall into it, since they go to another stream',
		log: `Traceback (most recent call last):
  File "/app/shop/main.py", line 12, in handler
INFO:     10.1.2.3:51234 - "GET /a%20b?x=%22 HTTP/1.1" 503 Service Unavailable
INFO:      - "GET /health HTTP/2" 299 
    compute()
INFO:     Waiting for application shutdown.
    ^^^^^^^^^
ZeroDivisionError: division by zero`,
		line: 'ZeroDivisionError: division by zero',
		where: 'app/shop/main.py:12 in handler',
	},
	{
		name: 'a syntax error, whose frame has no function',
		log: `  File "/app/shop/main.py", line 3
    def broken(
              ^
SyntaxError: '(' was never closed`,
		line: "SyntaxError: '(' was never closed",
		where: 'app/shop/main.py:3',
		atImport: true,
	},
	{
		name: 'a traceback whose beginning is cut off',
		log: `ing(self)
  File "/app/shop/db.py", line 8, in connect
    raise error
socket.gaierror: [Errno -2] Name or service not known`,
		line: 'socket.gaierror: [Errno -2] Name or service not known',
		where: 'app/shop/db.py:8 in connect',
	},
	{
		name: 'a class without a message',
		log: traceback('asyncio.exceptions.TimeoutError'),
		line: 'asyncio.exceptions.TimeoutError',
	},
	{
		name: 'what is raised in a program that is asked to end is no reason',
		log: `${traceback('ValueError: the reason')}
INFO:     Shutting down
${traceback('asyncio.exceptions.CancelledError')}

During handling of the above exception, another exception occurred:

${traceback('KeyboardInterrupt')}`,
		line: 'ValueError: the reason',
	},
	{
		name: 'a JSON record with a printed traceback',
		log: JSON.stringify({
			event: 'startup failed',
			level: 'error',
			timestamp: '2026-03-01T12:00:00.5Z',
			exception: traceback('RuntimeError: no licence'),
		}),
		line: 'RuntimeError: no licence',
		where: 'app/shop/main.py:31 in lifespan',
	},
	{
		name: 'a JSON record with an exception taken apart (structlog)',
		log: JSON.stringify({event: 'x', exception: [{exc_type: 'ValueError', exc_value: 'bad mode', frames: []}]}),
		line: 'ValueError: bad mode',
	},
	{
		name: 'a JSON record of pino',
		log: JSON.stringify({
			level: 60,
			time: 1772366400500,
			msg: 'cannot start',
			err: {
				type: 'TypeError',
				message: 'x is not a function',
				stack: 'TypeError: x is not a function\n    at start (/app/src/server.js:10:5)',
			},
		}),
		line: 'TypeError: x is not a function',
		where: 'app/src/server.js:10 in start',
	},
	{
		name: 'Node: a module that is not there, and what is printed below',
		log: `node:internal/modules/cjs/loader:1148
  throw err;
  ^

Error: Cannot find module 'express'
Require stack:
- /app/src/server.js
    at Module._resolveFilename (node:internal/modules/cjs/loader:1145:15)
    at Module.require (/app/node_modules/x/index.js:1:1)
    at Object.<anonymous> (/app/src/server.js:1:17) {
  code: 'MODULE_NOT_FOUND',
  requireStack: [ '/app/src/server.js' ]
}

Node.js v20.11.0
npm ERR! code ELIFECYCLE`,
		line: "Error: Cannot find module 'express'",
		where: 'app/src/server.js:1 in Object.<anonymous>',
	},
	{
		name: 'Java: the innermost cause',
		log: `2026-03-01T12:00:00.000Z ERROR 1 --- [main] o.s.boot.SpringApplication : Application run failed
org.springframework.beans.factory.BeanCreationException: Error creating bean with name 'db'
\tat org.springframework.boot.SpringApplication.run(SpringApplication.java:300)
\tat com.shop.App.main(App.java:12)
Caused by: java.lang.IllegalStateException: no such mode: fast
\tat com.shop.Modes.of(Modes.java:31)
\t... 12 common frames omitted`,
		line: 'java.lang.IllegalStateException: no such mode: fast',
		where: 'Modes.java:31 in com.shop.Modes.of',
	},
	{
		name: 'Spring Boot says it in a sentence',
		log: `***************************
APPLICATION FAILED TO START
***************************

Description:

Web server failed to start. Port 8080 was already in use.

Action:

Identify and stop the process that's listening on port 8080`,
		line: 'Web server failed to start. Port 8080 was already in use.',
	},
	{
		name: 'Go: a panic',
		log: `panic: runtime error: invalid memory address or nil pointer dereference
[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f0b2]

goroutine 1 [running]:
main.load(0x0)
\t/app/load.go:17 +0x12
main.main()
\t/app/main.go:9 +0x1d
exit status 2`,
		line: 'panic: runtime error: invalid memory address or nil pointer dereference',
		where: 'app/load.go:17 in main.load',
	},
	{
		name: 'Rust: the message has a line of its own',
		log: "thread 'main' panicked at src/main.rs:5:10:\ncalled `Option::unwrap()` on a `None` value\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace",
		line: 'panic: called `Option::unwrap()` on a `None` value',
		where: 'src/main.rs:5',
	},
	{
		name: 'Ruby',
		log: '/app/config.rb:3:in `fetch\': key not found: "DATABASE_URL" (KeyError)\n\tfrom /app/config.rb:3:in `<main>\'',
		line: 'KeyError: key not found: "DATABASE_URL"',
		where: 'app/config.rb:3',
	},
	{
		name: '.NET: the innermost',
		log: `Unhandled exception. System.InvalidOperationException: cannot start
 ---> System.ArgumentException: bad mode
   at Shop.Modes.Of(String name) in /src/Modes.cs:line 31
   --- End of inner exception stack trace ---
   at Shop.Program.Main() in /src/Program.cs:line 3`,
		line: 'System.ArgumentException: bad mode',
	},
	{
		name: 'PHP',
		log: 'PHP Fatal error:  Uncaught PDOException: SQLSTATE[42S02]: no such mode in /app/x.php:3',
		line: 'PDOException: SQLSTATE[42S02]: no such mode in /app/x.php:3',
	},
	{
		name: 'an exception without its traceback',
		log: 'INFO:     starting\nValueError: no such mode: fast',
		line: 'ValueError: no such mode: fast',
	},
] satisfies readonly ExceptionExample[];
