import type {ServiceTraffic} from '../../src/services/traffic/contract.ts';
import {NOON, SECOND} from './rows.ts';
import {about, figuresOf, route, seen, traffic, windowsOf} from './traffic.ts';

const ITEMS = 'GET /items/{id}';

/** The api of a shop: one route is slow on its new revision, another fails now and then. */
export function shopTraffic(fields: Partial<ServiceTraffic> = {}): ServiceTraffic {
	const fresh = [...about(90, 40), ...about(1900, 200), ...about(3600, 40)];
	const old = about(180, 300);
	return traffic({
		routes: [
			route(ITEMS, {'rev 42': fresh, 'rev 41': old}, {rate: 12.1, serverErrors: 12}),
			route('POST /orders', {'rev 42': about(110, 60), 'rev 41': about(112, 60)}, {rate: 3, serverErrors: 1}),
			route('GET /', about(12, 800), {rate: 26, clientErrors: 4}),
		],
		probes: [route('GET /health', about(3, 60), {rate: 5})],
		revisions: [
			{revision: 'rev 42', total: windowsOf(figuresOf(fresh, {rate: 10}))},
			{revision: 'rev 41', total: windowsOf(figuresOf(old, {rate: 31}))},
		],
		slow: [
			seen(ITEMS, {durationMs: 4210, status: 500, id: '8f3c-11'}, {at: NOON - 2 * SECOND}),
			seen(ITEMS, {durationMs: 4020, id: '91aa-02'}, {at: NOON - 9 * SECOND, pod: 'api-7f9c5d-m88sd'}),
		],
		failed: [seen('POST /orders', {path: '/orders', method: 'POST', status: 502, durationMs: 41}, {at: NOON})],
		...fields,
	});
}
