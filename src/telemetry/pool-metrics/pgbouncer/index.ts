import type {PoolerPool} from '../../../model/database-server.ts';
import {definePoolMetric, type NamedSample} from '../../contract.ts';
import {groupSamples, labelOf} from '../../exposition/samples.ts';
import {maxOf, sumOf} from '../../exposition/server-reading.ts';

/** The exporter of prometheus-community says it in words; others, and CloudNativePG, take the columns of SHOW POOLS. */
const pools = (...endings: readonly string[]): readonly string[] => endings.map(ending => `pgbouncer_pools_${ending}`);

const CLIENTS_ACTIVE = pools('client_active_connections', 'cl_active');
const CLIENTS_WAITING = pools('client_waiting_connections', 'cl_waiting');
const WAIT = pools('client_maxwait_seconds', 'maxwait_seconds', 'maxwait');
const SERVERS_ACTIVE = pools('server_active_connections', 'sv_active');
// In its words `used` are those that are free and will be checked before they are used.
const SERVERS_IDLE = pools('server_idle_connections', 'sv_idle', 'server_used_connections', 'sv_used');
const POOLS = [CLIENTS_ACTIVE, CLIENTS_WAITING, WAIT, SERVERS_ACTIVE, SERVERS_IDLE].flat();
const SIZE = 'pgbouncer_databases_pool_size';
const CLIENTS_MAX = ['pgbouncer_config_max_client_connections', 'pgbouncer_config_max_client_conn'];

export default definePoolMetric({
	id: 'pgbouncer',
	title: 'PgBouncer',
	names: [...POOLS, SIZE, ...CLIENTS_MAX],
	read(samples) {
		const pairs = groupSamples(
			samples,
			POOLS,
			sample => `${labelOf(sample, ['database'])}\n${labelOf(sample, ['user'])}`,
		);
		// `name` is what clients call the database, `database` what the server calls it.
		const databases = groupSamples(samples, [SIZE], sample => labelOf(sample, ['name', 'database']));
		const found = pairs.keys.map(pair => readPair(pair, name => pairs.of(name, pair)));
		// Its own console is one, too.
		const own = found.filter(({database}) => database !== 'pgbouncer');
		const maxClients = maxOf(CLIENTS_MAX.flatMap(name => samples.of(name)));
		if (own.length === 0 && maxClients === undefined) return {};
		const sized = own.map(pool => ({...pool, size: maxOf(databases.of(SIZE, pool.database))}));
		return {poolers: [{software: 'PgBouncer', maxClients, pools: sized}]};
	},
});

function readPair(pair: string, of: (name: string) => readonly NamedSample[]): PoolerPool {
	const sum = (names: readonly string[]): number => sumOf(names.flatMap(of)) ?? 0;
	const waitSeconds = maxOf(WAIT.flatMap(of));
	const [database = '', user = ''] = pair.split('\n');
	return {
		database,
		user,
		clientsActive: sum(CLIENTS_ACTIVE),
		clientsWaiting: sum(CLIENTS_WAITING),
		longestWaitMs: waitSeconds === undefined ? undefined : waitSeconds * 1000,
		serversActive: sum(SERVERS_ACTIVE),
		serversIdle: sum(SERVERS_IDLE),
		size: undefined,
	};
}
