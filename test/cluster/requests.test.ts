import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {buildIfStale} from '../../.build/fresh.ts';
import {root} from '../../.build/root.ts';
import {findKit, type Kit} from '../support/kit.ts';
import {openProgram, type Program} from '../support/pty.ts';
import {findService, type RealService, startService} from '../support/real-service.ts';
import {type RouteLoad, type RouteTruth, runLoad} from '../support/real-service/load.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';

/** A real service under load, whose output the API server of the kit serves as the log of a pod. */
const kit = findKit();
const service = 'skipped' in kit ? kit : findService();

const ROUTES: readonly RouteLoad[] = [
	{route: '/items', path: () => '/items', parts: 12},
	{route: '/items/{number}', path: nth => `/items/${(nth % 50) + 1}`, parts: 15},
	{route: '/slow', path: () => '/slow?ms=1300', parts: 2},
	{route: '/boom', path: () => '/boom', parts: 1},
];
const LOAD = {routes: ROUTES, perSecond: 30, seconds: 20};

const FORMS = [
	{form: "uvicorn's access log", json: false, access: /^INFO: .* - "GET (\S+) HTTP\/1\.1" (\d{3})/},
	{form: 'JSON lines with durations', json: true, access: /^\{.*"path":"([^"]+)","status":(\d{3}),/},
];

if ('skipped' in kit || 'skipped' in service) {
	test.skip(`a real service: ${'skipped' in service ? service.skipped : ''}`, () => undefined);
} else {
	describe.each(FORMS)('a real service that writes $form', ({json, access}) => {
		let cluster: RealCluster;
		let running: RealService | undefined;
		beforeAll(async () => {
			await buildIfStale(root, () => undefined);
			cluster = startCluster(kit);
			running = await startService({python: service.python, logFile: logFileOf(cluster), json});
			deploy(cluster);
		});
		afterAll(async () => {
			await running?.stop();
			cluster.stop();
		});

		test('has each of its requests once in the log that is followed', async () => {
			const followed = follow(kit, cluster);
			const program = openProgram({
				args: ['--kubeconfig', cluster.kubeconfig, '-n', 'requests'],
				columns: 160,
				rows: 50,
			});
			await program.until(/api +✔ +1\/1/);
			const truth = await runLoad({url: running?.url ?? '', ...LOAD});
			const sent = truth.map(({route, count, serverErrors}) => [route, count, serverErrors]);
			expect(sent).toEqual([
				['/items', 240, 0],
				['/items/{number}', 300, 0],
				['/slow', 40, 0],
				['/boom', 20, 20],
			]);
			await expectShown(program, truth, json);
			program.press('\u0003');
			expect((await program.exit).code).toBe(0);
			const last = 'INFO:     Application shutdown complete.';
			await running?.stop();
			await followed.until(lines => lines.some(line => line.startsWith(last)));
			const noted = followed.lines().flatMap(line => {
				const [, path = '', status = ''] = access.exec(line) ?? [];
				return path === '' ? [] : [{route: routeOf(path), status: Number(status)}];
			});
			expect(countsOf(noted, truth)).toEqual(sent);
			expect(followed.lines().filter(line => line.startsWith('SLOW REQUEST: '))).toHaveLength(40);
			expect(followed.lines().filter(line => line.endsWith('RuntimeError: boom'))).toHaveLength(20);
		});
	});
}

/**
 * The home screen tells of the slow route and of the failing one, and the page of all routes agrees with who has sent the requests: the
 * client measures a little more than the service, and 1 % is what a percentile may be off.
 */
async function expectShown(program: Program, truth: readonly RouteTruth[], isTimed: boolean): Promise<void> {
	await program.until(/[!✖] *▸?api +\S.* 1\/1 +0 +\S+ +1\.3s +3\.3%/);
	await program.until(/SLOW requests[\s\S]*GET \/slow[\s\S]*GET \/boom +100%/);
	program.press('Q');
	await program.until(/api requests/);
	const text = program.text().join('\n');
	for (const {route, count, p95Ms, serverErrors} of truth) {
		const name = route.replace('{number}', '{id}');
		const row = new RegExp(
			`GET ${name.replaceAll(/[{}/]/g, '\\$&')} +(?<rate>\\S+) +\\S+ +(?<p95>\\S+) .*? (?<errors>\\d+)%`,
		);
		const {rate = '', p95 = '', errors = ''} = row.exec(text)?.groups ?? {};
		// Over the last four or five minutes, of which a slice is left out.
		expect(Number(rate), `${route} in\n${text}`).toBeGreaterThan(count / 300 - 0.06);
		expect(Number(rate)).toBeLessThan(count / 240 + 0.06);
		expect(Number(errors)).toBe((100 * serverErrors) / count);
		// What no line tells is not shown; what is told is a little less than what the client waited for.
		const isTold = isTimed || route === '/slow';
		expect(p95 !== '–', `${route} in\n${text}`).toBe(isTold);
		const told = isTold ? msOf(p95) : p95Ms;
		expect(told, `${route} in\n${text}`).toBeLessThan(p95Ms * 1.02 + 1);
		expect(told).toBeGreaterThan(p95Ms * 0.8 - 15);
	}
}

function msOf(text: string): number {
	return Number.parseFloat(text.replace('<', '')) * (/\ds$/.test(text) ? 1000 : 1);
}

/** All pods of the kit whose container is called `api` read that file. */
function logFileOf(cluster: RealCluster): string {
	return join(dirname(cluster.kubeconfig), 'logs/api.log');
}

/** One pod, so that the log is only read once; a Service, so that it is a service to who watches. */
function deploy(cluster: RealCluster): void {
	const metadata = {name: 'api', namespace: 'requests'};
	const labels = {app: 'api'};
	const container = {name: 'api', image: 'requests/api:1', ports: [{name: 'http', containerPort: 8000}]};
	const template = {metadata: {labels}, spec: {containers: [container]}};
	const items = [
		{apiVersion: 'v1', kind: 'Namespace', metadata: {name: 'requests'}},
		{
			apiVersion: 'apps/v1',
			kind: 'Deployment',
			metadata,
			spec: {replicas: 1, selector: {matchLabels: labels}, template},
		},
		{
			apiVersion: 'v1',
			kind: 'Service',
			metadata,
			spec: {selector: labels, ports: [{port: 80, targetPort: 'http'}]},
		},
	];
	const file = join(dirname(cluster.kubeconfig), 'requests.json');
	writeFileSync(file, JSON.stringify({apiVersion: 'v1', kind: 'List', items}));
	cluster.kubectl('apply', '-f', file);
	cluster.kubectl('-n', 'requests', 'rollout', 'status', 'deploy/api', '--timeout=60s');
}

interface Followed {
	lines(): readonly string[];
	/** Fulfilled as soon as it holds. Rejects with what was last read when the log ends before, or after a minute. */
	until(holds: (lines: readonly string[]) => boolean): Promise<void>;
}

/** What `kubectl logs -f` prints. */
function follow(programs: Kit, {kubeconfig}: RealCluster): Followed {
	const args = ['--kubeconfig', kubeconfig, '-n', 'requests', 'logs', '-f', 'deploy/api'];
	const child = spawn(programs.kubectl, args, {stdio: ['ignore', 'pipe', 'inherit']});
	onTestFinished(() => void child.kill());
	let text = '';
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
	const lines = (): readonly string[] => text.split('\n').slice(0, -1);
	return {
		lines,
		async until(holds) {
			const patience = AbortSignal.timeout(60_000);
			while (!holds(lines())) {
				await Promise.race([
					once(child.stdout, 'data', {signal: patience}),
					once(child, 'close').then(() => Promise.reject(new Error('the log has ended'))),
				]).catch((error: unknown) => {
					throw new Error(`not in the log, which ends in:\n${lines().slice(-20).join('\n')}`, {cause: error});
				});
			}
		},
	};
}

function routeOf(path: string): string {
	const [bare = ''] = path.split('?');
	return /^\/items\/\d+$/.test(bare) ? '/items/{number}' : bare;
}

function countsOf(
	noted: readonly {readonly route: string; readonly status: number}[],
	truth: readonly RouteTruth[],
): unknown {
	return truth.map(({route}) => {
		const ofRoute = noted.filter(one => one.route === route);
		return [route, ofRoute.length, ofRoute.filter(({status}) => status >= 500).length];
	});
}
