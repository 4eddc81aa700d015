import {describe, expect, test} from 'vitest';
import {kinds} from '../../src/kinds/index.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {AppMetrics} from '../../src/model/app-metrics.ts';
import type {ServiceObjectRow} from '../../src/model/network.ts';
import {databaseServers} from '../../src/services/database/servers.ts';
import {createJoin} from '../../src/services/join.ts';
import type {Sim} from '../../src/sim/contract.ts';
import {scenarios} from '../../src/sim/scenarios.ts';
import {createSeededRandom} from '../../src/sim/seed.ts';
import {createSim} from '../../src/sim/sim.ts';
import {createMetricsReader} from '../../src/telemetry/exposition/app-metrics.ts';
import {poolMetrics} from '../../src/telemetry/pool-metrics.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

/** What the stories about databases show beside logs and objects: metrics, and what pods may take of which server. */
interface Told {
	readonly sim: Sim;
	/** Of all pods whose name begins so, through the API server's proxy. */
	metrics(prefix: string, port: number): Promise<readonly AppMetrics[]>;
	servers(): unknown;
}

const read = createMetricsReader(poolMetrics);

async function tell(id: string, atMs: number): Promise<Told> {
	const scenario = scenarios.find(one => one.id === id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	const {clock, advance} = createVirtualClock();
	const sim = await createSim({scenario, clock, random: createSeededRandom(7)});
	await advance(atMs);
	return {
		sim,
		metrics(prefix, port) {
			const pods = sim.list('pods', 'shop').filter(({metadata}) => metadata.name.startsWith(prefix));
			return Promise.all(
				pods.map(async ({metadata: {name}}) => {
					const url = `${sim.url}/api/v1/namespaces/shop/pods/${name}:${port}/proxy/metrics`;
					return read(await (await fetch(url)).text(), clock.now());
				}),
			);
		},
		servers: () => serversOf(sim, clock.now()),
	};
}

function serversOf(sim: Sim, now: number): unknown {
	const intern = createIntern();
	const rows = kinds.flatMap(kind =>
		sim.list(kind.plural).map(object => kind.project(structuredClone(object) as never, intern)),
	);
	const join = createJoin();
	join.apply(
		rows.map(after => ({before: undefined, after})),
		now,
	);
	const named = rows.filter(({kind}) => kind === 'service') as ServiceObjectRow[];
	const servers = databaseServers(join.services(), {
		configValue: () => () => undefined,
		serviceAt: (host, namespace) => named.find(one => one.name === host && one.namespace === namespace),
		behind: service => join.behind(service),
	});
	return servers.map(({label, users, budget: {usable, now: taken, atMost, withSurge}}) => ({
		label,
		users: users.map(({service: {name}}) => name),
		sums: [usable, taken, atMost, withSurge],
	}));
}

const inUse = (all: readonly AppMetrics[]): number =>
	all.flatMap(({pools}) => pools).reduce((sum, pool) => sum + (pool.inUse ?? 0), 0);

describe('what the pods may take', () => {
	test.each([
		// Three pods of 15 and two of the worker's of 2; ten at most; two more of the one and one of the other while both are rolled out.
		['black-friday', [{label: 'postgres:5432', users: ['api', 'worker'], sums: [97, 49, 154, 186]}]],
		['surge-overrun', [{label: 'postgres:5432', users: ['api', 'worker'], sums: [97, 94, undefined, 156]}]],
	])('%s', async (id, expected) => {
		const told = await tell(id, 0);
		expect(told.servers()).toEqual(expected);
		await told.sim.stop();
	});

	test('pgbouncer-waiting: clients of the pooler, and the pooler before Postgres', async () => {
		const told = await tell('pgbouncer-waiting', 0);
		expect(told.servers()).toEqual([
			{label: 'postgres:5432', users: ['pgbouncer', 'worker'], sums: [97, 24, undefined, expect.any(Number)]},
			{label: 'pgbouncer:6432', users: ['api'], sums: [400, 45, 150, 180]},
		]);
		await told.sim.stop();
	});
});

describe('what the pools show', () => {
	test('black-friday: never more in use than Postgres has', async () => {
		const told = await tell('black-friday', 120_000);
		const all = await told.metrics('api-', 8000);
		expect(all).toHaveLength(10);
		expect(all[0]?.pools[0]).toMatchObject({library: 'SQLAlchemy', size: 5, overflowMax: 10});
		expect(inUse(all)).toBeGreaterThan(70);
		expect(inUse(all)).toBeLessThanOrEqual(97 - 4);
		await told.sim.stop();
	});

	test('pool-leak: it climbs until nothing is left, and then they wait', async () => {
		const early = await tell('pool-leak', 0);
		const late = await tell('pool-leak', 150_000);
		const [before, after] = [await early.metrics('api-', 8000), await late.metrics('api-', 8000)];
		expect([inUse(before) < 45, inUse(after)]).toEqual([true, 45]);
		for (const {pools} of after) {
			expect(pools[0]?.waiting).toBeGreaterThan(50);
			expect(pools[0]?.timeouts).toBeGreaterThan(50);
		}
		await early.sim.stop();
		await late.sim.stop();
	});

	test('surge-overrun: the new pods have next to nothing open', async () => {
		const told = await tell('surge-overrun', 60_000);
		const opened = (await told.metrics('api-', 8000)).map(
			({pools: [pool]}) => (pool?.inUse ?? 0) + (pool?.idle ?? 0),
		);
		expect(opened.toSorted((a, b) => a - b)).toEqual([1, 1, 30, 30, 30]);
		await told.sim.stop();
	});

	test('pgbouncer-waiting: more and more clients wait, and longer', async () => {
		const early = await tell('pgbouncer-waiting', 0);
		const late = await tell('pgbouncer-waiting', 60_000);
		const [[before], [after]] = [await early.metrics('pgbouncer-', 9127), await late.metrics('pgbouncer-', 9127)];
		const [a, b] = [before?.poolers[0]?.pools[0], after?.poolers[0]?.pools[0]];
		expect(b).toMatchObject({database: 'shop', user: 'shop', serversActive: 20, serversIdle: 0, size: 20});
		expect(a?.clientsWaiting).toBeGreaterThan(15);
		expect(b?.clientsWaiting).toBeGreaterThan(a?.clientsWaiting ?? Infinity);
		expect(b?.longestWaitMs).toBeGreaterThan(a?.longestWaitMs ?? Infinity);
		await early.sim.stop();
		await late.sim.stop();
	});
});
