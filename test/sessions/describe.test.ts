import {describe, expect, test} from 'vitest';
import {expectFrame} from '../support/frames.ts';
import {screen, start} from '../support/texts.ts';

describe('what is told, at two sizes', () => {
	test.each([
		['a pod that crashes', 'bad-rollout', ':po\r/crash\r', 'd'],
		['a deployment in a bad rollout', 'bad-rollout', ':dp\r', 'd'],
		['a service', 'bad-rollout', ':svc\r', 'd'],
		['a node', 'calm', ':no\r', 'd'],
		['a secret', 'calm', ':sec\r', 'd'],
		['a config map', 'calm', ':cm\r', 'd'],
		['an endpoint slice, of which nobody tells', 'calm', ':eps\r', 'd'],
		['a pod as yaml', 'bad-rollout', ':po\r/crash\r', 'y'],
		['a secret as yaml', 'calm', ':sec\r', 'y'],
	])('%s', async (name, scenario, way, key) => {
		const app = await start(scenario);
		app.type(way);
		await app.settle();
		app.press(key);
		await app.settle();
		for (const [columns, rows] of [[120, 40] as const, [80, 24] as const]) {
			app.resize(columns, rows);
			expect(app.text()).toHaveLength(rows);
			expectFrame(`describe/${name.replaceAll(',', '')}-${columns}x${rows}`, app.text());
		}
	});
});

describe('d and y', () => {
	test.each([
		['a service of the home screen', '', /deployment api/],
		['a pod', ':po\r', /pod \S+/],
		['a container: its pod', ':po\r', /pod \S+/, ['enter']],
		['an event: what it is about', ':ev\r', /(?:pod|deployment|replicaset) api/],
		['a namespace', ':ns\r', /namespace \S+/],
	])('open %s, and esc comes back', async (_, way, title, keys: readonly string[] = []) => {
		const app = await start();
		app.type(way);
		await app.settle();
		app.press(...keys);
		const before = app.text();
		app.press('d');
		await app.settle();
		expect(app.text()[0]).toMatch(title);
		app.press('y');
		await app.settle();
		expect(app.text()[0]).toMatch(/ yaml /);
		expect(screen(app)).toMatch(/apiVersion: /);
		app.press('d');
		await app.settle();
		expect(app.text()[0]).not.toMatch(/yaml/);
		app.press('esc');
		expect(app.text()).toEqual(before);
	});

	test('say so where there is nothing to read', async () => {
		const app = await start('calm');
		app.type(':jobs\r');
		await app.settle();
		app.press('d');
		expect(app.text().at(-1)).toMatch(/there is nothing under the cursor/);
		app.type(':ctx\r');
		app.press('y');
		expect(app.text().at(-1)).toMatch(/no context can be read here/);
	});

	test('enter describes what nothing is below of, and opens the object of a line', async () => {
		const app = await start();
		app.type(':sec\r');
		await app.settle();
		app.press('enter');
		await app.settle();
		expect(app.text()[0]).toMatch(/secret postgres/);
		expect(screen(app)).toMatch(/KEYS +password +19 bytes/);
		app.type('/Deployment api\r');
		app.press('enter');
		await app.settle();
		expect(app.text()[0]).toMatch(/deployment api/);
		app.press('esc');
		expect(screen(app)).toMatch(/▸?USED BY +Deployment api/);
	});
});
