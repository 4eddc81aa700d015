import {expect, test} from 'vitest';
import {drive} from '../support/drive.ts';

test('what a service counts itself stands in place of what its log tells', async () => {
	const app = await drive({scenario: 'measured-requests', columns: 120, rows: 40});
	const text = (): string => app.text().join('\n');
	await app.advance(20_000);
	app.press('Q');
	await app.settle();
	// Not yet: no whole minute is covered.
	expect(text()).toMatch(/from logs/);
	expect(text()).toMatch(/`:timing` shows/);
	await app.advance(100_000);
	expect(text()).toMatch(/from metrics/);
	expect(text()).not.toMatch(/from logs|:timing/);
	expect(text()).toMatch(/POST \/checkout .*\d+ms/);
	const {traffic, world} = app.app.session;
	const api = world.getState().services.find(({name}) => name === 'api');
	const told = traffic.of(api?.uid ?? '');
	expect(told).toMatchObject({from: 'metrics', timing: 'all', coverage: {read: 3, of: 3}});
	// Four a second from each of three pods.
	expect(told?.total.m1.rate).toBeGreaterThan(11.4);
	expect(told?.total.m1.rate).toBeLessThan(12.6);
	expect(told?.revisions.map(({revision}) => revision)).toEqual([api?.current?.label]);
	const items = told?.routes.find(({route}) => route === 'GET /items/{id}');
	expect(items?.total.m1.durations.quantile(0.5)).toBeGreaterThan(12);
	expect(items?.total.m1.durations.quantile(0.5)).toBeLessThan(25);
	await app.stop();
});
