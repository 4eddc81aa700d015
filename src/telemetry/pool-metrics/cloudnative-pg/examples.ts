import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'a primary with a replica',
			text: `# TYPE cnpg_backends_total gauge
cnpg_backends_total{application_name="api",datname="app",state="active",usename="app"} 14
cnpg_backends_total{application_name="api",datname="app",state="idle in transaction",usename="app"} 2
cnpg_backends_total{application_name="db-2",datname="",state="active",usename="streaming_replica"} 1
# TYPE cnpg_backends_waiting_total gauge
cnpg_backends_waiting_total 1
cnpg_backends_max_tx_duration_seconds{application_name="db-2",datname="",state="active",usename="streaming_replica"} 9000
cnpg_backends_max_tx_duration_seconds{application_name="api",datname="app",state="idle in transaction",usename="app"} 45
cnpg_pg_settings_setting{name="max_connections"} 100
cnpg_pg_settings_setting{name="superuser_reserved_connections"} 3
cnpg_pg_settings_setting{name="shared_buffers"} 16384
`,
			servers: [
				{
					system: 'PostgreSQL',
					source: 'CloudNativePG',
					maxConnections: 100,
					superuserReserved: 3,
					reserved: undefined,
					connections: 16,
					byState: new Map([
						['active', 14],
						['idle in transaction', 2],
					]),
					longestTransactionMs: 45_000,
					longestIdleInTransactionMs: 45_000,
					locksWaiting: 1,
				},
			],
		},
	],
	others: [{name: 'its pooler', text: 'cnpg_pgbouncer_pools_cl_waiting{database="app",user="app"} 3\n'}],
} satisfies PoolMetricExamples;
