import type {MeasuredConnections} from '../../src/diagnosis/example-database.ts';
import type {DatabaseServerReading, PoolerPool, PoolerReading} from '../../src/model/database-server.ts';
import type {ServiceObjectRow} from '../../src/model/network.ts';
import type {Row} from '../../src/model/row.ts';
import {type DatabaseServer, databaseServers, type DatabaseUser} from '../../src/services/database/servers.ts';
import type {DatabaseState, PodPool, UserState} from '../../src/services/database/state.ts';
import type {Join} from '../../src/services/join.ts';
import {pool} from './databases.ts';

/** The state of the database of a service, by its uid: who uses which is read off the objects, the rest is as the example says. */
export function exampleDatabases(
	join: Join,
	rows: Iterable<Row>,
	measured: MeasuredConnections,
): (service: string) => DatabaseState | undefined {
	const all = [...rows];
	const servers = databaseServers([...join.services()], {
		configValue: () => () => undefined,
		serviceAt: (host, namespace) =>
			all.find(row => row.kind === 'service' && row.name === host && row.namespace === namespace) as
				| ServiceObjectRow
				| undefined,
		behind: service => join.behind(service),
	});
	const states = servers.map(server => stateOf(server, measured));
	return uid => states.find(({users}) => users.some(({user}) => user.service.uid === uid));
}

function stateOf(server: DatabaseServer, measured: MeasuredConnections): DatabaseState {
	const users = server.users.map(user => userOf(user, measured));
	const reading = measured.reading && readingOf(measured.reading);
	const value = reading?.connections ?? (sum(users.map(({inUse}) => inUse)) || undefined);
	return {
		server,
		inUse: value === undefined ? undefined : {value, source: 'measured', from: 'metrics', isPartial: false},
		users,
		series: [],
		reading: server.isPooler ? undefined : reading,
		pooler: server.isPooler && measured.pooler ? poolerOf(measured.pooler) : undefined,
		because: '',
	};
}

function userOf(
	user: DatabaseUser,
	{pools = {}, waitP95Ms, timeoutsPerMinute, openedPerSecond}: MeasuredConnections,
): UserState {
	const pods: readonly PodPool[] = user.service.pods.flatMap(({name, uid}) => {
		const own = pools[name];
		return own === undefined ? [] : [{pod: name, uid, pool: pool(own), waitP95Ms}];
	});
	if (pods.length === 0)
		return {
			...{user, pods, because: 'it shows no metrics', inUse: undefined, waiting: undefined},
			...{waitP95Ms: undefined, timeoutsPerMinute: undefined, openedPerSecond: undefined},
		};
	const inUse = sum(pods.map(one => one.pool.inUse));
	const waiting = sum(pods.map(one => one.pool.waiting));
	return {user, pods, because: '', inUse, waiting, waitP95Ms, timeoutsPerMinute, openedPerSecond};
}

function readingOf(fields: Partial<DatabaseServerReading>): DatabaseServerReading {
	return {
		system: 'PostgreSQL',
		source: 'postgres_exporter',
		name: '',
		maxConnections: 100,
		superuserReserved: 3,
		reserved: undefined,
		connections: undefined,
		byState: new Map(),
		byApplication: new Map(),
		byDatabase: new Map(),
		longestTransactionMs: undefined,
		longestIdleInTransactionMs: undefined,
		locksWaiting: undefined,
		measuredAt: undefined,
		...fields,
	};
}

function poolerOf(fields: Partial<PoolerPool>): PoolerReading {
	const own = {
		...{database: 'shop', user: 'shop', clientsActive: 0, clientsWaiting: 0, longestWaitMs: undefined},
		...{serversActive: 0, serversIdle: 0, size: undefined},
		...fields,
	};
	return {software: 'PgBouncer', maxClients: 400, pools: [own]};
}

function sum(values: readonly (number | undefined)[]): number {
	return values.reduce((total: number, value) => total + (value ?? 0), 0);
}
