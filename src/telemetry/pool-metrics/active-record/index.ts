import {poolGauges} from '../../exposition/pool-gauges.ts';

/** `ConnectionPool#stat` through the gem prometheus_exporter, one pool for each process. */
export default poolGauges({
	id: 'active-record',
	title: 'ActiveRecord',
	named: ['pool_name', 'dbname'],
	fields: {
		size: ['active_record_connection_pool_size'],
		open: ['active_record_connection_pool_connections'],
		inUse: ['active_record_connection_pool_busy'],
		idle: ['active_record_connection_pool_idle'],
		waiting: ['active_record_connection_pool_waiting'],
	},
});
