import {poolGauges} from '../../exposition/pool-gauges.ts';

/** The collector of client_golang, `collectors.NewDBStatsCollector`. */
export default poolGauges({
	id: 'go-sql',
	title: 'Go database/sql',
	named: ['db_name', 'db'],
	noLimit: 0,
	fields: {
		size: ['go_sql_max_open_connections'],
		open: ['go_sql_open_connections'],
		inUse: ['go_sql_in_use_connections'],
		idle: ['go_sql_idle_connections'],
		waits: [{count: 'go_sql_wait_count', sum: 'go_sql_wait_duration_seconds', unitMs: 1000}],
	},
});
