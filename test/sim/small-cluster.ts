import type {Behaviour, Scenario, Sim} from '../../src/sim/contract.ts';
import type {KubeObject} from '../../src/sim/objects.ts';
import {createSeededRandom} from '../../src/sim/seed.ts';
import {createSim} from '../../src/sim/sim.ts';
import {createVirtualClock, type VirtualClock} from '../support/virtual-clock.ts';

export interface SmallCluster extends VirtualClock {
	readonly sim: Sim;
	/** Status, headers and body of an answer; the body as JSON when it is that. */
	ask(method: string, path: string, options?: AskOptions): Promise<Answer>;
}

export interface AskOptions {
	readonly body?: unknown;
	readonly type?: string;
	readonly accept?: string;
}

type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	/** Whatever came: tests say what they expect of it. */
	readonly body: Json;
}

/** Noon of a day: all times in the tests are told from here. */
export const NOON = Date.UTC(2026, 10, 24, 12);

/** Two nodes, the namespace `shop`, and what a test adds; it begins at noon. */
export async function startSmallCluster(
	objects: readonly KubeObject[] = [],
	behaviours: readonly Behaviour[] = [],
): Promise<SmallCluster> {
	const scenario: Scenario = {
		id: 'small',
		title: 'Small',
		story: 'Nearly nothing.',
		namespace: 'shop',
		ageMs: 0,
		objects: () => [namespace('shop'), namespace('other'), node('node-1'), node('node-2'), ...objects],
		behaviours,
		script: [],
		verdict: {workload: 'api', mark: 'healthy'},
	};
	const virtual = createVirtualClock(NOON);
	const sim = await createSim({scenario, clock: virtual.clock, random: createSeededRandom(1)});
	return {
		...virtual,
		sim,
		async ask(method, path, {body, type = 'application/json', accept = 'application/json'} = {}) {
			const headers = {
				accept,
				'user-agent': 'kubectl/v1.35.4 (test)',
				...(body === undefined ? {} : {'content-type': type}),
			};
			const response = await fetch(`${sim.url}${path}`, {
				method,
				headers,
				...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
			});
			const text = await response.text();
			return {
				status: response.status,
				headers: response.headers,
				body: text.startsWith('{') ? JSON.parse(text) : text,
			};
		},
	};
}

export function namespace(name: string): KubeObject {
	return {apiVersion: 'v1', kind: 'Namespace', metadata: {name}};
}

export function node(name: string, cpu = '2'): KubeObject {
	return {
		apiVersion: 'v1',
		kind: 'Node',
		metadata: {name, labels: {'topology.kubernetes.io/zone': 'z1'}},
		spec: {podCIDR: `10.244.${name.at(-1)}.0/24`},
		status: {
			allocatable: {cpu, memory: '4Gi', pods: '110'},
			addresses: [{type: 'InternalIP', address: '10.0.0.1'}],
		},
	};
}

/** A pod of one container, `app`. */
export function pod(name: string, spec: object = {}, labels: Record<string, string> = {app: name}): KubeObject {
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {name, namespace: 'shop', labels},
		spec: {containers: [{name: 'app', image: 'example.com/app:1'}], ...spec},
	};
}

/** A workload of one container, `app`; `image` makes its revision. */
export function workload(kind: string, name: string, image: string, spec: object = {}): KubeObject {
	const labels = {app: name};
	return {
		apiVersion: 'apps/v1',
		kind,
		metadata: {name, namespace: 'shop', labels},
		spec: {
			selector: {matchLabels: labels},
			template: {
				metadata: {labels},
				spec: {containers: [{name: 'app', image, resources: {requests: {cpu: '100m', memory: '64Mi'}}}]},
			},
			...spec,
		},
	};
}

export function configMap(
	name: string,
	data: Record<string, string> = {},
	labels: Record<string, string> = {},
): KubeObject {
	return {apiVersion: 'v1', kind: 'ConfigMap', metadata: {name, namespace: 'shop', labels}, data};
}
