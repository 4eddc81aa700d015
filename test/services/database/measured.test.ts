import {describe, expect, test} from 'vitest';
import type {AppMetrics} from '../../../src/model/app-metrics.ts';
import type {DatabaseServerReading} from '../../../src/model/database-server.ts';
import type {PoolReading} from '../../../src/model/pool.ts';
import type {PodRow} from '../../../src/model/pod.ts';
import {type Measured, type PodMetrics, stateOf} from '../../../src/services/database/measured.ts';
import {createJoin} from '../../../src/services/join.ts';
import {oldA, oldB, oldC, settled} from '../../services/scene.ts';
import {busyDatabase, share, sourced, user} from '../../support/databases.ts';
import {NOON, SECOND} from '../../support/rows.ts';

const join = createJoin();
join.apply(
	settled.map(after => ({before: undefined, after})),
	NOON,
);
const [service] = join.services();

const POOL: PoolReading = {
	...{library: 'SQLAlchemy', name: '', processes: 1, size: 5, overflowMax: 10, inUse: 12, idle: 1, waiting: 3},
	...{waits: undefined, waitP95Ms: undefined, timeouts: 4, opened: 100},
};

function scrape(at: number, fields: Partial<AppMetrics>): AppMetrics {
	return {
		...{at, startedAt: NOON - 3600 * SECOND, pools: [], servers: [], poolers: [], http: undefined},
		...{lines: 10, problems: 0, isCut: false, ...fields},
	};
}

const READING: DatabaseServerReading = {
	...{system: 'PostgreSQL', source: 'postgres_exporter', name: '', maxConnections: 200, superuserReserved: 3},
	...{reserved: 2, connections: 60, byState: new Map(), byApplication: new Map(), byDatabase: new Map()},
	...{longestTransactionMs: undefined, longestIdleInTransactionMs: undefined, locksWaiting: 0, measuredAt: undefined},
};

/** The state of a server that the three pods of `api` use, of which some were scraped. */
function told(metrics: ReadonlyMap<string, PodMetrics>, exporters: readonly AppMetrics[] = [], because = '') {
	if (service === undefined) throw new Error('no service');
	const {server} = busyDatabase();
	const own = share({pods: 3, podsAtMost: undefined, size: sourced(5), overflow: sourced(10)});
	const measured: Measured = {
		metricsOf: ({uid}: PodRow) => metrics.get(uid),
		because: () => because,
		exporters,
		series: [],
	};
	return stateOf({...server, users: [{...user(own).user, service, share: own}]}, measured);
}

describe('the state of a database server', () => {
	test('adds up the pools of its pods, and says when some are missing', () => {
		const one = {before: undefined, now: scrape(NOON, {pools: [POOL]})};
		const state = told(new Map([oldA, oldB].map(pod => [pod.uid, one])));
		expect(state).toMatchObject({inUse: {value: 24, source: 'measured', isPartial: true}, because: ''});
		expect(state.users).toMatchObject([{inUse: 24, waiting: 6, timeoutsPerMinute: undefined, because: ''}]);
		expect(told(new Map([oldA, oldB, oldC].map(pod => [pod.uid, one]))).inUse).toMatchObject({
			value: 36,
			isPartial: false,
		});
	});

	test('counts what happened between two scrapes of one process only', () => {
		const before = scrape(NOON - 15 * SECOND, {pools: [{...POOL, timeouts: 2, opened: 40}]});
		const now = scrape(NOON, {pools: [POOL]});
		const of = (metrics: PodMetrics) => told(new Map([[oldA.uid, metrics]])).users[0];
		expect(of({before, now})).toMatchObject({timeoutsPerMinute: 8, openedPerSecond: 4});
		// Another worker answered.
		const other = {...now, startedAt: NOON - 7200 * SECOND};
		expect(of({before, now: other})).toMatchObject({timeoutsPerMinute: undefined, openedPerSecond: undefined});
	});

	test('several pools of one pod are one', () => {
		const now = scrape(NOON, {pools: [POOL, {...POOL, name: 'reports', inUse: 2, waiting: undefined}]});
		expect(told(new Map([[oldA.uid, {before: undefined, now}]])).users[0]).toMatchObject({inUse: 14, waiting: 3});
	});

	test('an exporter beside the server knows its limits, and those who are none of the services', () => {
		const one = {before: undefined, now: scrape(NOON, {pools: [POOL]})};
		const state = told(new Map([[oldA.uid, one]]), [scrape(NOON, {servers: [READING]})]);
		expect(state.inUse).toMatchObject({value: 60, from: 'postgres_exporter', isPartial: false});
		expect(state.server.allowance).toMatchObject({
			max: {value: 200, source: 'measured'},
			reserved: {value: 5},
			others: {value: 47},
		});
		expect(state.server.budget.usable).toBe(148);
	});

	test('without any measurement says why', () => {
		const state = told(new Map(), [], 'no right to get pods/proxy in shop');
		expect(state).toMatchObject({inUse: undefined, because: 'no right to get pods/proxy in shop'});
	});
});
