import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'an exporter by host and database',
			text: `pg_pool_size{host="postgres",database="shop"} 10
pg_pool_max{host="postgres",database="shop"} 10
pg_pool_active_connections{host="postgres",database="shop"} 9
pg_pool_waiting_connections{host="postgres",database="shop"} 4
pg_pool_idle_connections{host="postgres",database="shop"} 1
pg_pool_errors_total{host="postgres",database="shop"} 2
`,
			pools: [{library: 'node-postgres', name: 'shop', size: 10, overflowMax: 0, inUse: 9, idle: 1, waiting: 4}],
		},
		{
			name: 'gauges for totalCount, idleCount and waitingCount',
			text: 'shop_pg_pool_total 6\nshop_pg_pool_idle 2\nshop_pg_pool_waiting 0\n',
			pools: [{name: 'shop', size: undefined, inUse: 4, idle: 2, waiting: 0}],
		},
	],
	others: [{name: 'a pool of asyncpg', text: 'asyncpg_pool_size 10\nasyncpg_pool_idle 1\n'}],
} satisfies PoolMetricExamples;
