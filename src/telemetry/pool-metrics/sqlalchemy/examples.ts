import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'a pool that is full, over its size',
			text: `# HELP db_pool_size SQLAlchemy pool size.
# TYPE db_pool_size gauge
db_pool_size 2.0
# TYPE db_pool_max_overflow gauge
db_pool_max_overflow 1.0
# TYPE db_pool_checked_out gauge
db_pool_checked_out 3.0
# TYPE db_pool_checked_in gauge
db_pool_checked_in 0.0
# TYPE db_pool_overflow gauge
db_pool_overflow 1.0
# TYPE db_pool_timeouts_total counter
db_pool_timeouts_total 25.0
# TYPE db_pool_timeouts_created gauge
db_pool_timeouts_created 1.7954137919468176e+09
`,
			pools: [
				{
					library: 'SQLAlchemy',
					name: '',
					processes: 1,
					size: 2,
					overflowMax: 1,
					inUse: 3,
					idle: 0,
					waiting: undefined,
					timeouts: 25,
				},
			],
		},
		{
			name: 'a pool that is not full yet: its overflow is negative, and what is in use follows from it',
			text: 'db_pool_size 5\ndb_pool_max_overflow 10\ndb_pool_checkedin 2\ndb_pool_overflow -2\n',
			pools: [{size: 5, overflowMax: 10, inUse: 1, idle: 2}],
		},
		{
			name: 'nothing is said of its greatest overflow',
			text: 'sqlalchemy_pool_size{pool="default"} 5\nsqlalchemy_pool_checked_out{pool="default"} 4\nsqlalchemy_pool_overflow{pool="default"} -1\n',
			pools: [{name: 'default', size: 5, overflowMax: undefined, inUse: 4, idle: 0}],
		},
		{
			name: 'an overflow without limit',
			text: 'db_pool_size 5\ndb_pool_max_overflow -1\ndb_pool_checked_out 40\n',
			pools: [{size: 5, overflowMax: Number.POSITIVE_INFINITY, inUse: 40}],
		},
		{
			name: 'each process of a pod for itself',
			text: `db_pool_size{pid="17"} 5
db_pool_size{pid="18"} 5
db_pool_max_overflow{pid="17"} 10
db_pool_max_overflow{pid="18"} 10
db_pool_checked_out{pid="17"} 3
db_pool_checked_out{pid="18"} 4
db_pool_timeouts_total 2
`,
			pools: [{processes: 2, size: 10, overflowMax: 20, inUse: 7, timeouts: 2}],
		},
		{
			name: 'two pools, told apart by what is before their names',
			text: 'orders_db_pool_size 5\norders_db_pool_checked_out 1\nreports_db_pool_size 2\nreports_db_pool_checked_out 2\n',
			pools: [
				{name: 'orders', size: 5, inUse: 1},
				{name: 'reports', size: 2, inUse: 2},
			],
		},
		{
			name: 'how long was waited for a connection',
			text: `db_pool_size 5
db_pool_checked_out 5
db_pool_wait_seconds_bucket{le="0.01"} 90
db_pool_wait_seconds_bucket{le="1.0"} 99
db_pool_wait_seconds_bucket{le="+Inf"} 100
db_pool_wait_seconds_sum 12.5
db_pool_wait_seconds_count 100
`,
			pools: [{waits: {bounds: [10, 1000], cumulative: [90, 99], count: 100, sumMs: 12_500}}],
		},
		{
			name: 'two gauges for one number: that which is named after the method',
			text: 'db_pool_size 5\ndb_pool_in_use 4\ndb_pool_checked_out 3\n',
			pools: [{size: 5, inUse: 3}],
		},
		{
			name: 'gauges that were not set yet',
			text: 'db_pool_size 0\ndb_pool_checked_out 0\ndb_pool_overflow NaN\n',
			pools: [{size: undefined, inUse: 0}],
		},
	],
	others: [
		{name: 'a pool of threads', text: 'thread_pool_size 8\nthread_pool_active 3\npool_size 4\n'},
		{name: 'gauges without a word of SQLAlchemy', text: 'db_pool_size 5\ndb_pool_in_use 3\n'},
	],
} satisfies PoolMetricExamples;
