import {poolGauges} from '../../exposition/pool-gauges.ts';

export default poolGauges({
	id: 'spring-datasource',
	title: 'Spring DataSource',
	named: ['name'],
	// The same pools, and it says less of them.
	notWith: ['hikaricp_connections_max', 'hikaricp_max_connections', 'hikaricp_connections_active'],
	fields: {
		size: ['jdbc_connections_max'],
		inUse: ['jdbc_connections_active'],
		idle: ['jdbc_connections_idle'],
	},
});
