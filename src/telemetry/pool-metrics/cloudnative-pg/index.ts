import {definePoolMetric} from '../../contract.ts';
import {maxOf, sumOf, sumsBy, UNKNOWN_SERVER} from '../../exposition/server-reading.ts';

const BACKENDS = 'cnpg_backends_total';
const DURATION = 'cnpg_backends_max_tx_duration_seconds';
const WAITING = 'cnpg_backends_waiting_total';
const SETTINGS = 'cnpg_pg_settings_setting';

/** The exporter within the pods of CloudNativePG, with the queries that it has by default. */
export default definePoolMetric({
	id: 'cloudnative-pg',
	title: 'CloudNativePG',
	names: [BACKENDS, DURATION, WAITING, SETTINGS],
	read(samples) {
		const [all, settings] = [samples.of(BACKENDS), samples.of(SETTINGS)];
		if (all.length === 0 && settings.length === 0) return {};
		const setting = (name: string): number | undefined =>
			maxOf(settings.filter(({labels}) => labels.get('name') === name));
		// Replicas have slots of their own.
		const clients = all.filter(({labels}) => labels.get('usename') !== 'streaming_replica');
		const durations = samples
			.of(DURATION)
			.filter(({labels}) => labels.get('usename') !== 'streaming_replica' && labels.get('state') !== 'idle');
		const longest = maxOf(durations);
		const longestIdle = maxOf(
			durations.filter(({labels}) => labels.get('state')?.startsWith('idle in transaction')),
		);
		return {
			servers: [
				{
					...UNKNOWN_SERVER,
					system: 'PostgreSQL',
					source: 'CloudNativePG',
					maxConnections: setting('max_connections'),
					superuserReserved: setting('superuser_reserved_connections'),
					reserved: setting('reserved_connections'),
					connections: sumOf(clients),
					byState: sumsBy(clients, ['state']),
					byApplication: sumsBy(clients, ['application_name']),
					byDatabase: sumsBy(clients, ['datname']),
					longestTransactionMs: longest === undefined ? undefined : longest * 1000,
					longestIdleInTransactionMs: longestIdle === undefined ? undefined : longestIdle * 1000,
					locksWaiting: sumOf(samples.of(WAITING)),
				},
			],
		};
	},
});
