import type {BlockedConnection, DatabaseServerReading, PoolerReading} from '../../model/database-server.ts';

/** As the platform gives them. */
type Row = Readonly<Record<string, unknown>>;
type Rows = readonly Row[];

const BLOCKED_MAX = 20;

/** @param answers to `SERVER_QUESTIONS`, statement by statement */
export function serverReadingOf(answers: readonly Rows[]): DatabaseServerReading {
	const [, , settings = [], counts = [], [lasting = {}] = [], held = []] = answers;
	const setting = (name: string): number | undefined =>
		numberIn(settings.find(row => row['name'] === name) ?? {}, 'setting');
	const connections = held.map(connectionOf);
	const blocked = connections.filter(({blockedBy}) => blockedBy.length > 0);
	return {
		system: 'PostgreSQL',
		source: 'pg_stat_activity',
		name: '',
		maxConnections: setting('max_connections'),
		superuserReserved: setting('superuser_reserved_connections'),
		reserved: setting('reserved_connections'),
		connections: counts.reduce((sum, row) => sum + (numberIn(row, 'count') ?? 0), 0),
		byState: summed(counts, row => textIn(row, 'state') || 'not visible'),
		byApplication: summed(counts, row => textIn(row, 'application')),
		byDatabase: summed(counts, row => textIn(row, 'database')),
		longestTransactionMs: numberIn(lasting, 'longest'),
		longestIdleInTransactionMs: numberIn(lasting, 'idle'),
		locksWaiting: numberIn(lasting, 'waiting'),
		blocked: blocked.slice(0, BLOCKED_MAX),
		blocking: connections
			.filter(({blockedBy}) => blockedBy.length === 0)
			.slice(0, BLOCKED_MAX)
			.map(({pid, application, state, ageMs}) => ({pid, application, state, ageMs})),
		measuredAt: undefined,
	};
}

/** @param answers to `POOLER_QUESTIONS`; columns by PgBouncer's documentation of `SHOW POOLS`, `SHOW DATABASES`, `SHOW CONFIG` */
export function poolerReadingOf([pools = [], databases = [], config = []]: readonly Rows[]): PoolerReading {
	const sizes = new Map(databases.map(row => [textIn(row, 'name'), numberIn(row, 'pool_size')]));
	return {
		software: 'PgBouncer',
		maxClients: numberIn(config.find(row => row['key'] === 'max_client_conn') ?? {}, 'value'),
		pools: pools
			// Those of its own console.
			.filter(row => row['database'] !== 'pgbouncer')
			.map(row => {
				const database = textIn(row, 'database');
				const waiting = numberIn(row, 'cl_waiting') ?? 0;
				const waitMs = (numberIn(row, 'maxwait') ?? 0) * 1000 + (numberIn(row, 'maxwait_us') ?? 0) / 1000;
				return {
					database,
					user: textIn(row, 'user'),
					clientsActive: numberIn(row, 'cl_active') ?? 0,
					clientsWaiting: waiting,
					longestWaitMs: waiting === 0 ? undefined : waitMs,
					serversActive: numberIn(row, 'sv_active') ?? 0,
					serversIdle: (numberIn(row, 'sv_idle') ?? 0) + (numberIn(row, 'sv_used') ?? 0),
					size: sizes.get(database),
				};
			}),
	};
}

function connectionOf(row: Row): BlockedConnection {
	const by = row['by'];
	return {
		pid: numberIn(row, 'pid') ?? 0,
		application: textIn(row, 'application'),
		state: textIn(row, 'state'),
		ageMs: numberIn(row, 'age'),
		blockedBy: Array.isArray(by) ? [...new Set(by.map(Number))].filter(Number.isInteger) : [],
	};
}

function summed(rows: Rows, nameOf: (row: Row) => string): ReadonlyMap<string, number> {
	const sums = new Map<string, number>();
	for (const row of rows) {
		const name = nameOf(row);
		sums.set(name, (sums.get(name) ?? 0) + (numberIn(row, 'count') ?? 0));
	}
	return sums;
}

function textIn(row: Row, column: string): string {
	const value = row[column];
	return typeof value === 'string' ? value : '';
}

/** Eight-byte integers come as texts. */
function numberIn(row: Row, column: string): number | undefined {
	const value = row[column];
	const number = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}
