import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'a pool with a limit',
			text: `# HELP go_sql_max_open_connections Maximum number of open connections to the database.
# TYPE go_sql_max_open_connections gauge
go_sql_max_open_connections{db_name="shop"} 25
go_sql_open_connections{db_name="shop"} 25
go_sql_in_use_connections{db_name="shop"} 25
go_sql_idle_connections{db_name="shop"} 0
go_sql_wait_count_total{db_name="shop"} 120
go_sql_wait_duration_seconds_total{db_name="shop"} 84.5
go_sql_max_idle_closed_total{db_name="shop"} 3
`,
			pools: [
				{
					library: 'Go database/sql',
					name: 'shop',
					size: 25,
					overflowMax: 0,
					inUse: 25,
					idle: 0,
					waits: {bounds: [], cumulative: [], count: 120, sumMs: 84_500},
				},
			],
		},
		{
			name: 'no limit, as by default',
			text: 'go_sql_max_open_connections{db_name="shop"} 0\ngo_sql_open_connections{db_name="shop"} 140\ngo_sql_in_use_connections{db_name="shop"} 138\n',
			pools: [{size: Number.POSITIVE_INFINITY, inUse: 138, idle: 2}],
		},
	],
	others: [{name: 'sqlstats', text: 'go_sql_stats_connections_open{db_name="shop"} 3\n'}],
} satisfies PoolMetricExamples;
