import {poolGauges} from '../../exposition/pool-gauges.ts';

/** Nobody exports SQLAlchemy's pools in one way: people write gauges for `pool.size()`, `checkedout()`, `checkedin()`, `overflow()`. */
const STEMS = ['sqlalchemy_pool', 'db_pool', 'database_pool', 'db_connection_pool', 'database_connection_pool'];

const named = (...endings: readonly string[]): readonly string[] =>
	endings.flatMap(ending => STEMS.map(stem => `${stem}_${ending}`));

export default poolGauges({
	id: 'sqlalchemy',
	title: 'SQLAlchemy',
	named: ['pool', 'pool_name', 'engine', 'name', 'database', 'db'],
	onlyWith: [
		...named('checked_out', 'checkedout', 'checked_in', 'checkedin', 'overflow', 'max_overflow'),
		'sqlalchemy_pool_size',
	],
	fields: {
		size: named('size'),
		overflowMax: named('max_overflow', 'overflow_max'),
		overflow: named('overflow'),
		inUse: named('checked_out', 'checkedout', 'checked_out_connections', 'in_use', 'connections_in_use'),
		idle: named('checked_in', 'checkedin', 'checked_in_connections', 'idle'),
		waiting: named('waiting', 'waiters', 'pending'),
		timeouts: named('timeouts', 'timeout', 'checkout_timeouts'),
		opened: named('connections_created', 'connects', 'connections_opened'),
		waits: [
			...named('wait_seconds', 'wait_time_seconds', 'checkout_seconds', 'checkout_time_seconds').map(base => ({
				base,
				unitMs: 1000,
			})),
		],
	},
});
