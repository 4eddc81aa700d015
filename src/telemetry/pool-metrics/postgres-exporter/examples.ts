import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'connections by state and application, a lock that is waited for',
			text: `# TYPE pg_settings_max_connections gauge
pg_settings_max_connections{server="postgres:5432"} 100
pg_settings_superuser_reserved_connections{server="postgres:5432"} 3
pg_settings_reserved_connections{server="postgres:5432"} 2
# TYPE pg_stat_activity_count gauge
pg_stat_activity_count{application_name="api",backend_type="client backend",datname="shop",server="postgres:5432",state="active",usename="shop",wait_event="",wait_event_type=""} 12
pg_stat_activity_count{application_name="api",backend_type="client backend",datname="shop",server="postgres:5432",state="active",usename="shop",wait_event="transactionid",wait_event_type="Lock"} 3
pg_stat_activity_count{application_name="api",backend_type="client backend",datname="shop",server="postgres:5432",state="idle in transaction",usename="shop",wait_event="ClientRead",wait_event_type="Client"} 5
pg_stat_activity_count{application_name="worker",backend_type="client backend",datname="jobs",server="postgres:5432",state="idle",usename="shop",wait_event="ClientRead",wait_event_type="Client"} 4
pg_stat_activity_count{application_name="",backend_type="checkpointer",datname="",server="postgres:5432",state="",usename="",wait_event="CheckpointerMain",wait_event_type="Activity"} 1
pg_stat_activity_max_tx_duration{application_name="api",datname="shop",server="postgres:5432",state="active",usename="shop"} 2.5
pg_stat_activity_max_tx_duration{application_name="api",datname="shop",server="postgres:5432",state="idle in transaction",usename="shop"} 95
pg_stat_activity_max_tx_duration{application_name="worker",datname="jobs",server="postgres:5432",state="idle",usename="shop"} 800
pg_stat_database_numbackends{datid="16384",datname="shop",server="postgres:5432"} 20
`,
			servers: [
				{
					system: 'PostgreSQL',
					source: 'postgres_exporter',
					name: 'postgres:5432',
					maxConnections: 100,
					superuserReserved: 3,
					reserved: 2,
					connections: 24,
					byState: new Map([
						['active', 15],
						['idle in transaction', 5],
						['idle', 4],
					]),
					byApplication: new Map([
						['api', 20],
						['worker', 4],
					]),
					byDatabase: new Map([
						['shop', 20],
						['jobs', 4],
					]),
					longestTransactionMs: 95_000,
					longestIdleInTransactionMs: 95_000,
					locksWaiting: 3,
				},
			],
		},
		{
			name: 'an older one: no types of processes, no waits, zeros for every state',
			text: `pg_settings_max_connections 20
pg_settings_superuser_reserved_connections 3
pg_stat_activity_count{datname="shop",state="active"} 2
pg_stat_activity_count{datname="shop",state="disabled"} 0
pg_stat_activity_count{datname="shop",state="idle"} 9
pg_stat_activity_count{datname="template0",state="active"} 0
`,
			servers: [
				{
					name: '',
					maxConnections: 20,
					superuserReserved: 3,
					reserved: undefined,
					connections: 11,
					byState: new Map([
						['idle', 9],
						['active', 2],
					]),
					byApplication: new Map(),
					locksWaiting: undefined,
					longestTransactionMs: undefined,
				},
			],
		},
		{
			name: 'two servers, of one only the sums of databases',
			text: 'pg_settings_max_connections{server="a:5432"} 100\npg_stat_database_numbackends{datname="shop",server="b:5432"} 7\npg_stat_database_numbackends{datname="",server="b:5432"} 2\n',
			servers: [
				{name: 'b:5432', maxConnections: undefined, connections: 7, byDatabase: new Map([['shop', 7]])},
				{name: 'a:5432', maxConnections: 100, connections: undefined},
			],
		},
	],
	others: [{name: 'an exporter whose server is away', text: 'pg_up 0\npg_exporter_last_scrape_error 1\n'}],
} satisfies PoolMetricExamples;
