import {describe, expect, test} from 'vitest';
import type {Figures} from '../../../src/services/traffic/contract.ts';
import {createTrafficBook} from '../../../src/services/traffic/traffic-book.ts';
import {createScene, NOW, requestOf, sourceOf} from './scene.ts';

const counts = ({m1, m5, m15, earlier}: Readonly<Record<'m1' | 'm5' | 'm15' | 'earlier', Figures>>): number[] =>
	[m1, m5, m15, earlier].map(({count}) => count);

describe('windows', () => {
	test('a line counts at its own time, in whatever order lines come', () => {
		const {take, read} = createScene();
		for (const secondsAgo of [200, 1, 899, 59, 301, 61, 899, 2]) take(secondsAgo, {});
		expect(counts(read().total)).toEqual([3, 5, 8, 3]);
	});
	test('what is too old or too far ahead is in none', () => {
		const {take, read} = createScene();
		for (const secondsAgo of [901, 3600, -61, -7200, NOW / 1000 - 1, NOW / 1000 + 1, Number.NaN, -3e9])
			take(secondsAgo, {});
		expect(counts(read().total)).toEqual([0, 0, 0, 0]);
	});
	test('a clock that runs a little ahead is forgiven', () => {
		const {take, read} = createScene();
		take(-5, {});
		take(-55, {});
		expect(counts(read().total)).toEqual([2, 2, 2, 0]);
	});
	test('a line of the year 2100 does no harm to the others', () => {
		const {take, read} = createScene();
		take(-4_000_000_000 + 5, {});
		expect(counts(read().total)).toEqual([0, 0, 0, 0]);
		for (let second = -9; second <= 50; second++) take(second, {});
		expect(read(10).total.m1.count).toBe(60);
	});
	test('rates are over the time that was read, and scaled to all pods', () => {
		const {take, read} = createScene({read: 2, of: 6, since: NOW - 30_000});
		for (let second = 0; second < 30; second++) take(second, {});
		const {total, pods} = read();
		expect(total.m5).toMatchObject({count: 30, rate: 3});
		expect(total.m1.rate).toBe(3);
		expect(pods[0]?.total.m5.rate).toBe(1);
	});
	test('they empty when nothing comes any more', () => {
		const {take, read} = createScene();
		take(1, {status: 500});
		expect([0, 70, 310, 920].map(later => counts(read(later).total))).toEqual([
			[1, 1, 1, 0],
			[0, 1, 1, 0],
			[0, 0, 1, 1],
			[0, 0, 0, 0],
		]);
		expect(read(930)).toMatchObject({routes: [], pods: [], revisions: [], timing: 'none'});
	});
	test('errors are those of the server; a client that went away is none', () => {
		const {take, read} = createScene();
		for (const status of [200, 301, 404, 429, 499, 500, 503, 0]) take(3, {status});
		expect(read().total.m1).toMatchObject({count: 8, serverErrors: 2, clientErrors: 2});
		expect(read().failed.map(({request}) => request.status)).toEqual([503, 500]);
	});
});

describe('what is told of a service', () => {
	test('stays the same object for a second, and until something is new', () => {
		const {take, read} = createScene();
		const first = read();
		take(0, {});
		expect(read(0.9)).toBe(first);
		const second = read(1);
		expect(second).not.toBe(first);
		expect(read(9.9)).toBe(second);
		expect(read(10)).not.toBe(second);
	});
	test('is nothing for one that is not covered, and gone for one that is not any more', () => {
		const {book, take, read} = createScene();
		book.take(requestOf({}), NOW, sourceOf('other-a', '', 'other'), 'uvicorn-access');
		expect(book.of('other', NOW)).toBeUndefined();
		take(1, {});
		const coverage = {read: 1, of: 1, since: NOW, revisions: []};
		book.cover(new Map([['other', coverage]]));
		expect(book.of('shop', NOW)).toBeUndefined();
		book.cover(new Map([['shop', coverage]]));
		expect(read().total.m15.count).toBe(0);
	});
	test('has revisions and pods, the newest first', () => {
		const {take, read} = createScene();
		for (const [pod, revision] of [
			['a', 'rev 1'],
			['b', 'rev 2'],
			['c', 'rev 0'],
			['d', 'rev 1'],
		] as const)
			take(1, {path: '/items/5', durationMs: pod === 'b' ? 900 : 10}, sourceOf(pod, revision));
		const {revisions, pods, routes} = read();
		expect(revisions.map(({revision, total}) => [revision, total.m5.count])).toEqual([
			['rev 2', 1],
			['rev 1', 2],
			['rev 0', 1],
		]);
		expect(pods.map(({pod}) => pod)).toEqual(['b', 'a', 'd', 'c']);
		expect(routes.map(({route}) => route)).toEqual(['GET /items/{id}']);
		expect(routes[0]?.revisions.map(({revision, total}) => [revision, total.m5.durations.maxMs])).toEqual([
			['rev 2', 900],
			['rev 1', 10],
			['rev 0', 10],
		]);
	});
	test('has the dearest route first, with its share', () => {
		const {take, read} = createScene();
		for (let second = 0; second < 30; second++) take(second, {path: '/cheap', durationMs: 10});
		take(3, {path: '/dear', durationMs: 900});
		take(3, {path: '/free'});
		expect(read().routes.map(({route, share}) => [route, share])).toEqual([
			['GET /dear', 0.75],
			['GET /cheap', 0.25],
			['GET /free', 0],
		]);
	});
	test('keeps probes apart', () => {
		const {take, read} = createScene();
		take(2, {path: '/health/ready', status: 503, durationMs: 3000});
		take(1, {path: '/anything', agent: 'kube-probe/1.33'});
		take(1, {});
		const {total, routes, probes, slow, failed} = read();
		expect([total.m1.count, routes.length, slow.length, failed.length]).toEqual([1, 1, 0, 0]);
		expect(probes.map(({route, total: {m1}}) => [route, m1.count, m1.serverErrors])).toEqual([
			['GET /health/ready', 1, 1],
			['GET /anything', 1, 0],
		]);
	});
	test('has single slow requests, the newest first, and no more than 200', () => {
		const {take, read} = createScene();
		for (let second = 0; second < 250; second++) take(second, {durationMs: 1000 + second});
		take(0, {durationMs: 999.9});
		const {slow} = read();
		expect(slow.length).toBe(200);
		expect([slow[0]?.request.durationMs, slow.at(-1)?.request.durationMs]).toEqual([1000, 1199]);
	});
	test('what cannot be a duration is none', () => {
		const {take, read} = createScene();
		for (const durationMs of [Number.NaN, -1, Infinity]) take(1, {durationMs});
		expect(read()).toMatchObject({
			timing: 'none',
			slow: [],
			total: {m1: {count: 3, durations: {count: 0, sumMs: 0}}},
		});
	});
	test('goes by the service that is named: an ingress tells what the service does not', () => {
		const {take, read} = createScene();
		take(5, {}, sourceOf('shop-a'));
		expect(read()).toMatchObject({from: 'app', timing: 'none'});
		const ingress = sourceOf('nginx-1', '', 'ingress');
		for (let second = 0; second < 3; second++) take(second, {durationMs: 30}, ingress, 'ingress-nginx', 'shop');
		const traffic = read(1);
		expect(traffic).toMatchObject({
			from: 'ingress',
			timing: 'all',
			formats: ['ingress-nginx'],
			total: {m1: {count: 3}},
		});
		expect(traffic.revisions.map(({total}) => total.m1.count)).toEqual([1]);
		for (let second = 0; second < 3; second++) take(second, {durationMs: 30});
		for (let second = 0; second < 20; second++) take(second, {durationMs: 30});
		expect(read(2)).toMatchObject({from: 'app', timing: 'all', total: {m1: {count: 24}}});
	});
	test('is timed when nine of ten requests are', () => {
		const {take, read} = createScene();
		expect(read().timing).toBe('unknown');
		for (let second = 0; second < 9; second++) take(second, {durationMs: 5}, sourceOf('a'), 'json');
		take(1, {});
		expect(read(1)).toMatchObject({timing: 'all', formats: ['json', 'uvicorn-access']});
		take(1, {});
		expect(read(2).timing).toBe('none');
	});
});

describe('limits', () => {
	test('two thousand routes, the rest together', () => {
		const {take, read} = createScene();
		for (let route = 0; route < 3000; route++) take(1, {route: `handler ${route}`});
		const {routes, total} = read();
		expect([routes.length, total.m1.count]).toEqual([2000, 3000]);
		expect(routes[0]).toMatchObject({route: '(other routes)', total: {m1: {count: 1001}}});
	});
	test('routes that turn out to be one are added up', () => {
		const {take, read} = createScene();
		for (let article = 0; article < 120; article++)
			take(article, {
				path: `/blog/${String(article).replaceAll(/\d/g, digit => 'abcdefghij'[Number(digit)] ?? '')}`,
				durationMs: 100 + article,
			});
		const {routes} = read();
		expect(routes.map(({route, total}) => [route, total.m15.count])).toEqual([['GET /blog/{slug}', 120]]);
		expect(routes[0]?.total.m15.durations.between(0, 1000)).toBe(120);
		expect(routes[0]?.total.m15.durations.quantile(0.5)).toBeCloseTo(159, -1);
	});
	test('no more pods than can be named', () => {
		const {take, read} = createScene();
		for (let pod = 0; pod < 700; pod++) take(1, {}, sourceOf(`pod-${pod}`));
		const {pods, total, revisions} = read();
		expect([pods.length, total.m1.count, revisions[0]?.total.m1.count]).toEqual([500, 700, 700]);
	});
	test('many requests of one route keep their percentiles', () => {
		const book = createTrafficBook();
		book.cover(new Map([['shop', {read: 1, of: 1, since: 0, revisions: []}]]));
		for (let request = 0; request < 200_000; request++)
			book.take(
				requestOf({durationMs: 1 + (request % 1000)}),
				NOW - (request % 50) * 1000,
				sourceOf('a'),
				'json',
			);
		const durations = book.of('shop', NOW)?.total.m1.durations;
		expect(durations).toMatchObject({count: 200_000, maxMs: 1000});
		expect(Math.abs((durations?.quantile(0.95) ?? 0) / 950 - 1)).toBeLessThan(0.011);
		expect(durations?.between(0, Infinity)).toBe(200_000);
	});
});
