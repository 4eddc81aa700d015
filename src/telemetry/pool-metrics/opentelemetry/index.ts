import {poolGauges} from '../../exposition/pool-gauges.ts';

const USAGE = ['db_client_connection_count', 'db_client_connections_usage', 'db_client_connections_usage_connections'];

const inState = (state: string) =>
	USAGE.map(name => ({name, label: ['db_client_connection_state', 'state'], is: [state]}));

/** Stores that nobody means by the database. */
const OTHER_STORES = ['redis', 'memcached'];

/**
 * The semantic conventions, the current and the former ones: Npgsql, the Java agent, the instrumentations of SQLAlchemy and
 * node-postgres. That of SQLAlchemy tells no maximum.
 * @see https://opentelemetry.io/docs/specs/semconv/database/database-metrics/
 */
export default poolGauges({
	id: 'opentelemetry',
	title: 'OpenTelemetry',
	named: ['db_client_connection_pool_name', 'pool_name'],
	counts: ({labels}) => !OTHER_STORES.includes(labels.get('db_system') ?? labels.get('db_system_name') ?? ''),
	fields: {
		size: ['db_client_connection_max', 'db_client_connections_max'],
		inUse: inState('used'),
		idle: inState('idle'),
		waiting: ['db_client_connection_pending_requests', 'db_client_connections_pending_requests'],
		timeouts: ['db_client_connection_timeouts', 'db_client_connections_timeouts'],
		opened: [
			'db_client_connection_create_time_seconds_count',
			'db_client_connections_create_time_milliseconds_count',
		],
		waits: [
			{base: 'db_client_connection_wait_time_seconds', unitMs: 1000},
			{base: 'db_client_connections_wait_time_milliseconds', unitMs: 1},
		],
	},
});
