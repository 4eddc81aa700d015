import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'Postgres by database, MySQL in sum',
			text: `stackdriver_cloudsql_database_cloudsql_googleapis_com_database_postgresql_num_backends{database="shop",database_id="acme:shop-db",project_id="acme",region="europe",unit="1"} 31 1795413791000
stackdriver_cloudsql_database_cloudsql_googleapis_com_database_postgresql_num_backends{database="postgres",database_id="acme:shop-db",project_id="acme",region="europe",unit="1"} 4 1795413791000
stackdriver_cloudsql_database_cloudsql_googleapis_com_database_network_connections{database_id="acme:old-db",project_id="acme",region="europe",unit="1"} 12 1795413791000
`,
			servers: [
				{
					system: 'PostgreSQL',
					source: 'Cloud Monitoring',
					name: 'acme:shop-db',
					connections: 35,
					byDatabase: new Map([
						['shop', 31],
						['postgres', 4],
					]),
					measuredAt: 1795413791000,
				},
				{system: '', name: 'acme:old-db', connections: 12},
			],
		},
	],
	others: [
		{
			name: 'something else of the same service',
			text: 'stackdriver_cloudsql_database_cloudsql_googleapis_com_database_cpu_utilization{database_id="acme:shop-db"} 0.4\n',
		},
	],
} satisfies PoolMetricExamples;
