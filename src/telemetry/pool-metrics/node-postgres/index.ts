import {poolGauges} from '../../exposition/pool-gauges.ts';

const named = (...endings: readonly string[]): readonly string[] => endings.map(ending => `pg_pool_${ending}`);

/** People write gauges for `totalCount`, `idleCount` and `waitingCount`; there are several exporters and no standard. */
export default poolGauges({
	id: 'node-postgres',
	title: 'node-postgres',
	named: ['pool', 'pool_name', 'name', 'database', 'db', 'host'],
	fields: {
		size: named('max', 'max_connections', 'connections_max', 'max_size'),
		open: named(
			'size',
			'total',
			'total_count',
			'total_connections',
			'connections_total',
			'connections',
			'total_clients',
		),
		inUse: named('active_connections', 'active', 'connections_active', 'active_count', 'in_use'),
		idle: named('idle_connections', 'idle', 'idle_count', 'connections_idle', 'idle_clients'),
		waiting: named(
			'waiting_connections',
			'waiting',
			'waiting_count',
			'waiting_requests',
			'waiting_clients',
			'connections_waiting',
		),
	},
});
