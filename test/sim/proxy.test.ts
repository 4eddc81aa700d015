import {describe, expect, test} from 'vitest';
import type {Behaviour} from '../../src/sim/contract.ts';
import {pod, startSmallCluster} from './small-cluster.ts';

const PODS = '/api/v1/namespaces/shop/pods';
const spec = {
	containers: [
		{name: 'app', image: 'example.com/app:1', ports: [{containerPort: 8000}]},
		{name: 'exporter', image: 'example.com/exporter:1', ports: [{containerPort: 9127}]},
	],
};
const behaviours: Behaviour[] = [
	{of: {image: 'app:'}, metrics: ({storyMs}) => `db_pool_checked_out ${Math.floor(storyMs / 1000)}\n`},
	{of: {image: 'exporter:'}, metrics: () => 'pgbouncer_up 1\n'},
];

describe('metrics of pods, through the API server', () => {
	test('each port answers with what its container says at that moment', async () => {
		const cluster = await startSmallCluster([pod('a', spec)], behaviours);
		await cluster.advance(30_000);
		const ask = async (path: string): Promise<unknown> => {
			const {status, headers, body} = await cluster.ask('GET', `${PODS}/${path}`);
			return [status, headers.get('content-type'), body];
		};
		const type = 'text/plain; version=0.0.4; charset=utf-8';
		expect(await ask('a:8000/proxy/metrics')).toEqual([200, type, 'db_pool_checked_out 30\n']);
		expect(await ask('http:a:9127/proxy/metrics')).toEqual([200, type, 'pgbouncer_up 1\n']);
		expect(await ask('a:8000/proxy/other')).toEqual([404, 'text/plain; charset=utf-8', 'Not Found']);
		await cluster.sim.stop();
	});

	test('where nothing listens, and who may not ask, are told apart', async () => {
		const cluster = await startSmallCluster([pod('a', spec), pod('b')], behaviours);
		await cluster.advance(30_000);
		const ask = async (path: string): Promise<unknown> => {
			const {status, body} = await cluster.ask('GET', `${PODS}/${path}`);
			return [status, body.reason, body.message];
		};
		expect(await ask('a:9090/proxy/metrics')).toEqual([
			503,
			'ServiceUnavailable',
			expect.stringMatching(
				/^error trying to reach service: dial tcp 10\.244\.[\d.]+:9090: connect: connection refused$/,
			),
		]);
		expect(await ask('b:80/proxy/metrics')).toEqual([503, 'ServiceUnavailable', expect.anything()]);
		expect(await ask('c:80/proxy/metrics')).toEqual([404, 'NotFound', 'pods "c" not found']);
		cluster.sim.faults.forbid('get', 'pods/proxy');
		expect(await ask('a:8000/proxy/metrics')).toEqual([
			403,
			'Forbidden',
			expect.stringContaining('cannot get resource "pods/proxy"'),
		]);
		await cluster.sim.stop();
	});
});
