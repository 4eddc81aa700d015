import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'the current conventions, as Npgsql 10 has them',
			text: `# TYPE db_client_connection_count gauge
db_client_connection_count{db_client_connection_pool_name="shop",db_client_connection_state="idle",otel_scope_name="Npgsql"} 1
db_client_connection_count{db_client_connection_pool_name="shop",db_client_connection_state="used",otel_scope_name="Npgsql"} 99
db_client_connection_max{db_client_connection_pool_name="shop",otel_scope_name="Npgsql"} 100
db_client_connection_pending_requests{db_client_connection_pool_name="shop",otel_scope_name="Npgsql"} 4
db_client_connection_timeouts_total{db_client_connection_pool_name="shop",otel_scope_name="Npgsql"} 2
db_client_connection_create_time_seconds_bucket{db_client_connection_pool_name="shop",le="+Inf"} 120
db_client_connection_create_time_seconds_count{db_client_connection_pool_name="shop"} 120
db_client_connection_create_time_seconds_sum{db_client_connection_pool_name="shop"} 3.5
`,
			pools: [
				{
					library: 'OpenTelemetry',
					name: 'shop',
					size: 100,
					overflowMax: 0,
					inUse: 99,
					idle: 1,
					waiting: 4,
					timeouts: 2,
					opened: 120,
				},
			],
		},
		{
			name: 'the former conventions, as the Java agent has them',
			text: `db_client_connections_usage{pool_name="HikariPool-1",state="idle"} 3.0
db_client_connections_usage{pool_name="HikariPool-1",state="used"} 7.0
db_client_connections_max{pool_name="HikariPool-1"} 10.0
db_client_connections_idle_min{pool_name="HikariPool-1"} 10.0
db_client_connections_pending_requests{pool_name="HikariPool-1"} 0.0
db_client_connections_wait_time_milliseconds_bucket{pool_name="HikariPool-1",le="5.0"} 40.0
db_client_connections_wait_time_milliseconds_bucket{pool_name="HikariPool-1",le="100.0"} 50.0
db_client_connections_wait_time_milliseconds_bucket{pool_name="HikariPool-1",le="+Inf"} 50.0
db_client_connections_wait_time_milliseconds_count{pool_name="HikariPool-1"} 50.0
db_client_connections_wait_time_milliseconds_sum{pool_name="HikariPool-1"} 400.0
`,
			pools: [
				{
					name: 'HikariPool-1',
					size: 10,
					inUse: 7,
					idle: 3,
					waiting: 0,
					waits: {bounds: [5, 100], cumulative: [40, 50], count: 50, sumMs: 400},
				},
			],
		},
		{
			name: 'the instrumentation of SQLAlchemy, which tells no maximum',
			text: 'db_client_connections_usage_connections{pool_name="shop",state="idle"} 2.0\ndb_client_connections_usage_connections{pool_name="shop",state="used"} 3.0\n',
			pools: [{name: 'shop', size: undefined, inUse: 3, idle: 2}],
		},
		{
			name: 'names with dots, in quotes',
			text: '{"db.client.connection.count","db.client.connection.pool.name"="shop","db.client.connection.state"="used"} 5\n{"db.client.connection.max","db.client.connection.pool.name"="shop"} 20\n',
			pools: [{name: 'shop', size: 20, inUse: 5}],
		},
	],
	others: [
		{
			name: 'a pool of redis',
			text: 'db_client_connections_usage{db_system="redis",pool_name="cache",state="used"} 5\n',
		},
		{name: 'operations only', text: 'db_client_operation_duration_seconds_count{db_system_name="postgresql"} 17\n'},
	],
} satisfies PoolMetricExamples;
