import {describe, expect, test} from 'vitest';
import type {RouteTraffic as Counted} from '../../../src/model/http-metrics.ts';
import type {ServiceTraffic} from '../../../src/services/traffic/contract.ts';
import {createMetered, type Metered, type MeteredStep} from '../../../src/services/traffic/metered.ts';
import {preferMetered} from '../../../src/services/traffic/prefer-metered.ts';
import {createScene, NOW, sourceOf} from './scene.ts';

const SERVING = {pods: 2, revisions: ['rev 2', 'rev 1'], slowMs: 1000};

/** So many requests, evenly below 100 ms, 500 ms and 2.5 s, and beyond. */
function counted(route: string, [fast, middle, slow, beyond]: readonly number[], over: Partial<Counted> = {}): Counted {
	const [a = 0, b = 0, c = 0, d = 0] = [fast, middle, slow, beyond];
	const count = a + b + c + d;
	const durations = {
		bounds: [100, 500, 2500],
		cumulative: [a, a + b, a + b + c],
		count,
		sumMs: a * 50 + b * 300 + c * 1500 + d * 4000,
	};
	return {route, method: 'GET', count, rate: count / 15, serverErrors: 0, clientErrors: 0, durations, ...over};
}

/** Steps of 15 s of one pod that end at `NOW`. */
function fill(metered: Metered, steps: number, routes: readonly Counted[], over: Partial<MeteredStep> = {}): void {
	for (let step = steps; step > 0; step -= 1) {
		const at = NOW - (step - 1) * 15_000;
		metered.take({pod: 'shop-a', podUid: 'a', revision: 'rev 1', from: at - 15_000, at, routes, ...over});
	}
}

function readOf(metered: Metered, now = NOW): ServiceTraffic {
	const traffic = metered.of(SERVING, now);
	if (traffic === undefined) throw new Error('nothing is covered');
	return traffic;
}

describe('windows', () => {
	test('count, errors and rate of a minute, of five, of fifteen and of the ten before', () => {
		const metered = createMetered();
		fill(metered, 80, [counted('/items', [15, 0, 0, 0], {serverErrors: 3, clientErrors: 1})]);
		fill(metered, 80, [counted('/items', [15, 0, 0, 0])], {pod: 'shop-b', podUid: 'b'});
		const {total, coverage, from, timing} = readOf(metered);
		expect({coverage, from, timing}).toEqual({coverage: {read: 2, of: 2}, from: 'metrics', timing: 'all'});
		// Windows begin with a slice: the step that ends with the first is in it.
		expect(total.m1).toMatchObject({count: 150, serverErrors: 15, clientErrors: 5, rate: 2});
		expect(total.m5).toMatchObject({count: 630, serverErrors: 63, rate: 2});
		expect(total.m15).toMatchObject({count: 1830, rate: 2});
		expect(total.earlier).toMatchObject({count: 1200, rate: 2});
	});

	test('pods that are not read are scaled up to', () => {
		const metered = createMetered();
		fill(metered, 8, [counted('/items', [15, 0, 0, 0])]);
		const {coverage, total, pods} = readOf(metered);
		expect([coverage, total.m1.rate, pods[0]?.total.m1.rate]).toEqual([{read: 1, of: 2}, 2, 1]);
	});

	test('by revision, the newest first, in all and of a route', () => {
		const metered = createMetered();
		fill(metered, 8, [counted('/items', [10, 0, 0, 0])]);
		fill(metered, 8, [counted('/items', [0, 0, 10, 0])], {pod: 'shop-b', podUid: 'b', revision: 'rev 2'});
		const {revisions, routes} = readOf(metered);
		for (const list of [revisions, routes[0]?.revisions])
			expect(list?.map(({revision, total}) => [revision, total.m1.durations.quantile(0.5)])).toEqual([
				['rev 2', 1500],
				['rev 1', 50],
			]);
	});

	test('the dearest route first, with its share; probes apart', () => {
		const metered = createMetered();
		fill(metered, 8, [
			counted('/healthz', [99, 0, 0, 0]),
			counted('/a', [30, 0, 0, 0]),
			counted('/b', [0, 0, 3, 0]),
		]);
		const {routes, probes, total} = readOf(metered);
		expect(routes.map(({route, share}) => [route, share])).toEqual([
			['GET /b', 0.75],
			['GET /a', 0.25],
		]);
		expect(probes.map(({route}) => route)).toEqual(['GET /healthz']);
		expect(total.m1.count).toBe(5 * 33);
	});

	test('nothing is told before a whole minute, after a minute of silence, or without a status', () => {
		const metered = createMetered();
		fill(metered, 3, [counted('/a', [1, 0, 0, 0])]);
		expect(metered.of(SERVING, NOW)).toBeUndefined();
		fill(metered, 4, [counted('/a', [1, 0, 0, 0])]);
		expect(metered.of(SERVING, NOW)).toBeDefined();
		expect(metered.of(SERVING, NOW + 61_000)).toBeUndefined();
		fill(metered, 4, [counted('/a', [1, 0, 0, 0], {serverErrors: undefined, clientErrors: undefined})]);
		expect(metered.of(SERVING, NOW + 5000)).toBeUndefined();
	});

	test('a gap begins anew, and a step over it counts nowhere', () => {
		const metered = createMetered();
		fill(metered, 8, [counted('/a', [1, 0, 0, 0])]);
		const step = {pod: 'shop-a', podUid: 'a', revision: 'rev 1', routes: [counted('/a', [7, 0, 0, 0])]};
		metered.take({...step, from: NOW, at: NOW + 100_000});
		expect(readOf(metered).total.m15.count).toBe(8);
		metered.take({...step, from: NOW + 100_000, at: NOW + 115_000});
		expect(metered.of(SERVING, NOW + 115_000)).toBeUndefined();
	});

	test('two hundred routes, and the rest of them together; what is over is let go', () => {
		const metered = createMetered();
		const many = Array.from({length: 300}, (_, index) => counted(`/r${index}`, [1, 0, 0, 0]));
		fill(metered, 5, many);
		const {routes} = readOf(metered);
		expect(routes).toHaveLength(200);
		expect(routes.find(({route}) => route === '(other routes)')?.total.m1.count).toBe(5 * 101);
		const step = {pod: 'shop-a', podUid: 'a', revision: 'rev 1', routes: [counted('/__proto__', [1, 0, 0, 0])]};
		for (let at = NOW + 15_000; at <= NOW + 32 * 60_000; at += 15_000)
			metered.take({...step, from: at - 15_000, at});
		expect(readOf(metered, NOW + 32 * 60_000).routes.map(({route}) => route)).toEqual(['GET /__proto__']);
	});

	test('the same object until something is new, and not for each scrape another', () => {
		const metered = createMetered();
		fill(metered, 8, [counted('/a', [1, 0, 0, 0])]);
		const before = metered.of(SERVING, NOW);
		expect(metered.of({...SERVING}, NOW + 500)).toBe(before);
		fill(metered, 1, [counted('/a', [1, 0, 0, 0])]);
		expect(metered.of(SERVING, NOW + 4900)).toBe(before);
		expect(metered.of(SERVING, NOW + 5000)?.total.m15.count).toBe((before?.total.m15.count ?? 0) + 1);
		expect(metered.of(SERVING, NOW + 20_000)).not.toBe(before);
	});
});

describe('durations are estimates within a bucket', () => {
	const metered = createMetered();
	fill(metered, 20, [counted('/a', [50, 40, 9, 1])]);
	const {durations} = readOf(metered).total.m5;

	test.each([
		[0.25, 50],
		[0.5, 100],
		[0.9, 500],
		[0.99, 2500],
		[1, 2500],
	])('p%d is %d ms', (share, ms) => expect(durations.quantile(share)).toBeCloseTo(ms, 6));

	test('how many between two, and beyond the last bound', () => {
		const steps = durations.count / 100;
		expect(durations).toMatchObject({isEstimate: true, maxMs: 2500});
		expect(durations.between(0, 100)).toBe(50 * steps);
		expect(durations.between(300, 500)).toBe(20 * steps);
		expect(durations.between(500, 5000)).toBe(10 * steps);
		expect(durations.between(0, Infinity)).toBe(durations.count);
		expect(durations.between(10_000, Infinity)).toBe(0);
	});
});

describe('metrics or logs', () => {
	const metered = createMetered();
	fill(metered, 8, [counted('/items/{item_id}', [15, 0, 0, 0])]);
	const measured = readOf(metered);
	const scene = createScene();
	scene.take(5, {path: '/items/7', durationMs: 1500, status: 500}, sourceOf('shop-a'));
	const logged = scene.read();

	test('metrics win; single requests remain, under the name that the metrics have', () => {
		const traffic = preferMetered(logged, measured);
		expect(traffic).toMatchObject({from: 'metrics', formats: logged.formats});
		expect(traffic?.total).toBe(measured.total);
		expect(traffic?.slow.map(({route}) => route)).toEqual(['GET /items/{item_id}']);
		expect(traffic?.failed).toHaveLength(1);
	});

	test('logs win where metrics say less', () => {
		const without = createMetered();
		fill(without, 8, [counted('/a', [5, 0, 0, 0], {durations: {bounds: [], cumulative: [], count: 0, sumMs: 0}})]);
		const unnamed = createMetered();
		fill(unnamed, 8, [counted('', [5, 0, 0, 0])]);
		for (const less of [undefined, readOf(without), readOf(unnamed)])
			expect(preferMetered(logged, less)).toBe(logged);
	});

	test('metrics alone', () => {
		expect(preferMetered(undefined, measured)).toBe(measured);
		expect(preferMetered(createScene().read(), measured)).toMatchObject({from: 'metrics'});
		expect(preferMetered(undefined, undefined)).toBeUndefined();
	});
});
