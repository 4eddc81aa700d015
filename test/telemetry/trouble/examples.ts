import type {LoggedTrouble} from '../../../src/telemetry/last-words.ts';
import {traceback} from '../log.ts';

/** Category, system, host, port, and the log that tells of them: the words of each driver. */
type Row = readonly [LoggedTrouble['category'], string, string, number | undefined, string];

export const LIBPQ = 'connection to server at "db" (10.0.0.7), port 5432 failed:';
const POOL = '  File "/app/site/asyncpg/pool.py", line 865, in _acquire\n    await self._queue.get()';
const CONNECT = '  File "/app/site/asyncpg/connect_utils.py", line 932, in _connect\n    await connect()';

export default [
	// libpq: psycopg2, psycopg 3, SQLAlchemy, Django
	['refused', 'PostgreSQL', 'db', 5432, `psycopg2.OperationalError: ${LIBPQ} Connection refused`],
	[
		'refused',
		'PostgreSQL',
		'db',
		5433,
		traceback(
			'psycopg2.OperationalError: could not connect to server: Connection refused\n\tIs the server running on host "db" (10.0.0.7) and accepting\n\tTCP/IP connections on port 5433?',
		),
	],
	[
		'refused',
		'PostgreSQL',
		'10.0.0.7',
		5432,
		traceback(
			`django.db.utils.OperationalError: connection failed: connection to server at "10.0.0.7", port 5432 failed: Connection refused`,
		),
	],
	[
		'dns',
		'PostgreSQL',
		'postgrs',
		undefined,
		"sqlalchemy.exc.OperationalError: (psycopg.OperationalError) failed to resolve host 'postgrs': [Errno -2] Name or service not known",
	],
	[
		'dns',
		'PostgreSQL',
		'postgres',
		undefined,
		'psycopg2.OperationalError: could not translate host name "postgres" to address: Name or service not known',
	],
	[
		'timeout',
		'PostgreSQL',
		'db',
		5432,
		traceback(`sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) ${LIBPQ} timeout expired`),
	],
	['timeout', 'PostgreSQL', 'db', 5432, traceback(`psycopg.OperationalError: ${LIBPQ} Connection timed out`)],
	[
		'slots',
		'PostgreSQL',
		'db',
		5432,
		traceback(`psycopg.OperationalError: ${LIBPQ} FATAL:  sorry, too many clients already`),
	],
	[
		'slots',
		'PostgreSQL',
		'db',
		5432,
		traceback(
			`psycopg.OperationalError: ${LIBPQ} FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute`,
		),
	],
	[
		'starting',
		'PostgreSQL',
		'db',
		5432,
		traceback(`psycopg.OperationalError: ${LIBPQ} FATAL:  the database system is starting up`),
	],
	[
		'auth',
		'PostgreSQL',
		'db',
		5432,
		traceback(`psycopg.OperationalError: ${LIBPQ} FATAL:  password authentication failed for user "app"`),
	],
	[
		'auth',
		'PostgreSQL',
		'db',
		5432,
		traceback(`psycopg.OperationalError: ${LIBPQ} FATAL:  database "shop" does not exist`),
	],
	[
		'tls',
		'PostgreSQL',
		'db',
		5432,
		traceback(
			`psycopg.OperationalError: ${LIBPQ} FATAL:  no pg_hba.conf entry for host "10.1.1.1", user "u", database "d", no encryption`,
		),
	],
	[
		'auth',
		'PostgreSQL',
		'db',
		5432,
		traceback(
			`psycopg.OperationalError: ${LIBPQ} FATAL:  no pg_hba.conf entry for host "10.1.1.1", user "u", database "d", SSL encryption`,
		),
	],
	[
		'tls',
		'PostgreSQL',
		'db',
		5432,
		traceback(`psycopg2.OperationalError: ${LIBPQ} server does not support SSL, but SSL was required`),
	],
	[
		'lost',
		'PostgreSQL',
		'db',
		5432,
		traceback(
			`psycopg2.OperationalError: ${LIBPQ} server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally`,
		),
	],
	[
		'pool',
		'PostgreSQL',
		'',
		undefined,
		traceback("psycopg_pool.PoolTimeout: couldn't get a connection after 30.00 sec"),
	],
	[
		'schema',
		'PostgreSQL',
		'',
		undefined,
		traceback('psycopg.errors.UndefinedTable: relation "customers" does not exist'),
	],
	[
		'schema',
		'',
		'',
		undefined,
		traceback("alembic.util.exc.CommandError: Can't locate revision identified by '7f3a'"),
	],
	['deadlock', 'PostgreSQL', '', undefined, traceback('psycopg.errors.DeadlockDetected: deadlock detected')],
	[
		'statement-timeout',
		'PostgreSQL',
		'',
		undefined,
		traceback('psycopg.errors.QueryCanceled: canceling statement due to statement timeout'),
	],
	[
		'lock-timeout',
		'PostgreSQL',
		'',
		undefined,
		traceback('psycopg.errors.LockNotAvailable: canceling statement due to lock timeout'),
	],
	// SQLAlchemy's pool
	[
		'pool',
		'',
		'',
		undefined,
		traceback(
			'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00 (Background on this error at: https://sqlalche.me/e/20/3o7r)',
		),
	],
	// asyncio, asyncpg
	[
		'refused',
		'PostgreSQL',
		'10.0.0.7',
		5432,
		traceback("ConnectionRefusedError: [Errno 111] Connect call failed ('10.0.0.7', 5432)"),
	],
	[
		'refused',
		'PostgreSQL',
		'::1',
		5432,
		traceback(
			"OSError: Multiple exceptions: [Errno 111] Connect call failed ('::1', 5432, 0, 0), [Errno 111] Connect call failed ('127.0.0.1', 5432)",
		),
	],
	['dns', 'PostgreSQL', '', undefined, traceback('socket.gaierror: [Errno -2] Name or service not known', CONNECT)],
	[
		'lost',
		'PostgreSQL',
		'',
		undefined,
		traceback('asyncpg.exceptions.ConnectionDoesNotExistError: connection was closed in the middle of operation'),
	],
	[
		'slots',
		'PostgreSQL',
		'',
		undefined,
		traceback('asyncpg.exceptions.TooManyConnectionsError: sorry, too many clients already'),
	],
	[
		'starting',
		'PostgreSQL',
		'',
		undefined,
		traceback('asyncpg.exceptions.CannotConnectNowError: the database system is starting up'),
	],
	[
		'tls',
		'PostgreSQL',
		'db',
		5432,
		traceback('ConnectionError: PostgreSQL server at "db:5432" rejected SSL upgrade'),
	],
	['pool', 'PostgreSQL', '', undefined, traceback('TimeoutError', POOL)],
	['timeout', 'PostgreSQL', '', undefined, traceback('asyncio.exceptions.TimeoutError', CONNECT)],
	// Others of Python
	[
		'slots',
		'MySQL',
		'',
		undefined,
		traceback("sqlalchemy.exc.OperationalError: (pymysql.err.OperationalError) (1040, 'Too many connections')"),
	],
	[
		'refused',
		'MySQL',
		'db',
		undefined,
		traceback(
			"pymysql.err.OperationalError: (2003, \"Can't connect to MySQL server on 'db' ([Errno 111] Connection refused)\")",
		),
	],
	[
		'dns',
		'MySQL',
		'db',
		undefined,
		traceback(
			"pymysql.err.OperationalError: (2003, \"Can't connect to MySQL server on 'db' ([Errno -2] Name or service not known)\")",
		),
	],
	[
		'auth',
		'MySQL',
		'',
		undefined,
		traceback(
			"pymysql.err.OperationalError: (1045, \"Access denied for user 'app'@'10.1.1.1' (using password: YES)\")",
		),
	],
	[
		'refused',
		'Redis',
		'redis',
		6379,
		traceback('redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.'),
	],
	[
		'dns',
		'Redis',
		'redis',
		6379,
		traceback('redis.exceptions.ConnectionError: Error -2 connecting to redis:6379. Name or service not known.'),
	],
	['pool', 'Redis', '', undefined, traceback('redis.exceptions.MaxConnectionsError: Too many connections')],
	[
		'auth',
		'Redis',
		'',
		undefined,
		traceback(
			'redis.exceptions.AuthenticationError: WRONGPASS invalid username-password pair or user is disabled.',
		),
	],
	[
		'refused',
		'',
		'users',
		8080,
		traceback(
			"requests.exceptions.ConnectionError: HTTPConnectionPool(host='users', port=8080): Max retries exceeded with url: /v1 (Caused by NewConnectionError('<x>: Failed to establish a new connection: [Errno 111] Connection refused'))",
		),
	],
	// Node
	[
		'refused',
		'PostgreSQL',
		'10.0.0.7',
		5432,
		'Error: connect ECONNREFUSED 10.0.0.7:5432\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)',
	],
	[
		'dns',
		'PostgreSQL',
		'postgres',
		undefined,
		'Error: getaddrinfo ENOTFOUND postgres\n    at GetAddrInfoReqWrap.onlookup [as oncomplete] (node:dns:107:26)',
	],
	[
		'auth',
		'PostgreSQL',
		'',
		undefined,
		'error: password authentication failed for user "app"\n    at Parser.parseErrorMessage (/app/node_modules/pg-protocol/dist/parser.js:278:11)\n    at Client._connect (/app/node_modules/pg/lib/client.js:1:1)',
	],
	[
		'refused',
		'PostgreSQL',
		'postgres',
		5432,
		"PrismaClientInitializationError: Can't reach database server at `postgres:5432`\n    at x (/app/node_modules/@prisma/client/runtime/library.js:1:1)",
	],
	// Go
	['refused', 'PostgreSQL', '10.0.0.7', 5432, 'panic: dial tcp 10.0.0.7:5432: connect: connection refused'],
	[
		'dns',
		'PostgreSQL',
		'postgres',
		undefined,
		'2026/03/01 12:00:00 dial tcp: lookup postgres on 10.96.0.10:53: no such host',
	],
	[
		'refused',
		'PostgreSQL',
		'postgres',
		5432,
		'2026/03/01 12:00:00 failed to connect to `user=app database=shop`: 10.0.0.7:5432 (postgres): dial error: dial tcp 10.0.0.7:5432: connect: connection refused',
	],
	['timeout', 'PostgreSQL', '10.0.0.7', 5432, '2026/03/01 12:00:00 dial tcp 10.0.0.7:5432: i/o timeout'],
	['slots', 'PostgreSQL', '', undefined, '2026/03/01 12:00:00 pq: sorry, too many clients already'],
	// Java, .NET
	[
		'refused',
		'PostgreSQL',
		'postgres',
		5432,
		'Caused by: org.postgresql.util.PSQLException: Connection to postgres:5432 refused. Check that the hostname and port are correct',
	],
	['dns', 'PostgreSQL', 'postgres', undefined, 'Caused by: java.net.UnknownHostException: postgres'],
	[
		'pool',
		'',
		'',
		undefined,
		'java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms (total=10, active=10, idle=0, waiting=3)',
	],
	[
		'refused',
		'PostgreSQL',
		'10.0.0.7',
		5432,
		'Unhandled exception. Npgsql.NpgsqlException (0x80004005): Failed to connect to 10.0.0.7:5432\n ---> System.Net.Sockets.SocketException (111): Connection refused',
	],
	// Shells, PgBouncer
	['refused', 'PostgreSQL', 'postgres', 5432, 'postgres:5432 - no response'],
	['starting', 'PostgreSQL', 'postgres', 5432, 'postgres:5432 - rejecting connections'],
	['dns', 'PostgreSQL', 'postgres', 5432, "nc: bad address 'postgres:5432'"],
	[
		'timeout',
		'PostgreSQL',
		'postgres',
		5432,
		'wait-for-it.sh: timeout occurred after waiting 15 seconds for postgres:5432',
	],
	[
		'proxy',
		'PgBouncer',
		'',
		undefined,
		'2026-03-01 12:00:00.123 UTC [1] WARNING C-0x55d0: (nodb)/(nouser)@(unknown) pooler error: no more connections allowed (max_client_conn)',
	],
	// In a record
	[
		'refused',
		'PostgreSQL',
		'10.0.0.7',
		5432,
		JSON.stringify({
			level: 'error',
			message: 'not ready',
			exception: traceback("ConnectionRefusedError: [Errno 111] Connect call failed ('10.0.0.7', 5432)"),
		}),
	],
	[
		'refused',
		'Redis',
		'redis',
		6379,
		JSON.stringify({level: 'error', msg: 'redis: dial tcp: connect to redis:6379: connection refused'}),
	],
	// Known by where the connection string goes
	[
		'timeout',
		'PostgreSQL',
		'db',
		5432,
		'ERROR cannot reach postgresql://app:secret@db:5432/shop: connection timed out',
	],
] satisfies readonly Row[];
