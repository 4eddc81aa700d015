import {describe, expect, test} from 'vitest';
import {findCases, type RecordedCase} from '../../support/cases.ts';
import {createScene, requestOf, type Scene, sourceOf} from './scene.ts';
import {createTrafficBook} from '../../../src/services/traffic/traffic-book.ts';

const PATH = '/slow?ms=1800';

const slow = ({take}: Scene, secondsAgo: number, path = PATH, pod = 'shop-a'): void =>
	take(secondsAgo, {path, method: '', status: 0, durationMs: 1800, slowOnly: true}, sourceOf(pod), 'slow-request');
const access = ({take}: Scene, secondsAgo: number, path = PATH, pod = 'shop-a', status = 200): void =>
	take(secondsAgo, {path, status}, sourceOf(pod));

/** What was seen in the end: route, how often, how long. */
function told({read}: Scene, ...later: readonly number[]): readonly (readonly [string, number, number])[] {
	const reads = (later.length === 0 ? [2, 5] : later).map(read);
	return (reads.at(-1)?.routes ?? []).map(({route, total: {m5}}) => [route, m5.count, m5.durations.sumMs] as const);
}

describe('the line of a slow request and that of the server', () => {
	test('are one request, the one first', () => {
		const scene = createScene();
		slow(scene, 10);
		access(scene, 9.9);
		expect(told(scene)).toEqual([['GET /slow', 1, 1800]]);
		expect(scene.read(5).slow).toMatchObject([
			{route: 'GET /slow', request: {method: 'GET', status: 200, durationMs: 1800}},
		]);
	});
	test('are one request, the other first', () => {
		const scene = createScene();
		access(scene, 10, PATH, 'shop-a', 500);
		slow(scene, 9.9);
		expect(told(scene)).toEqual([['GET /slow', 1, 1800]]);
		const {slow: slowOnes, failed, total} = scene.read(5);
		expect(slowOnes).toMatchObject([{request: {method: 'GET', status: 500, durationMs: 1800}}]);
		expect(failed).toEqual(slowOnes);
		expect(total.m5.serverErrors).toBe(1);
	});
	test('are one request when one of them leaves out the query', () => {
		const scene = createScene();
		access(scene, 10, '/slow');
		slow(scene, 9.9);
		expect(told(scene)).toEqual([['GET /slow', 1, 1800]]);
		access(scene, 8, '/slower');
		expect(told(scene)).toContainEqual(['GET /slower', 1, 0]);
	});
	test('are as many requests as there are pairs', () => {
		const scene = createScene();
		for (const secondsAgo of [10, 9.99, 9.98]) slow(scene, secondsAgo);
		for (const secondsAgo of [9.97, 9.96, 9.95]) access(scene, secondsAgo);
		expect(told(scene)).toEqual([['GET /slow', 3, 5400]]);
	});
	test.each([
		['another path', 9.9, '/slow?ms=1801', 'shop-a'],
		['another pod', 9.9, PATH, 'shop-b'],
		['another time', 8.5, PATH, 'shop-a'],
	])('are two requests: %s', (_, secondsAgo, path, pod) => {
		const scene = createScene();
		slow(scene, 10);
		access(scene, secondsAgo, path, pod);
		expect(told(scene)).toEqual([
			['/slow', 1, 1800],
			['GET /slow', 1, 0],
		]);
	});
	test('are one request that the server has timed itself', () => {
		for (const order of [true, false]) {
			const scene = createScene();
			if (order) slow(scene, 10);
			scene.take(9.9, {path: PATH, durationMs: 1795});
			if (!order) slow(scene, 9.8);
			expect(told(scene)).toEqual([['GET /slow', 1, 1795]]);
		}
	});
	test('a slow line waits for the other one, but not for ever', () => {
		const scene = createScene();
		slow(scene, 0);
		expect(told(scene, 0)).toEqual([]);
		expect(told(scene, 1)).toEqual([]);
		expect(told(scene, 3)).toEqual([['/slow', 1, 1800]]);
	});
	test('a slow line of a history that comes in parts waits too', () => {
		const scene = createScene();
		slow(scene, 240);
		expect(told(scene, 0)).toEqual([]);
		access(scene, 239.9);
		expect(told(scene, 1)).toEqual([['GET /slow', 1, 1800]]);
	});
	test('many slow lines without partners are all counted', () => {
		const scene = createScene();
		for (let line = 0; line < 500; line++) slow(scene, 10 - line / 1000);
		expect(told(scene, 0)).toEqual([['/slow', 436, 436 * 1800]]);
		expect(told(scene, 5)).toEqual([['/slow', 500, 500 * 1800]]);
	});
});

describe('where only slow requests are timed', () => {
	test('the others took less than the threshold', () => {
		const scene = createScene();
		for (let second = 20; second < 119; second++) access(scene, second, '/items');
		expect(scene.read()).toMatchObject({timing: 'none', total: {m5: {durations: {count: 0}}}});
		slow(scene, 10);
		access(scene, 10);
		const {timing, total} = scene.read(1);
		const {durations} = total.m5;
		expect([timing, durations.count, durations.sumMs]).toEqual(['slow-only', 100, 1800]);
		expect([durations.quantile(0.5), durations.quantile(0.99), durations.quantile(1)]).toEqual([
			undefined,
			undefined,
			1800,
		]);
		expect([durations.between(0, 1000), durations.between(1000, 2000)]).toEqual([99, 1]);
	});
	test('no percentile is known when no other request is seen at all', () => {
		const scene = createScene();
		for (let second = 10; second < 20; second++) slow(scene, second);
		scene.read(2);
		const {timing, total} = scene.read(5);
		expect([timing, total.m5.count, total.m5.durations.maxMs, total.m5.durations.quantile(0.95)]).toEqual([
			'slow-only',
			10,
			1800,
			undefined,
		]);
	});
});

const cases = findCases();
describe.skipIf('skipped' in cases)('skipped' in cases ? cases.skipped : 'recorded cases', () => {
	const recorded = 'skipped' in cases ? [] : cases.filter(({id}) => /^2[45]-/.test(id));
	test.each(recorded)('$id: every slow line finds that of the server', one => {
		const {slowLines, accessLines, traffic} = replay(one);
		expect(traffic).toMatchObject({timing: 'slow-only'});
		const counted = [...traffic.routes, ...traffic.probes].map(({total}) => total.m15.count);
		expect(counted.reduce((sum, count) => sum + count, 0)).toBe(accessLines);
		expect(traffic.slow.length).toBe(slowLines);
		expect(traffic.slow.map(({request}) => request.method)).not.toContain('');
	});
	test('25: the slow route costs most', () => {
		const found = recorded.find(({id}) => id.startsWith('25-'));
		const {routes} = found === undefined ? {routes: []} : replay(found).traffic;
		expect(routes.map(({route, share}) => [route, share])).toEqual([
			['GET /slow', 1],
			['GET /items', 0],
		]);
		expect(routes[0]?.total.m15.durations.quantile(0.95)).toBeCloseTo(1800, -2);
	});
});

/** The two forms of lines that the recorded service writes, read as plainly as can be. */
function replay(one: RecordedCase) {
	const book = createTrafficBook();
	const last = Math.max(
		...Object.values(one.logs()).map(text => Date.parse(/.*\n?$/.exec(text.trimEnd())?.[0].slice(0, 30) ?? '')),
	);
	book.cover(new Map([['shop', {read: 2, of: 2, since: last - 900_000, revisions: []}]]));
	let [slowLines, accessLines] = [0, 0];
	for (const [name, text] of Object.entries(one.logs())) {
		for (const line of text.split('\n')) {
			const at = Date.parse(line.slice(0, 30));
			const [, slowPath, seconds] = /SLOW REQUEST: http:\/\/[^/]+(\S+) took (\d+\.\d+)s/.exec(line) ?? [];
			const [, method = '', path, status] = /"([A-Z]+) (\S+) HTTP\/1.1" (\d{3})/.exec(line) ?? [];
			const [pod = ''] = name.split('/');
			if (slowPath !== undefined) {
				slowLines += 1;
				const request = {
					path: slowPath,
					durationMs: Number(seconds) * 1000,
					method: '',
					status: 0,
					slowOnly: true,
				};
				book.take(requestOf(request), at, sourceOf(pod), 'slow-request');
			} else if (path !== undefined) {
				accessLines += 1;
				book.take(requestOf({method, path, status: Number(status)}), at, sourceOf(pod), 'uvicorn-access');
			}
		}
	}
	book.of('shop', last);
	const traffic = book.of('shop', last + 3000);
	if (traffic === undefined) throw new Error('nothing was told');
	return {slowLines, accessLines, traffic};
}
