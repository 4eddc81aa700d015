import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'all that it collects',
			text: `go_sql_stats_connections_max_open{db_name="grafana"} 100
go_sql_stats_connections_open{db_name="grafana"} 4
go_sql_stats_connections_in_use{db_name="grafana"} 1
go_sql_stats_connections_idle{db_name="grafana"} 3
go_sql_stats_connections_waited_for{db_name="grafana"} 2
go_sql_stats_connections_blocked_seconds{db_name="grafana"} 0.5
go_sql_stats_connections_closed_max_idle{db_name="grafana"} 9
`,
			pools: [
				{
					library: 'Go database/sql',
					name: 'grafana',
					size: 100,
					inUse: 1,
					idle: 3,
					waits: {bounds: [], cumulative: [], count: 2, sumMs: 500},
				},
			],
		},
	],
	others: [
		{
			name: 'the other collector counts the same pool',
			text: 'go_sql_stats_connections_open{db_name="shop"} 3\ngo_sql_open_connections{db_name="shop"} 3\n',
		},
	],
} satisfies PoolMetricExamples;
