import {poolGauges} from '../../exposition/pool-gauges.ts';

/** A preview feature up to version 6. It does not say how many connections there may be: that is `connection_limit` in its address. */
export default poolGauges({
	id: 'prisma',
	title: 'Prisma',
	named: [],
	fields: {
		size: [],
		open: ['prisma_pool_connections_open'],
		inUse: ['prisma_pool_connections_busy'],
		idle: ['prisma_pool_connections_idle'],
		waiting: ['prisma_client_queries_wait'],
		opened: ['prisma_pool_connections_opened'],
		waits: [{base: 'prisma_client_queries_wait_histogram_ms', unitMs: 1}],
	},
});
