import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'a pool that is not of HikariCP',
			text: `jdbc_connections_active{name="dataSource",} 8.0
jdbc_connections_idle{name="dataSource",} 0.0
jdbc_connections_max{name="dataSource",} 8.0
jdbc_connections_min{name="dataSource",} 2.0
`,
			pools: [{library: 'Spring DataSource', name: 'dataSource', size: 8, inUse: 8, idle: 0, waiting: undefined}],
		},
		{
			name: 'a maximum that the pool does not tell',
			text: 'jdbc_connections_active{name="dataSource"} 8.0\njdbc_connections_max{name="dataSource"} -1.0\n',
			pools: [{size: undefined, inUse: 8}],
		},
	],
	others: [
		{
			name: 'HikariCP tells more of the same pool',
			text: 'jdbc_connections_active{name="dataSource"} 4\nhikaricp_connections_active{pool="HikariPool-1"} 4\n',
		},
	],
} satisfies PoolMetricExamples;
