import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'names made of the name of the pool',
			text: `# HELP HikariPool_1_pool_ActiveConnections Generated from Dropwizard metric import (metric=HikariPool-1.pool.ActiveConnections)
# TYPE HikariPool_1_pool_ActiveConnections gauge
HikariPool_1_pool_ActiveConnections 7.0
HikariPool_1_pool_IdleConnections 3.0
HikariPool_1_pool_MaxConnections 10.0
HikariPool_1_pool_MinConnections 10.0
HikariPool_1_pool_PendingConnections 0.0
HikariPool_1_pool_TotalConnections 10.0
HikariPool_1_pool_ConnectionTimeoutRate_total 1.0
HikariPool_1_pool_Wait{quantile="0.95",} 0.25
HikariPool_1_pool_Wait_count 300.0
`,
			pools: [
				{
					library: 'HikariCP',
					name: 'HikariPool_1',
					size: 10,
					inUse: 7,
					idle: 3,
					waiting: 0,
					timeouts: 1,
					waitP95Ms: 250,
				},
			],
		},
	],
	others: [{name: 'through Micrometer', text: 'hikaricp_connections_active{pool="HikariPool-1"} 4\n'}],
} satisfies PoolMetricExamples;
