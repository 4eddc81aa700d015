import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'two processes of Puma',
			text: `ruby_active_record_connection_pool_connections{pool_name="primary",pid="12",hostname="web-1"} 5
ruby_active_record_connection_pool_connections{pool_name="primary",pid="13",hostname="web-1"} 3
ruby_active_record_connection_pool_busy{pool_name="primary",pid="12",hostname="web-1"} 5
ruby_active_record_connection_pool_busy{pool_name="primary",pid="13",hostname="web-1"} 2
ruby_active_record_connection_pool_dead{pool_name="primary",pid="12",hostname="web-1"} 0
ruby_active_record_connection_pool_idle{pool_name="primary",pid="12",hostname="web-1"} 0
ruby_active_record_connection_pool_idle{pool_name="primary",pid="13",hostname="web-1"} 1
ruby_active_record_connection_pool_waiting{pool_name="primary",pid="12",hostname="web-1"} 2
ruby_active_record_connection_pool_waiting{pool_name="primary",pid="13",hostname="web-1"} 0
ruby_active_record_connection_pool_size{pool_name="primary",pid="12",hostname="web-1"} 5
ruby_active_record_connection_pool_size{pool_name="primary",pid="13",hostname="web-1"} 5
`,
			pools: [
				{
					library: 'ActiveRecord',
					name: 'primary',
					processes: 2,
					size: 10,
					overflowMax: 0,
					inUse: 7,
					idle: 1,
					waiting: 2,
				},
			],
		},
	],
	others: [{name: 'some other pool', text: 'ruby_connection_pool_size 5\npuma_workers 2\n'}],
} satisfies PoolMetricExamples;
