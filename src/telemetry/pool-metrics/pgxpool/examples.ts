import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'a collector of pool.Stat()',
			text: `pgxpool_acquired_conns{db_name="shop"} 4
pgxpool_constructing_conns{db_name="shop"} 0
pgxpool_idle_conns{db_name="shop"} 0
pgxpool_max_conns{db_name="shop"} 4
pgxpool_total_conns{db_name="shop"} 4
pgxpool_acquire_count{db_name="shop"} 5000
pgxpool_acquire_duration_ns{db_name="shop"} 9e+09
pgxpool_empty_acquire{db_name="shop"} 700
pgxpool_empty_acquire_wait_time_ns{db_name="shop"} 8.4e+09
pgxpool_canceled_acquire_count{db_name="shop"} 5
`,
			pools: [
				{
					library: 'pgxpool',
					name: 'shop',
					size: 4,
					inUse: 4,
					idle: 0,
					timeouts: 5,
					waits: {bounds: [], cumulative: [], count: 700, sumMs: 8400},
				},
			],
		},
		{
			name: 'otelpgx, with a name before it',
			text: `shop_pgxpool_acquired_connections{db_client_connection_pool_name="localhost:5432/shop",db_system="postgresql"} 1
shop_pgxpool_idle_connections{db_client_connection_pool_name="localhost:5432/shop",db_system="postgresql"} 3
shop_pgxpool_max_connections{db_client_connection_pool_name="localhost:5432/shop",db_system="postgresql"} 8
shop_pgxpool_total_connections{db_client_connection_pool_name="localhost:5432/shop",db_system="postgresql"} 4
shop_pgxpool_empty_acquire_total{db_client_connection_pool_name="localhost:5432/shop",db_system="postgresql"} 2
shop_pgxpool_canceled_acquires_total{db_client_connection_pool_name="localhost:5432/shop",db_system="postgresql"} 0
`,
			pools: [{name: 'localhost:5432/shop', size: 8, inUse: 1, idle: 3, timeouts: 0, waits: undefined}],
		},
	],
	others: [{name: 'a pool of redis', text: 'redis_pool_total_conns 4\nredis_pool_idle_conns 4\n'}],
} satisfies PoolMetricExamples;
