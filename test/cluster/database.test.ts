import {execFile} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {buildIfStale} from '../../.build/fresh.ts';
import {root} from '../../.build/root.ts';
import type {PoolReading} from '../../src/model/pool.ts';
import {createMetricsReader} from '../../src/telemetry/exposition/app-metrics.ts';
import {poolMetrics} from '../../src/telemetry/pool-metrics.ts';
import {findKit} from '../support/kit.ts';
import {openProgram} from '../support/pty.ts';
import {type PodNetwork, startPodNetwork} from '../support/pod-network.ts';
import {findPostgres, type RealDatabase, startDatabase} from '../support/real-database.ts';
import {createRealPods, type RealPod, type RealPods} from '../support/real-pods.ts';
import {findService} from '../support/real-service.ts';
import {type RouteTruth, runLoad} from '../support/real-service/load.ts';
import {askThroughTunnel} from '../support/tunnel.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';
import {databaseObjects, NAMESPACE, POOL, PORT} from './database-objects.ts';

/** A real Postgres of 20 connections, and real pools of 5 in each of the pods, which reach it through the kit's API server. */
const kit = findKit();
const postgres = 'skipped' in kit ? kit : findPostgres();
const service = 'skipped' in postgres ? postgres : findService();

const MAX_CONNECTIONS = 20;

if ('skipped' in kit || 'skipped' in postgres || 'skipped' in service) {
	test.skip(`a real database: ${'skipped' in service ? service.skipped : ''}`, () => undefined);
} else {
	describe('pods with pools before a real Postgres', () => {
		let network: PodNetwork;
		let cluster: RealCluster;
		let database: RealDatabase;
		let pods: RealPods;
		const run = promisify(execFile);
		/** Not the synchronous one: the answers come from this process. */
		const kubectl = async (...args: readonly string[]): Promise<string> =>
			(await run(kit.kubectl, ['--kubeconfig', cluster.kubeconfig, '-n', NAMESPACE, ...args])).stdout;
		const metricsOf = ({name}: RealPod): Promise<string> =>
			kubectl('get', '--raw', `/api/v1/namespaces/${NAMESPACE}/pods/${name}:${PORT}/proxy/metrics`);

		beforeAll(async () => {
			await buildIfStale(root, () => undefined);
			network = await startPodNetwork(kit);
			cluster = startCluster(kit, network.environment);
			const logFile = join(dirname(cluster.kubeconfig), 'logs/postgres.log');
			database = await startDatabase(postgres, {maxConnections: MAX_CONNECTIONS, logFile});
			const file = join(dirname(cluster.kubeconfig), 'database.json');
			writeFileSync(
				file,
				JSON.stringify(databaseObjects({maxConnections: MAX_CONNECTIONS, port: database.port})),
			);
			cluster.kubectl('apply', '-f', file);
			await kubectl('rollout', 'status', 'deploy/api', '--timeout=60s');
			const environment = {...POOL, DATABASE_URL: database.url, DB_POOL_TIMEOUT: '3'};
			const {python} = service;
			const rest = {namespace: NAMESPACE, selector: 'app=api', port: PORT};
			pods = createRealPods({kit, cluster, network, ...rest, python, environment});
		});
		afterAll(async () => {
			await pods?.stop();
			await database?.stop();
			cluster?.stop();
			await network?.stop();
		});

		test('what pools say agrees with what Postgres says', async () => {
			const three = await pods.sync();
			expect(three).toHaveLength(3);
			const program = openProgram({
				args: ['--kubeconfig', cluster.kubeconfig, '-n', NAMESPACE],
				columns: 160,
				rows: 50,
			});
			await program.until(/api +\S+ +3\/3/);
			program.press(':db\r');
			await program.until(/measured: SQLAlchemy/);
			const load = loadAll(three, {perSecond: 3, seconds: 40});
			// It looks every fifteen seconds.
			await sleep(18_000);
			const seen: {readonly pool: number; readonly before: number; readonly after: number}[] = [];
			for (let round = 0; round < 8; round++) {
				const before = await activityOf(database);
				const texts = await Promise.all(three.map(metricsOf));
				const after = await activityOf(database);
				for (const [index, {name}] of three.entries()) {
					const pool = poolIn(texts[index] ?? '');
					expect(pool).toMatchObject({library: 'SQLAlchemy', size: 3, overflowMax: 2, processes: 1});
					seen.push({pool: pool?.inUse ?? -1, before: before.get(name) ?? 0, after: after.get(name) ?? 0});
				}
				await sleep(1500);
			}
			const shown = /api +3 +~?1 +3\+2 +(\d+) /.exec(program.text().join('\n'))?.[1];
			const held = [...(await activityOf(database)).values()].reduce((sum, count) => sum + count, 0);
			expect(shown).toMatch(/^\d+$/);
			expect(Math.abs(Number(shown) - held)).toBeLessThanOrEqual(three.length);
			// The server allows 20 and keeps 3: three pods want 15 of 17, and with a surge 20.
			expect(program.text().join('\n')).toMatch(/\+ surge .*20 ✖/);
			program.press('\u0003');
			expect((await program.exit).code).toBe(0);
			const truth = await load;
			expect(truth.map(({count, serverErrors}) => [count, serverErrors])).toEqual(three.map(() => [120, 0]));
			expect(seen.filter(({pool}) => pool >= 2).length).toBeGreaterThan(seen.length / 2);
			expect(
				seen.filter(
					({pool, before, after}) => pool < Math.min(before, after) - 1 || pool > Math.max(before, after) + 1,
				),
			).toEqual([]);
		});

		test('a tunnel leads to the same, also while the proxy of the API server reaches no pod', async () => {
			const [pod] = await pods.sync();
			if (pod === undefined) throw new Error('there is no pod');
			network.isOpen = false;
			await expect(metricsOf(pod)).rejects.toThrow(/error trying to reach service/);
			const text = await askThroughTunnel(kit, cluster, {namespace: NAMESPACE, pod: pod.name, port: PORT});
			network.isOpen = true;
			expect(poolIn(text)).toMatchObject({library: 'SQLAlchemy', size: 3, inUse: 0});
			expect(poolIn(await metricsOf(pod))).toMatchObject({library: 'SQLAlchemy', size: 3, inUse: 0});
		});

		test('two pods more are two too many', async () => {
			await kubectl('scale', 'deploy/api', '--replicas=5');
			await kubectl('rollout', 'status', 'deploy/api', '--timeout=60s');
			const five = await pods.sync();
			expect(five).toHaveLength(5);
			const truth = await loadAll(five, {perSecond: 5, seconds: 10});
			expect(truth.reduce((sum, {serverErrors}) => sum + serverErrors, 0)).toBeGreaterThan(10);
			const logs = await Promise.all(five.map(({name}) => kubectl('logs', name)));
			// psycopg looks up names itself, and names the address.
			const said = `connection to server at "127.0.0.1", port ${database.port} failed: `;
			expect(logs.join('\n')).toMatch(new RegExp(said + REFUSED.source));
			expect(await kubectl('logs', 'postgres-0')).toMatch(REFUSED);
		});
	});
}

const REFUSED = /FATAL: {2}(?:sorry, too many clients already|remaining connection slots are reserved for)/;

const read = createMetricsReader(poolMetrics);

function poolIn(text: string): PoolReading | undefined {
	return read(text, 0).pools[0];
}

/** Connections in use by application, which is the pod: those in a transaction are, too. */
async function activityOf(database: RealDatabase): Promise<ReadonlyMap<string, number>> {
	const rows = await database.query(
		"SELECT application_name, count(*) FILTER (WHERE state <> 'idle') FROM pg_stat_activity WHERE usename = 'shop' GROUP BY 1",
	);
	return new Map(
		rows.map((row): [string, number] => {
			const [name = '', count = '0'] = row.split('|');
			return [name, Number(count)];
		}),
	);
}

/** Each pod is asked that often for something that holds a connection for a second. */
async function loadAll(
	all: readonly RealPod[],
	load: {readonly perSecond: number; readonly seconds: number},
): Promise<readonly RouteTruth[]> {
	const routes = [{route: '/report', path: () => '/report?seconds=1', parts: 1}];
	const truths = await Promise.all(all.map(({service: {url}}) => runLoad({url, routes, ...load})));
	return truths.flat();
}

function sleep(ms: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, ms));
}
