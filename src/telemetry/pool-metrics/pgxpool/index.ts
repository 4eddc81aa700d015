import {poolGauges} from '../../exposition/pool-gauges.ts';

/** `pool.Stat()`: the collectors say `conns`, otelpgx says `connections`. Only acquisitions from an empty pool are waits. */
export default poolGauges({
	id: 'pgxpool',
	title: 'pgxpool',
	named: ['pool', 'pool_name', 'db_client_connection_pool_name', 'db_name', 'database', 'name'],
	fields: {
		size: ['pgxpool_max_conns', 'pgxpool_max_connections'],
		open: ['pgxpool_total_conns', 'pgxpool_total_connections'],
		inUse: ['pgxpool_acquired_conns', 'pgxpool_acquired_connections'],
		idle: ['pgxpool_idle_conns', 'pgxpool_idle_connections'],
		timeouts: ['pgxpool_canceled_acquire_count', 'pgxpool_canceled_acquires'],
		opened: ['pgxpool_new_conns_count', 'pgxpool_new_connections'],
		waits: [
			{count: 'pgxpool_empty_acquire', sum: 'pgxpool_empty_acquire_wait_time_ns', unitMs: 1e-6},
			{count: 'pgxpool_empty_acquire', sum: 'pgxpool_empty_acquire_wait_time_nanoseconds', unitMs: 1e-6},
		],
	},
});
