import {poolGauges} from '../../exposition/pool-gauges.ts';

/** The keys of `get_stats()`, with the name of the package before them. Counters that are 0 may not be there. */
export default poolGauges({
	id: 'psycopg-pool',
	title: 'psycopg_pool',
	named: ['pool', 'pool_name', 'name'],
	fields: {
		size: ['psycopg_pool_pool_max', 'psycopg_pool_max', 'psycopg_pool_max_size'],
		open: ['psycopg_pool_pool_size', 'psycopg_pool_size'],
		idle: ['psycopg_pool_pool_available', 'psycopg_pool_available'],
		waiting: ['psycopg_pool_requests_waiting'],
		timeouts: ['psycopg_pool_requests_errors'],
		opened: ['psycopg_pool_connections_num'],
		waits: [{count: 'psycopg_pool_requests_queued', sum: 'psycopg_pool_requests_wait_ms', unitMs: 1}],
	},
});
