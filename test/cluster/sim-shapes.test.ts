/** The simulated cluster against a real one: whatever it serves, a real one serves too. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Sim} from '../../src/sim/contract.ts';
import {createSeededRandom} from '../../src/sim/seed.ts';
import {createSim} from '../../src/sim/sim.ts';
import {namespace, node} from '../sim/small-cluster.ts';
import {findKit} from '../support/kit.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

const kit = findKit();
if ('skipped' in kit) test.skip(kit.skipped, () => undefined);

const labels = {app: 'api'};
const deployment = {
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: {name: 'api', namespace: 'shop', labels},
	spec: {
		replicas: 2,
		selector: {matchLabels: labels},
		template: {
			metadata: {labels},
			spec: {
				containers: [
					{
						name: 'api',
						image: 'registry.example.com/shop/api:1',
						ports: [{name: 'http', containerPort: 8000}],
						readinessProbe: {httpGet: {path: '/readyz', port: 'http'}},
						resources: {requests: {cpu: '50m', memory: '64Mi'}, limits: {memory: '128Mi'}},
					},
				],
			},
		},
	},
};
const service = {
	apiVersion: 'v1',
	kind: 'Service',
	metadata: {name: 'api', namespace: 'shop', labels},
	spec: {selector: labels, ports: [{name: 'http', port: 80, targetPort: 'http'}]},
};

/** Paths that only we have, each with its reason. */
const OURS: ReadonlyMap<string, string> = new Map([
	['events involvedObject.fieldPath', 'the kit’s kubelets are simulated too and name no container; real ones do'],
	['events source.host', 'the same: real kubelets name their node'],
]);

const PATHS = {
	pods: '/api/v1/namespaces/shop/pods',
	deployments: '/apis/apps/v1/namespaces/shop/deployments',
	replicasets: '/apis/apps/v1/namespaces/shop/replicasets',
	events: '/api/v1/namespaces/shop/events',
	endpointslices: '/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices',
	services: '/api/v1/namespaces/shop/services',
};

describe.runIf(!('skipped' in kit))('a list of the simulated cluster', () => {
	const {up, down, kubectl} = 'skipped' in kit ? {up: '', down: '', kubectl: ''} : kit;
	const parent = mkdtempSync(join(tmpdir(), 'dogwatch-shapes-'));
	const folder = join(parent, 'kit');
	let sim: Sim;

	const run = (input: string | undefined, ...args: readonly string[]): string =>
		execFileSync(kubectl, ['--kubeconfig', join(folder, 'kubeconfig'), ...args], {
			encoding: 'utf8',
			input: input ?? '',
			stdio: 'pipe',
		});

	beforeAll(async () => {
		execFileSync(up, ['--dir', folder, '--nodes', '2', '--no-metrics'], {stdio: 'pipe'});
		const items = [namespace('shop'), deployment, service];
		run(JSON.stringify({apiVersion: 'v1', kind: 'List', items}), 'apply', '-f', '-');
		run(undefined, '-n', 'shop', 'rollout', 'status', 'deploy/api', '--timeout=60s');
		// The slice follows the last pod by a moment.
		while (!run(undefined, 'get', '--raw', PATHS.endpointslices).includes('"ready":true')) await pause(200);
		sim = await startSim();
	});
	afterAll(async () => {
		await sim.stop();
		execFileSync(down, [folder], {stdio: 'pipe'});
		rmSync(parent, {recursive: true, force: true});
	});

	test.each(Object.entries(PATHS))('of %s has no field that a real one has not', async (plural, path) => {
		const real = pathsOf(JSON.parse(run(undefined, 'get', '--raw', path)));
		const simulated = pathsOf(await (await fetch(`${sim.url}${path}`)).json());
		expect(real.size).toBeGreaterThan(10);
		const strange = [...simulated].filter(
			one => !real.has(one) && !OURS.has(`${plural} ${one.replace('items[].', '')}`),
		);
		expect(strange).toEqual([]);
	});
});

async function startSim(): Promise<Sim> {
	const {clock, advance} = createVirtualClock();
	const sim = await createSim({
		scenario: {
			id: 'shapes',
			title: 'Shapes',
			story: 'The same manifests as on the real cluster.',
			namespace: 'shop',
			ageMs: 0,
			objects: () => [namespace('shop'), node('node-1'), node('node-2'), deployment, service],
			behaviours: [],
			script: [],
			verdict: {workload: 'api', mark: 'healthy'},
		},
		clock,
		random: createSeededRandom(1),
	});
	await advance(30_000);
	return sim;
}

/** All paths of keys in a document, items of lists as one; what a map is keyed by (labels and the like) is left out. */
function pathsOf(value: unknown, path = ''): Set<string> {
	if (Array.isArray(value)) return new Set(value.flatMap(item => [...pathsOf(item, `${path}[]`)]));
	if (typeof value !== 'object' || value === null) return new Set([path]);
	if (/(labels|annotations|matchLabels|selector|fieldsV1|requests|limits)$/.test(path)) return new Set([path]);
	return new Set(
		Object.entries(value).flatMap(([key, inner]) => [...pathsOf(inner, path === '' ? key : `${path}.${key}`)]),
	);
}
