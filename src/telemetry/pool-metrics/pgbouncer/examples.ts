import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'the exporter of prometheus-community: clients wait',
			text: `pgbouncer_up 1
pgbouncer_config_max_client_connections 100
pgbouncer_databases_pool_size{name="shop",host="postgres",port="5432",database="shop_production",force_user="",pool_mode="transaction"} 20
pgbouncer_databases_pool_size{name="pgbouncer",host="",port="6432",database="pgbouncer",force_user="pgbouncer",pool_mode="statement"} 2
pgbouncer_pools_client_active_connections{database="shop",user="shop"} 20
pgbouncer_pools_client_active_connections{database="pgbouncer",user="pgbouncer"} 1
pgbouncer_pools_client_waiting_connections{database="shop",user="shop"} 35
pgbouncer_pools_client_maxwait_seconds{database="shop",user="shop"} 4.5
pgbouncer_pools_server_active_connections{database="shop",user="shop"} 17
pgbouncer_pools_server_idle_connections{database="shop",user="shop"} 1
pgbouncer_pools_server_used_connections{database="shop",user="shop"} 2
`,
			poolers: [
				{
					software: 'PgBouncer',
					maxClients: 100,
					pools: [
						{
							database: 'shop',
							user: 'shop',
							clientsActive: 20,
							clientsWaiting: 35,
							longestWaitMs: 4500,
							serversActive: 17,
							serversIdle: 3,
							size: 20,
						},
					],
				},
			],
		},
		{
			name: 'the columns of SHOW POOLS, as CloudNativePG has them',
			text: `cnpg_pgbouncer_pools_cl_active{database="app",user="app"} 3
cnpg_pgbouncer_pools_cl_waiting{database="app",user="app"} 0
cnpg_pgbouncer_pools_maxwait{database="app",user="app"} 0
cnpg_pgbouncer_pools_sv_active{database="app",user="app"} 3
cnpg_pgbouncer_pools_sv_idle{database="app",user="app"} 2
cnpg_pgbouncer_pools_sv_used{database="app",user="app"} 0
`,
			poolers: [
				{
					maxClients: undefined,
					pools: [
						{
							database: 'app',
							user: 'app',
							clientsActive: 3,
							clientsWaiting: 0,
							longestWaitMs: 0,
							serversActive: 3,
							serversIdle: 2,
							size: undefined,
						},
					],
				},
			],
		},
	],
	others: [{name: 'a pooler that is away', text: 'pgbouncer_up 0\n'}],
} satisfies PoolMetricExamples;
