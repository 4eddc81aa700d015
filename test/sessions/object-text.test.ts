import {describe, expect, test} from 'vitest';
import {read, screen, start} from '../support/texts.ts';

describe('a text is live', () => {
	test('it follows its object, and the cursor stays where it is', async () => {
		const app = await start('calm');
		await read(app, 'dp', 'y');
		app.type('/replicas: 3\r');
		app.press('j');
		const before = app.text().findIndex(line => line.startsWith('▸'));
		app.sim.patch('deployments', 'shop', 'api', {metadata: {annotations: {first: 'a', second: 'b'}}});
		await app.advance(2000);
		expect(screen(app)).toMatch(/second: b/);
		const after = app.text().find(line => line.startsWith('▸'));
		expect(after).toMatch(/^▸ {2}selector:/);
		expect(app.text().findIndex(line => line.startsWith('▸'))).toBeGreaterThanOrEqual(before);
	});

	test('it is read again only when its object changes, and not when it is left', async () => {
		const app = await start('calm');
		await read(app, 'cm', 'd');
		const gets = (): number => app.sim.requests.filter(({url}) => url.endsWith('/configmaps/api')).length;
		expect(gets()).toBe(1);
		await app.advance(20_000);
		expect(gets()).toBe(1);
		app.sim.patch('configmaps', 'shop', 'api', {data: {LOG_LEVEL: 'debug'}});
		await app.advance(2000);
		expect(gets()).toBe(2);
		expect(screen(app)).toMatch(/LOG_LEVEL debug/);
		app.press('esc');
		app.sim.patch('configmaps', 'shop', 'api', {data: {LOG_LEVEL: 'info'}});
		await app.advance(2000);
		expect(gets()).toBe(2);
	});

	test('what is gone is shown as it was', async () => {
		const app = await start('calm');
		await read(app, 'cm', 'd');
		app.sim.delete('configmaps', 'shop', 'api');
		await app.advance(2000);
		expect(app.text()[1]).toMatch(/gone since 12:01:0\d: this is what it was/);
		expect(screen(app)).toMatch(/LOG_LEVEL info/);
		app.press('y');
		await app.settle();
		expect(screen(app)).toMatch(/gone since[\s\S]+LOG_LEVEL: info/);
	});

	test('a pod whose name was given to another one says so', async () => {
		const app = await start('calm');
		app.type(':po\r/postgres-0\r');
		app.press('d');
		await app.settle();
		app.sim.delete('pods', 'shop', 'postgres-0');
		await app.advance(60_000);
		expect(app.text()[1]).toMatch(/another Pod postgres-0 than the one that you came from/);
	});
});

describe('what may not be read', () => {
	test('names the permission, and tells what is known all the same', async () => {
		const app = await start('bad-rollout', {before: sim => sim.faults.forbid('get', 'pods')});
		app.type(':po\r/crash\r');
		app.press('d');
		await app.settle();
		expect(app.text()[1]).toMatch(/^ Pod \S+ cannot be read: no right to get pods in shop · retry in 60s/);
		expect(screen(app)).toMatch(/EVENTS [\s\S]+Back-off restarting/);
		app.press('y');
		await app.settle();
		expect(app.text()[1]).toMatch(/no right to get pods in shop/);
	});

	test('is tried again when the user asks', async () => {
		const app = await start('calm', {before: sim => sim.faults.forbid('get', 'configmaps')});
		await read(app, 'cm', 'y');
		expect(app.text()[1]).toMatch(/no right to get configmaps in shop/);
		app.sim.faults.clear();
		app.press('ctrl+r');
		await app.settle();
		expect(screen(app)).toMatch(/LOG_LEVEL: info/);
	});
});

describe('nobody sees what is secret', () => {
	const VALUE = 'not-a-real-password';
	const ENCODED = Buffer.from(VALUE).toString('base64');

	test.each(['d', 'y'] as const)('a Secret under %s, copied and saved', async key => {
		const app = await start('calm');
		app.sim.patch('secrets', 'shop', 'postgres', {
			metadata: {
				annotations: {'kubectl.kubernetes.io/last-applied-configuration': `{"data":{"password":"${ENCODED}"}}`},
			},
		});
		await app.advance(1000);
		await read(app, 'sec', key);
		app.press('C', 'ctrl+s');
		await app.settle();
		expect(screen(app)).toMatch(/19 bytes/);
		const everything = [screen(app), app.sent(), app.copied, ...app.saved.values()].join('\n');
		expect([everything.includes(VALUE), everything.includes(ENCODED)]).toEqual([false, false]);
	});

	test('nor the password in a pod’s settings under d', async () => {
		const app = await start('calm');
		app.sim.patch('deployments', 'shop', 'api', {
			spec: {
				template: {
					spec: {
						containers: [
							{
								name: 'api',
								image: 'registry.example.com/shop/api:1.8.2',
								env: [
									{name: 'SMTP_PASSWORD', value: 'hunter2'},
									{name: 'REDIS_URL', value: 'redis://:hunter2@redis:6379'},
								],
							},
						],
					},
				},
			},
		});
		await app.advance(1000);
		await read(app, 'dp', 'd');
		app.press('C');
		expect(app.copied).toMatch(/SMTP_PASSWORD \*\*\*\n +REDIS_URL redis:\/\/:\*\*\*@redis:6379/);
		expect(app.copied).not.toMatch(/hunter2/);
	});
});

test('an object that would obey itself into the terminal is harmless, whole and searchable', async () => {
	const app = await start('calm');
	const evil = '\u001B]0;owned\u0007\u001B[2J\u202Egnp.exe\u0000\u009B31m';
	app.sim.patch('configmaps', 'shop', 'api', {
		metadata: {annotations: {[`evil/${'x'.repeat(30)}`]: evil}},
		data: {LOG_LEVEL: evil, long: 'x'.repeat(100_000), lines: `${'y'.repeat(500)}\n`.repeat(2000)},
	});
	await app.advance(1000);
	app.sent();
	for (const key of ['d', 'y'] as const) {
		await read(app, 'cm', key);
		app.press('w', 'G', 'k', 'ctrl+b', 'g', 'w', 'C');
		app.type('/LOG_LEVEL\r');
		expect(screen(app)).toMatch(/LOG_LEVEL/);
		expect(app.copied).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202E]/);
	}
	expect(app.sent()).not.toMatch(/owned\u0007|\u202E|\u009B|\u001B\[2J/);
	expect(app.copied).toContain(String.raw`LOG_LEVEL: "\u001b]0;owned`);
});
