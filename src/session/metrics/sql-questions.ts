/** What is asked of a PostgreSQL in one go. No text of a query is read. All views are there since PostgreSQL 10. */

/**
 * Who may not see a connection sees neither its state nor what sort it is; that it has a database and a user tells that it is a
 * client's.
 */
const CLIENTS = `pid <> pg_backend_pid() AND datid IS NOT NULL AND usesysid IS NOT NULL
	AND (backend_type IS NULL OR backend_type = 'client backend')`;

/** Of all at the same moment; what has begun since then has no age. */
const AGE = `(greatest(0, extract(epoch FROM statement_timestamp() - coalesce(xact_start, query_start))) * 1000)::float8`;

/**
 * Settings, counts, what lasts, who waits, whom for. In a transaction of its own, since settings of the connection would stay with
 * a server connection that a pooler hands to the next client.
 */
export const SERVER_QUESTIONS = [
	'BEGIN READ ONLY',
	"SET LOCAL statement_timeout = '1s'",
	`SELECT name, setting FROM pg_settings
	WHERE name IN ('max_connections', 'superuser_reserved_connections', 'reserved_connections')`,
	`SELECT coalesce(state, '') AS state, coalesce(application_name, '') AS application,
	coalesce(datname, '') AS database, count(*)::int4 AS count
	FROM pg_stat_activity WHERE ${CLIENTS} GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 2000`,
	`SELECT max(${AGE}) FILTER (WHERE xact_start IS NOT NULL) AS longest,
	max(${AGE}) FILTER (WHERE state LIKE 'idle in transaction%') AS idle,
	(SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted)::int4 AS waiting
	FROM pg_stat_activity WHERE ${CLIENTS}`,
	`WITH waiting AS MATERIALIZED (
		SELECT pid, pg_blocking_pids(pid) AS by FROM (SELECT DISTINCT pid FROM pg_locks WHERE NOT granted LIMIT 20) AS ungranted
	)
	SELECT pid, coalesce(application_name, '') AS application, coalesce(state, '') AS state, ${AGE} AS age,
	coalesce(waiting.by, '{}') AS by
	FROM pg_stat_activity LEFT JOIN waiting USING (pid)
	WHERE waiting.pid IS NOT NULL OR pid IN (SELECT unnest(by) FROM waiting)
	ORDER BY age DESC NULLS LAST LIMIT 60`,
	'COMMIT',
].join(';\n');

/** The admin console of PgBouncer answers one question at a time. */
export const POOLER_QUESTIONS = ['SHOW POOLS', 'SHOW DATABASES', 'SHOW CONFIG'];

/** The name under which PgBouncer has its admin console. */
export const POOLER_CONSOLE = 'pgbouncer';
