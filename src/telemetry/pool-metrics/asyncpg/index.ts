import {poolGauges} from '../../exposition/pool-gauges.ts';

/** People write gauges for `get_size()`, which are the connections that are open, `get_idle_size()` and `get_max_size()`. */
export default poolGauges({
	id: 'asyncpg',
	title: 'asyncpg',
	named: ['pool', 'pool_name', 'name', 'database', 'db', 'service'],
	fields: {
		size: ['asyncpg_pool_max_size', 'asyncpg_pool_max', 'asyncpg_pool_max_connections'],
		open: ['asyncpg_pool_size', 'asyncpg_pool_current_size', 'asyncpg_pool_connections'],
		idle: ['asyncpg_pool_idle_size', 'asyncpg_pool_idle', 'asyncpg_pool_free', 'asyncpg_pool_idle_connections'],
		inUse: ['asyncpg_pool_in_use', 'asyncpg_pool_used', 'asyncpg_pool_acquired', 'asyncpg_pool_active'],
		waiting: ['asyncpg_pool_waiting', 'asyncpg_pool_waiters'],
		timeouts: ['asyncpg_pool_timeouts', 'asyncpg_pool_acquire_timeouts'],
		waits: [
			{base: 'asyncpg_pool_acquire_seconds', unitMs: 1000},
			{base: 'asyncpg_pool_wait_seconds', unitMs: 1000},
			{base: 'asyncpg_pool_acquire_duration_seconds', unitMs: 1000},
		],
	},
});
