import {asgiTraceback, packaged} from './tracebacks.ts';

/** How SQLAlchemy on psycopg words that it cannot connect: `why` is what the server, or the network, says. */
export function cannotConnect(why: string, host = 'postgres', port = 5432): readonly string[] {
	return asgiTraceback(
		[
			['/app/app/db.py', 33, 'session', 'async with engine.connect() as connection:'],
			[
				packaged('sqlalchemy/engine/default.py'),
				625,
				'connect',
				'return self.loaded_dbapi.connect(*cargs, **cparams)',
			],
			[
				packaged('psycopg/connection_async.py'),
				145,
				'connect',
				'raise type(last_ex)("\\n".join(lines)) from None',
			],
		],
		[
			`sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at "${host}", port ${port} failed: ${why}`,
			'(Background on this error at: https://sqlalche.me/e/20/e3q8)',
		],
	);
}

/** How SQLAlchemy words that no connection of its pool got free in 30 s. */
export function poolTimeout(size: number, maxOverflow: number): readonly string[] {
	return asgiTraceback(
		[
			['/app/app/db.py', 33, 'session', 'async with engine.connect() as connection:'],
			[packaged('sqlalchemy/pool/impl.py'), 166, '_do_get', 'raise exc.TimeoutError('],
		],
		[
			`sqlalchemy.exc.TimeoutError: QueuePool limit of size ${size} overflow ${maxOverflow} reached, connection timed out, timeout 30.00 (Background on this error at: https://sqlalche.me/e/20/3o7r)`,
		],
	);
}

/** What Postgres notes of the same, with its time and the pid of the process that was to serve. */
export function postgresFatal(now: number, pid: number, message: string): string {
	const time = new Date(now).toISOString().slice(0, 23).replace('T', ' ');
	return `${time} UTC [${pid}] FATAL:  ${message}`;
}
