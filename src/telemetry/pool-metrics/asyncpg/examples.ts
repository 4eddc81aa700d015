import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'what the methods of a pool say',
			text: 'asyncpg_pool_size 8\nasyncpg_pool_idle_size 2\nasyncpg_pool_min_size 5\nasyncpg_pool_max_size 10\n',
			pools: [{library: 'asyncpg', size: 10, overflowMax: 0, inUse: 6, idle: 2, waiting: undefined}],
		},
		{
			name: 'nothing is said of its maximum',
			text: 'asyncpg_pool_size{service="api"} 10\nasyncpg_pool_idle{service="api"} 0\n',
			pools: [{name: 'api', size: undefined, inUse: 10, idle: 0}],
		},
	],
	others: [{name: 'a pool of node-postgres', text: 'pg_pool_size 10\npg_pool_idle 2\n'}],
} satisfies PoolMetricExamples;
