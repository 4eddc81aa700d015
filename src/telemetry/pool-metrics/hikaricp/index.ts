import {poolGauges} from '../../exposition/pool-gauges.ts';

/** Through Micrometer, or with its own tracker for Prometheus. */
export default poolGauges({
	id: 'hikaricp',
	title: 'HikariCP',
	named: ['pool', 'pool_name'],
	fields: {
		size: ['hikaricp_connections_max', 'hikaricp_max_connections'],
		open: ['hikaricp_connections'],
		inUse: ['hikaricp_connections_active', 'hikaricp_active_connections'],
		idle: ['hikaricp_connections_idle', 'hikaricp_idle_connections'],
		waiting: ['hikaricp_connections_pending', 'hikaricp_pending_threads'],
		timeouts: ['hikaricp_connections_timeout', 'hikaricp_connection_timeout'],
		opened: ['hikaricp_connections_creation_seconds_count', 'hikaricp_connection_creation_millis_count'],
		waits: [
			{base: 'hikaricp_connections_acquire_seconds', unitMs: 1000},
			{base: 'hikaricp_connection_acquired_nanos', unitMs: 1e-6},
		],
	},
});
