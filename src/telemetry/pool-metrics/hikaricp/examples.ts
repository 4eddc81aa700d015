import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'through Micrometer',
			text: `# HELP hikaricp_connections Total connections
# TYPE hikaricp_connections gauge
hikaricp_connections{pool="HikariPool-1",} 10.0
hikaricp_connections_active{pool="HikariPool-1",} 10.0
hikaricp_connections_idle{pool="HikariPool-1",} 0.0
hikaricp_connections_pending{pool="HikariPool-1",} 3.0
hikaricp_connections_max{pool="HikariPool-1",} 10.0
hikaricp_connections_min{pool="HikariPool-1",} 10.0
hikaricp_connections_timeout_total{pool="HikariPool-1",} 2.0
# TYPE hikaricp_connections_acquire_seconds summary
hikaricp_connections_acquire_seconds_count{pool="HikariPool-1",} 400.0
hikaricp_connections_acquire_seconds_sum{pool="HikariPool-1",} 8.5
# TYPE hikaricp_connections_acquire_seconds_max gauge
hikaricp_connections_acquire_seconds_max{pool="HikariPool-1",} 1.5
hikaricp_connections_creation_seconds_count{pool="HikariPool-1",} 12.0
hikaricp_connections_creation_seconds_sum{pool="HikariPool-1",} 0.4
`,
			pools: [
				{
					library: 'HikariCP',
					name: 'HikariPool-1',
					size: 10,
					overflowMax: 0,
					inUse: 10,
					idle: 0,
					waiting: 3,
					waits: {bounds: [], cumulative: [], count: 400, sumMs: 8500},
					waitP95Ms: undefined,
					timeouts: 2,
					opened: 12,
				},
			],
		},
		{
			name: 'its own tracker, two pools',
			text: `hikaricp_active_connections{pool="orders"} 4.0
hikaricp_active_connections{pool="reports"} 1.0
hikaricp_idle_connections{pool="orders"} 6.0
hikaricp_idle_connections{pool="reports"} 1.0
hikaricp_pending_threads{pool="orders"} 0.0
hikaricp_pending_threads{pool="reports"} 0.0
hikaricp_connections{pool="orders"} 10.0
hikaricp_connections{pool="reports"} 2.0
hikaricp_max_connections{pool="orders"} 10.0
hikaricp_max_connections{pool="reports"} 2.0
hikaricp_connection_timeout_total{pool="orders"} 1.0
hikaricp_connection_acquired_nanos{pool="orders",quantile="0.95"} 2500000.0
hikaricp_connection_acquired_nanos{pool="orders",quantile="0.99"} 9000000.0
hikaricp_connection_acquired_nanos_count{pool="orders"} 50.0
hikaricp_connection_acquired_nanos_sum{pool="orders"} 100000000.0
`,
			pools: [
				{
					name: 'orders',
					size: 10,
					inUse: 4,
					idle: 6,
					waiting: 0,
					timeouts: 1,
					waitP95Ms: 2.5,
					waits: {bounds: [], cumulative: [], count: 50, sumMs: 100},
				},
				{name: 'reports', size: 2, inUse: 1, idle: 1, waits: undefined, waitP95Ms: undefined},
			],
		},
		{
			name: 'beside what Spring says of the same pool',
			text: 'hikaricp_connections_active{pool="HikariPool-1"} 4\nhikaricp_connections_max{pool="HikariPool-1"} 10\njdbc_connections_active{name="dataSource"} 4\njdbc_connections_max{name="dataSource"} 10\n',
			pools: [{name: 'HikariPool-1', size: 10, inUse: 4}],
		},
	],
	others: [{name: 'Spring only', text: 'jdbc_connections_active{name="dataSource"} 4\n'}],
} satisfies PoolMetricExamples;
