import {describe, expect, test} from 'vitest';
import type {ServiceTraffic} from '../../../src/services/traffic/contract.ts';
import type {PaneInput} from '../../../src/ui/contract.ts';
import {isAnyRouteSlow, slowCount, slowRoutes} from '../../../src/ui/requests/slow-routes.ts';
import {NOON} from '../../support/rows.ts';
import {about, route, seen, traffic} from '../../support/traffic.ts';

type Known = Pick<PaneInput, 'world' | 'session'>;

/** Services with their traffic, by name. */
function known(by: Readonly<Record<string, ServiceTraffic | undefined>>): Known {
	const services = Object.keys(by).map(name => ({kind: 'deployment', uid: name, name, namespace: 'shop'}));
	return {world: {services}, session: {traffic: {of: (uid: string) => by[uid]}}} as unknown as Known;
}

/** `GET / 240`: the route and how many of its requests were slow. */
const told = (service: string | undefined, of: Known): readonly string[] =>
	slowRoutes(service, of).map(({name, figures}) => `${name} ${slowCount(figures.durations, 1000)}`);

describe('a route is told', () => {
	test.each([
		['slow: one in ten takes 600 ms', route('GET /', [...about(20, 90), ...about(600, 10)]), true],
		['with a single slow request', route('GET /', [...about(20, 999), 1001]), true],
		['that fails once in a thousand times', route('GET /', about(20, 1000), {serverErrors: 1}), true],
		['whose longest took 999 ms', route('GET /', [...about(20, 999), 999]), false],
		['that is well', route('GET /', about(20, 1000)), false],
		['that nobody asked for', route('GET /', []), false],
	])('%s', (_, one, isTold) => {
		const of = known({api: traffic({routes: [one]})});
		expect([slowRoutes('api', of).length, isAnyRouteSlow(of)]).toEqual([Number(isTold), isTold]);
	});
});

describe('which routes, and in which order', () => {
	const slow = (name: string, ms: number): ServiceTraffic => traffic({routes: [route(name, about(ms, 10))]});

	test('of all services the dearest first, with the name of the service', () => {
		const of = known({api: slow('GET /a', 2000), mailer: slow('GET /m', 9000), worker: undefined});
		expect(told(undefined, of)).toEqual(['mailer: GET /m 10', 'api: GET /a 10']);
	});

	test('of one service as its traffic has them', () => {
		const routes = [route('GET /b', about(600, 10)), route('GET /a', about(2000, 10))];
		expect(told('api', known({api: traffic({routes}), mailer: slow('GET /m', 9000)}))).toEqual([
			'GET /b 0',
			'GET /a 10',
		]);
	});

	test('where nothing is timed: all of one service, and one of each when all are told', () => {
		const routes = ['GET /a', 'GET /b'].map(name => route(name, [], {count: 30, rate: 0.1}));
		const of = known({api: traffic({routes, timing: 'none'}), mailer: traffic({routes, timing: 'none'})});
		expect([told('api', of), told(undefined, of)]).toEqual([
			['GET /a 0', 'GET /b 0'],
			['api: GET /a 0', 'mailer: GET /a 0'],
		]);
		expect(isAnyRouteSlow(of)).toBe(true);
	});

	test('no more than can be read of two thousand', () => {
		const routes = Array.from({length: 2000}, (_, index) => route(`GET /${index}`, [2000]));
		expect(slowRoutes(undefined, known({api: traffic({routes})}))).toHaveLength(100);
	});
});

test('with the newest request that was slow or failed', () => {
	const requests = [seen('GET /', {}, {at: NOON - 4000}), seen('GET /', {}, {at: NOON - 9000})];
	const failed = [seen('GET /', {status: 500}, {at: NOON - 2000}), seen('GET /b', {status: 500}, {at: NOON})];
	const of = known({api: traffic({routes: [route('GET /', [1200])], slow: requests, failed})});
	expect(slowRoutes('api', of).map(({last}) => last)).toEqual([failed[0]]);
});
