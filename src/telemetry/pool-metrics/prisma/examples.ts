import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'a pool that is full',
			text: `# HELP prisma_pool_connections_open The number of pool connections currently open
# TYPE prisma_pool_connections_open gauge
prisma_pool_connections_open 9
prisma_pool_connections_busy 9
prisma_pool_connections_idle 0
prisma_client_queries_wait 14
prisma_client_queries_active 9
prisma_pool_connections_opened_total 9
prisma_pool_connections_closed_total 0
prisma_client_queries_wait_histogram_ms_bucket{le="1"} 100
prisma_client_queries_wait_histogram_ms_bucket{le="1000"} 180
prisma_client_queries_wait_histogram_ms_bucket{le="+Inf"} 200
prisma_client_queries_wait_histogram_ms_sum 90000
prisma_client_queries_wait_histogram_ms_count 200
`,
			pools: [
				{
					library: 'Prisma',
					size: undefined,
					inUse: 9,
					idle: 0,
					waiting: 14,
					waits: {bounds: [1, 1000], cumulative: [100, 180], count: 200, sumMs: 90_000},
					opened: 9,
				},
			],
		},
	],
	others: [{name: 'queries only', text: 'prisma_client_queries_total 17\nprisma_datasource_queries_total 20\n'}],
} satisfies PoolMetricExamples;
