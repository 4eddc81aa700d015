import {poolGauges} from '../../exposition/pool-gauges.ts';

/** The collector of dlmiddlecote/sqlstats, which Grafana uses, too. */
export default poolGauges({
	id: 'go-sqlstats',
	title: 'Go database/sql through sqlstats',
	library: 'Go database/sql',
	named: ['db_name', 'db'],
	noLimit: 0,
	// Who registers both collectors counts the same pools.
	notWith: ['go_sql_open_connections'],
	fields: {
		size: ['go_sql_stats_connections_max_open'],
		open: ['go_sql_stats_connections_open'],
		inUse: ['go_sql_stats_connections_in_use'],
		idle: ['go_sql_stats_connections_idle'],
		waits: [
			{
				count: 'go_sql_stats_connections_waited_for',
				sum: 'go_sql_stats_connections_blocked_seconds',
				unitMs: 1000,
			},
		],
	},
});
