import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'all of get_stats()',
			text: `psycopg_pool_pool_min{pool="pool-1"} 4
psycopg_pool_pool_max{pool="pool-1"} 10
psycopg_pool_pool_size{pool="pool-1"} 10
psycopg_pool_pool_available{pool="pool-1"} 0
psycopg_pool_requests_waiting{pool="pool-1"} 6
psycopg_pool_requests_num{pool="pool-1"} 900
psycopg_pool_requests_queued{pool="pool-1"} 200
psycopg_pool_requests_wait_ms{pool="pool-1"} 41000
psycopg_pool_requests_errors{pool="pool-1"} 12
psycopg_pool_connections_num{pool="pool-1"} 14
`,
			pools: [
				{
					library: 'psycopg_pool',
					name: 'pool-1',
					size: 10,
					overflowMax: 0,
					inUse: 10,
					idle: 0,
					waiting: 6,
					waits: {bounds: [], cumulative: [], count: 200, sumMs: 41_000},
					timeouts: 12,
					opened: 14,
				},
			],
		},
		{
			name: 'counters that are 0 are not there',
			text: 'psycopg_pool_pool_max 4\npsycopg_pool_pool_size 4\npsycopg_pool_pool_available 3\npsycopg_pool_requests_waiting 0\n',
			pools: [{size: 4, inUse: 1, idle: 3, waiting: 0, waits: undefined, timeouts: undefined}],
		},
	],
	others: [{name: 'its requests only, without a pool', text: 'psycopg_pool_usage_ms 17\n'}],
} satisfies PoolMetricExamples;
