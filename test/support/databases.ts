import type {DatabaseServerReading} from '../../src/model/database-server.ts';
import type {PoolReading} from '../../src/model/pool.ts';
import type {Row} from '../../src/model/row.ts';
import {type Allowance, budgetOf, type Share} from '../../src/services/budget/budget.ts';
import type {Source, Sourced} from '../../src/services/database/contract.ts';
import type {DatabaseUser} from '../../src/services/database/servers.ts';
import type {DatabaseState, UserState} from '../../src/services/database/state.ts';
import {connectionSummary} from '../../src/services/database/summary.ts';
import type {ServiceRow} from '../../src/services/service-row.ts';
import type {Session} from '../../src/session/session.ts';
import {deployment} from './rows.ts';

/** Made-up databases, with the sums done as for real ones. */

export function sourced(value: number, source: Source = 'declared', from = 'DB_POOL_SIZE'): Sourced {
	return {value, source, from};
}

/** Five pods of one worker, 15 + 10 each, that may be ten: 125 now, 250 at most, 275 with a surge. */
export function share(fields: Partial<Share> = {}): Share {
	return {
		service: `deployment-${fields.name ?? 'api'}`,
		name: 'api',
		pods: 5,
		podsAtMost: 10,
		surge: 1,
		surgeAtMost: 1,
		workers: sourced(1, 'declared', '--workers'),
		size: sourced(15),
		overflow: sourced(10, 'declared', 'DB_MAX_OVERFLOW'),
		...fields,
	};
}

/** A service that is the user of a share, or of which nothing tells how many connections it may hold. */
export function user(
	own: Share | undefined,
	fields: Partial<UserState> & {readonly service?: ServiceRow; readonly library?: string} = {},
): UserState {
	const {service = serviceRow(own?.name ?? 'api'), library = 'SQLAlchemy', ...state} = fields;
	const use: DatabaseUser['use'] = {
		system: 'PostgreSQL',
		host: 'postgres',
		port: 5432,
		database: 'shop',
		driver: '',
		container: 'app',
		from: 'DATABASE_URL',
		isGuessed: false,
	};
	return {
		user: {service, use, share: own, pool: own && {...own, library, settings: ''}},
		inUse: undefined,
		waiting: undefined,
		waitP95Ms: undefined,
		timeoutsPerMinute: undefined,
		openedPerSecond: undefined,
		pods: [],
		because: '',
		...state,
	};
}

export const allowance: Allowance = {
	max: sourced(100, 'measured', 'postgres_exporter'),
	reserved: sourced(3, 'measured', 'postgres_exporter'),
	others: sourced(0, 'measured', 'postgres_exporter'),
};

/** `postgres:5432` with its users; by default nothing is measured. */
export function database(
	users: readonly UserState[],
	fields: Partial<DatabaseState> & {
		readonly label?: string;
		readonly allowance?: Allowance | undefined;
		readonly isPooler?: boolean;
	} = {},
): DatabaseState {
	const {label = 'postgres:5432', isPooler = false, ...state} = fields;
	const allowed = 'allowance' in fields ? fields.allowance : allowance;
	return {
		server: {
			key: label,
			label,
			system: 'PostgreSQL',
			service: undefined,
			behind: [],
			isPooler,
			users: users.map(one => one.user),
			allowance: allowed,
			budget: budgetOf(
				users.flatMap(one => one.user.share ?? []),
				allowed,
			),
		},
		inUse: undefined,
		users,
		series: Array.from({length: 60}, () => undefined),
		reading: undefined,
		pooler: undefined,
		because: '',
		...state,
	};
}

/** The server of screens.md: three services, 87 of 97 in use, a quarter of an hour in which it filled. */
export function busyDatabase(services: readonly ServiceRow[] = []): DatabaseState {
	const row = (name: string): ServiceRow => services.find(one => one.name === name) ?? serviceRow(name);
	const of = (name: string, fields: Partial<Share>): Share => share({name, service: row(name).uid, ...fields});
	const pods = [
		{pod: 'api-7f9c-x2xkq', uid: 'pod-1', pool: pool({inUse: 25, idle: 0, waiting: 12}), waitP95Ms: 2900},
		{pod: 'api-7f9c-m81bd', uid: 'pod-2', pool: pool({inUse: 20, idle: 5, waiting: 0}), waitP95Ms: undefined},
	];
	const api = user(of('api', {}), {service: row('api'), inUse: 75, waiting: 12, waitP95Ms: 2900, pods});
	const fixed = {podsAtMost: undefined, surge: 0};
	const worker = user(
		of('worker', {...fixed, pods: 2, workers: sourced(2), size: sourced(5), overflow: sourced(0)}),
		{service: row('worker'), inUse: 4, waiting: 0},
	);
	const assumed = (value: number): Sourced => sourced(value, 'assumed', "SQLAlchemy's default");
	const mailer = user(of('mailer', {...fixed, pods: 3, size: assumed(5), overflow: assumed(10)}), {
		service: row('mailer'),
		because: '/metrics answers 404',
	});
	return database([mailer, worker, api], {
		inUse: {...sourced(87, 'measured', 'postgres_exporter'), isPartial: false},
		series: Array.from({length: 60}, (_, index) => (index < 6 ? undefined : 20 + Math.round(index * 1.13))),
		reading: reading(),
	});
}

function reading(fields: Partial<DatabaseServerReading> = {}): DatabaseServerReading {
	return {
		system: 'PostgreSQL',
		source: 'postgres_exporter',
		name: '',
		maxConnections: 100,
		superuserReserved: 3,
		reserved: undefined,
		connections: 87,
		byState: new Map([
			['idle', 60],
			['active', 22],
			['idle in transaction', 5],
		]),
		byApplication: new Map([
			['api', 75],
			['', 8],
			['worker', 4],
		]),
		byDatabase: new Map(),
		longestTransactionMs: 252_000,
		longestIdleInTransactionMs: undefined,
		locksWaiting: 3,
		measuredAt: undefined,
		...fields,
	};
}

export function pool(fields: Partial<PoolReading> = {}): PoolReading {
	return {
		library: 'SQLAlchemy',
		name: '',
		processes: 1,
		size: 15,
		overflowMax: 10,
		inUse: 0,
		idle: 0,
		waiting: 0,
		waits: undefined,
		waitP95Ms: undefined,
		timeouts: undefined,
		opened: undefined,
		...fields,
	};
}

/** From now on that session knows these servers. */
export function pretendDatabases(
	session: Session,
	statesOf: (services: readonly ServiceRow[]) => readonly DatabaseState[],
	because = '',
): void {
	const {facts, world} = session;
	const states = statesOf(world.getState().services);
	const of = (uid: string): DatabaseState | undefined =>
		states.find(({users}) => users.some(({user: {service}}) => service.uid === uid));
	Object.defineProperty(session, 'databases', {
		value: {states: () => states, of, because},
		configurable: true,
	});
	Object.defineProperty(session, 'facts', {
		value: () => ({...facts(), connectionsOf: ({uid}: Row) => connectionSummary(of(uid))}),
		configurable: true,
	});
	session.flush();
}

/** As much of a service as screens of databases look at. */
export function serviceRow(name: string): ServiceRow {
	const workload = deployment({name});
	return {...workload, workload, pods: []} as unknown as ServiceRow;
}
