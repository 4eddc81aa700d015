import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'its own metrics',
			text: `pgcat_pools_cl_active{pool="shop",user="shop"} 4
pgcat_pools_cl_waiting{pool="shop",user="shop"} 2
pgcat_pools_maxwait{pool="shop",user="shop"} 1
pgcat_pools_maxwait_us{pool="shop",user="shop"} 250000
pgcat_pools_sv_active{pool="shop",user="shop"} 4
pgcat_pools_sv_idle{pool="shop",user="shop"} 0
pgcat_databases_pool_size{pool="shop",shard="0"} 4
`,
			poolers: [
				{
					software: 'PgCat',
					maxClients: undefined,
					pools: [
						{
							database: 'shop',
							user: 'shop',
							clientsActive: 4,
							clientsWaiting: 2,
							longestWaitMs: 1250,
							serversActive: 4,
							serversIdle: 0,
							size: 4,
						},
					],
				},
			],
		},
	],
	others: [{name: 'statistics only', text: 'pgcat_stats_total_query_count{pool="shop"} 17\n'}],
} satisfies PoolMetricExamples;
