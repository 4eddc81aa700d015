import {poolGauges} from '../../exposition/pool-gauges.ts';

/** Dropwizard's registry has no labels: the name of the pool is before the metric, `HikariPool_1_pool_ActiveConnections`. */
export default poolGauges({
	id: 'hikaricp-dropwizard',
	title: 'HikariCP through Dropwizard',
	library: 'HikariCP',
	named: [],
	fields: {
		size: ['pool_MaxConnections'],
		open: ['pool_TotalConnections'],
		inUse: ['pool_ActiveConnections'],
		idle: ['pool_IdleConnections'],
		waiting: ['pool_PendingConnections'],
		timeouts: ['pool_ConnectionTimeoutRate'],
		opened: ['pool_ConnectionCreation_count'],
		waits: [{base: 'pool_Wait', unitMs: 1000}],
	},
});
