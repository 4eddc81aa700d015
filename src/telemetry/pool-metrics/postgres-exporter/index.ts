import type {DatabaseServerReading} from '../../../model/database-server.ts';
import {definePoolMetric, type NamedSample} from '../../contract.ts';
import {groupSamples, labelOf} from '../../exposition/samples.ts';
import {maxOf, sumOf, sumsBy, UNKNOWN_SERVER} from '../../exposition/server-reading.ts';

const ACTIVITY = 'pg_stat_activity_count';
const BACKENDS = 'pg_stat_database_numbackends';
const DURATION = 'pg_stat_activity_max_tx_duration';
const MAX = 'pg_settings_max_connections';
const SUPERUSER = 'pg_settings_superuser_reserved_connections';
const RESERVED = 'pg_settings_reserved_connections';
const names = [ACTIVITY, BACKENDS, DURATION, MAX, SUPERUSER, RESERVED];

/** @see https://github.com/prometheus-community/postgres_exporter */
export default definePoolMetric({
	id: 'postgres-exporter',
	title: 'postgres_exporter',
	names,
	read(samples) {
		// Empty when it looks at one server only.
		const servers = groupSamples(samples, names, sample => labelOf(sample, ['server']));
		return {servers: servers.keys.map(server => readingOf(server, name => servers.of(name, server)))};
	},
});

function readingOf(server: string, of: (name: string) => readonly NamedSample[]): DatabaseServerReading {
	const clients = of(ACTIVITY).filter(({labels}) => (labels.get('backend_type') ?? CLIENT) === CLIENT);
	// Newer ones say what a connection waits for.
	const knowsWaits = clients.some(({labels}) => labels.has('wait_event_type'));
	const durations = of(DURATION).filter(({labels}) => labels.get('state') !== 'idle');
	const ofDatabases = of(BACKENDS).filter(sample => labelOf(sample, ['datname']) !== '');
	const longest = maxOf(durations);
	const longestIdle = maxOf(durations.filter(({labels}) => labels.get('state')?.startsWith('idle in transaction')));
	return {
		...UNKNOWN_SERVER,
		system: 'PostgreSQL',
		source: 'postgres_exporter',
		name: server,
		maxConnections: maxOf(of(MAX)),
		superuserReserved: maxOf(of(SUPERUSER)),
		reserved: maxOf(of(RESERVED)),
		connections: sumOf(clients) ?? sumOf(ofDatabases),
		byState: sumsBy(clients, ['state']),
		byApplication: sumsBy(clients, ['application_name']),
		byDatabase: sumsBy(clients.length > 0 ? clients : ofDatabases, ['datname']),
		longestTransactionMs: longest === undefined ? undefined : longest * 1000,
		longestIdleInTransactionMs: longestIdle === undefined ? undefined : longestIdle * 1000,
		locksWaiting: knowsWaits
			? (sumOf(clients.filter(({labels}) => labels.get('wait_event_type') === 'Lock')) ?? 0)
			: undefined,
	};
}

const CLIENT = 'client backend';
