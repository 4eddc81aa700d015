import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'connections and their maximum',
			text: 'mysql_global_status_threads_connected 140\nmysql_global_variables_max_connections 151\nmysql_global_status_max_used_connections 151\n',
			servers: [{system: 'MySQL', source: 'mysqld_exporter', connections: 140, maxConnections: 151}],
		},
	],
	others: [{name: 'a server that is away', text: 'mysql_up 0\n'}],
} satisfies PoolMetricExamples;
