import {afterEach, describe, expect, test} from 'vitest';
import type {Sim} from '../../src/sim/contract.ts';
import type {KubeObject} from '../../src/sim/objects.ts';
import noDuration from '../../src/sim/scenarios/no-duration/index.ts';
import {drive, type Drive} from '../support/drive.ts';
import {screen} from '../support/texts.ts';

/** A controller that notes ten requests a second for the api, each of 120 ms, and some for a Service that nobody watches. */
const CONTROLLER = {
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: {
		name: 'ingress-nginx-controller-x',
		namespace: 'ingress-nginx',
		labels: {'app.kubernetes.io/name': 'ingress-nginx'},
	},
	spec: {containers: [{name: 'controller', image: 'registry/ingress-nginx/controller:v1.12.0'}]},
} as unknown as KubeObject;

/** In a namespace of its own, as its chart has it. */
function install(sim: Sim): void {
	sim.apply({apiVersion: 'v1', kind: 'Namespace', metadata: {name: 'ingress-nginx'}});
	sim.apply(CONTROLLER);
}

const accessLine = (upstream: string): string =>
	`10.0.0.9 - - [24/Nov/2026:12:00:00 +0000] "GET /items/7 HTTP/1.1" 200 612 "-" "curl/8.5.0" 123 0.120 [${upstream}] [] 10.244.1.5:8000 612 0.119 200 8f3c2f1e0b7d4a6c9e5f1a2b3c4d5e6f`;

const scenario = {
	...noDuration,
	behaviours: [
		{
			of: {image: 'ingress-nginx/controller'},
			logs: {
				serving: () => [
					...Array.from({length: 10}, () => accessLine('shop-api-80')),
					accessLine('other-api-80'),
				],
			},
		},
		...noDuration.behaviours,
	],
};

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

describe('a service whose own log tells no times', () => {
	test('gets them from the log of its ingress', async () => {
		open = await drive({scenario, before: install});
		await open.advance(30_000);
		expect(screen(open)).toMatch(/api +✔ +3\/3 +0 +\S+ +120ms +0%/);
		open.press('Q');
		await open.settle();
		expect(screen(open)).toMatch(/from the ingress's log/);
		expect(screen(open)).toMatch(/GET \/items\/\{id\} +\S+ +120ms +120ms/);
	});

	test('without the right to look for one says so where the number is missing', async () => {
		open = await drive({
			scenario,
			before: sim => {
				install(sim);
				sim.faults.forbid('list', 'pods', '');
			},
		});
		await open.advance(30_000);
		expect(screen(open)).toMatch(/api +✔ +3\/3 +0 +\S+ +– +0%/);
		open.press('Q');
		await open.settle();
		expect(screen(open)).toMatch(/no right to list pods/);
	});
});
