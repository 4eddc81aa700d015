import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'one gauge for each number',
			text: 'db_pool_max 20\ndb_pool_active_connections 18\ndb_pool_idle_connections 2\ndb_pool_waiting_requests 7\n',
			pools: [{library: '', size: 20, overflowMax: 0, inUse: 18, idle: 2, waiting: 7}],
		},
		{
			name: 'one gauge with states',
			text: `# TYPE shop_db_pool_connections gauge
shop_db_pool_connections{pool="main",state="in_use"} 3
shop_db_pool_connections{pool="main",state="idle"} 1
shop_db_pool_connections{pool="main",state="waiting"} 0
shop_db_pool_connections{pool="main",state="max"} 8
`,
			pools: [{name: 'main', size: 8, inUse: 3, idle: 1, waiting: 0}],
		},
		{
			name: 'what is open, and not what is in use',
			text: 'db_pool_size 10\ndb_pool_total_connections 6\ndb_pool_idle 4\n',
			pools: [{size: 10, inUse: 2, idle: 4}],
		},
		{
			name: 'more idle than open: read at different moments',
			text: 'db_pool_total 3\ndb_pool_idle 4\n',
			pools: [{inUse: 0, idle: 4}],
		},
	],
	others: [
		{name: 'a pool of SQLAlchemy', text: 'db_pool_size 5\ndb_pool_checked_out 5\ndb_pool_overflow 0\n'},
		{name: 'a pool of HTTP connections', text: 'http_pool_size 5\nhttp_pool_idle 5\nconnection_pool_size 3\n'},
		{name: 'numbers that are none', text: 'db_pool_size NaN\ndb_pool_in_use -1\ndb_pool_idle +Inf\n'},
	],
} satisfies PoolMetricExamples;
