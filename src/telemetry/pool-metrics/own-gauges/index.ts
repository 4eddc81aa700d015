import {poolGauges} from '../../exposition/pool-gauges.ts';

/** What people call the gauges of a pool, whichever library it is of. */
const STEMS = ['db_pool', 'database_pool', 'db_connection_pool', 'database_connection_pool'];

const named = (...endings: readonly string[]): readonly string[] =>
	endings.flatMap(ending => STEMS.map(stem => `${stem}_${ending}`));

/** `db_pool_connections{state="in_use"}` */
const inState = (...is: readonly string[]) =>
	named('connections').map(name => ({name, label: ['state', 'status', 'type'], is}));

export default poolGauges({
	id: 'own-gauges',
	title: 'Gauges of an application for its pool',
	library: '',
	named: ['pool', 'pool_name', 'name', 'database', 'db', 'db_name'],
	// Words of SQLAlchemy, in which the size is meant without the overflow.
	notWith: named('checked_out', 'checkedout', 'checked_in', 'checkedin', 'overflow', 'max_overflow'),
	fields: {
		size: [
			...named('max', 'max_size', 'max_connections', 'connections_max', 'limit', 'capacity'),
			...inState('max', 'limit'),
			...named('size'),
		],
		open: [
			...named('total', 'total_connections', 'connections_total', 'open', 'open_connections'),
			...inState('total', 'open'),
		],
		inUse: [
			...named(
				'in_use',
				'connections_in_use',
				'active',
				'active_connections',
				'connections_active',
				'used',
				'busy',
			),
			...inState('in_use', 'used', 'active', 'busy', 'acquired', 'checked_out'),
		],
		idle: [
			...named('idle', 'idle_connections', 'connections_idle', 'free', 'available'),
			...inState('idle', 'free', 'available', 'checked_in'),
		],
		waiting: [
			...named('waiting', 'waiting_requests', 'waiting_connections', 'connections_waiting', 'pending', 'waiters'),
			...inState('waiting', 'pending'),
		],
		timeouts: named('timeouts', 'acquire_timeouts', 'timeout'),
		opened: named('connections_created', 'connections_opened', 'new_connections'),
		waits: [
			...named('wait_seconds', 'wait_time_seconds', 'wait_duration_seconds', 'acquire_seconds').map(base => ({
				base,
				unitMs: 1000,
			})),
			...named('wait_ms', 'wait_milliseconds', 'acquire_ms').map(base => ({base, unitMs: 1})),
		],
	},
});
