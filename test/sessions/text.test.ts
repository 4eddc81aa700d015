import {describe, expect, test} from 'vitest';
import {read, screen, start} from '../support/texts.ts';

describe('a text', () => {
	test('is read by lines and pages, with the place in the header', async () => {
		const app = await start('bad-rollout', {rows: 15});
		await read(app, 'dp', 'y');
		expect(app.text()[0]).toMatch(/1-13 of \d+/);
		expect(app.text()[1]).toBe('▸apiVersion: apps/v1');
		app.press('j', 'j');
		expect(app.text()[3]).toMatch(/^▸/);
		app.press('ctrl+f');
		expect(app.text()[0]).toMatch(/13-25 of \d+/);
		app.press('G');
		expect(app.text().at(-2)).toMatch(/^▸/);
		app.press('g');
		expect(app.text()[0]).toMatch(/1-13 of \d+/);
	});

	test('is searched while it is typed, n and N go on, and esc ends the search before the page', async () => {
		const app = await start();
		await read(app, 'dp', 'y');
		app.press('/');
		app.type('IMAGE:');
		expect(app.text().at(-1)).toMatch(/^ \/IMAGE: +1 of 1/);
		app.press('enter');
		expect(screen(app)).toMatch(/▸ +image: registry/);
		app.type('/name\r');
		const first = app.text()[0];
		expect(first).toMatch(/\/name {2}\d+ of \d+/);
		app.press('n');
		expect(app.text()[0]).not.toBe(first);
		app.press('N');
		expect(app.text()[0]).toBe(first);
		app.type('/no such thing\r');
		app.press('n');
		expect(app.text().at(-1)).toMatch(/nothing matches \/no such thing/);
		app.press('esc');
		expect(app.text()[0]).toMatch(/deployment api yaml/);
		expect(app.text()[0]).not.toMatch(/such/);
		app.press('n');
		expect(app.text().at(-1)).toMatch(/nothing is searched/);
		app.press('esc');
		expect(app.text()[0]).toMatch(/deployments 3/);
	});

	test('a prompt that is left takes the search back, and the help over a text is searched by itself', async () => {
		const app = await start();
		await read(app, 'dp', 'y');
		app.type('/kind\r');
		const found = app.text()[0];
		app.press('/');
		app.type('zzz');
		app.press('esc');
		expect(app.text()[0]).toBe(found);
		app.press('?', '/');
		app.type('wrap');
		app.press('enter', 'esc', 'esc');
		expect(app.text()[0]).toBe(found);
	});

	test('is folded where nobody looks, and opened by enter or by a search that finds nothing else', async () => {
		const app = await start();
		await read(app, 'po', 'y');
		expect(screen(app)).toMatch(/ managedFields: … \d+ lines/);
		expect(screen(app)).not.toMatch(/fieldsType/);
		app.type('/managedFields\r');
		app.press('enter');
		expect(screen(app)).toMatch(/fieldsType: FieldsV1/);
		app.press('space');
		expect(screen(app)).not.toMatch(/fieldsType/);
		app.type('/fieldsType\r');
		expect(screen(app)).toMatch(/▸ +fieldsType: FieldsV1/);
		app.press('g', 'enter');
		expect(app.text().at(-1)).toMatch(/nothing stands below this line/);
	});

	test('wraps long lines when it is told to', async () => {
		const app = await start('bad-rollout', {columns: 60});
		await read(app, 'dp', 'y');
		app.type('/change-cause\r');
		const cut = app.text().find(line => line.startsWith('▸'));
		expect(cut).toMatch(/…$/);
		app.press('w');
		expect(screen(app)).toMatch(/▸ +kubernetes.io\/change-cause: "api 1.9.0: larger\n +connection pool"/);
	});

	test('is copied by the line and whole, without what is styled around it', async () => {
		const app = await start();
		await read(app, 'dp', 'y');
		app.type('/image:\r');
		app.press('c');
		expect(app.copied).toBe('registry.example.com/shop/api:1.9.0');
		expect(app.text().at(-1)).toMatch(/copied the line/);
		app.type('/ports:\r');
		app.press('c');
		expect(app.copied).toBe('ports:\n- name: http\n  containerPort: 8000\n  protocol: TCP');
		app.press('C');
		expect(app.copied).toMatch(/^apiVersion: apps\/v1\nkind: Deployment\n[\s\S]+fieldsType[\s\S]+\n$/);
		app.press('d');
		await app.settle();
		app.type('/^IMAGE\r');
		app.press('c');
		expect(app.copied).toBe('registry.example.com/shop/api:1.9.0');
	});

	test('is saved whole, and says where', async () => {
		const app = await start();
		await read(app, 'dp', 'y');
		app.press('ctrl+s');
		await app.settle();
		const name = 'dogwatch-shop-deployment-api-20261124-120100.yaml';
		expect(app.text().at(-1)).toMatch(`saved to /home/somebody/${name}`);
		app.press('d');
		await app.settle();
		app.press('ctrl+s');
		await app.settle();
		expect([...app.saved.keys()]).toEqual([name, name.replace('.yaml', '.txt')]);
		expect(app.saved.get(name)).toMatch(/^apiVersion: apps\/v1\n/);
	});

	test('has a place on a screen of any size, wrapped or cut, and the cursor is on it', async () => {
		const app = await start();
		for (const key of ['d', 'y'] as const) {
			await read(app, 'po', key);
			for (const [columns, rows] of SIZES) {
				app.resize(columns, rows);
				for (const step of ['G', 'w', 'ctrl+b', 'w', 'g', 'j']) {
					app.press(step);
					expect(app.text()).toHaveLength(rows);
					expect({columns, rows, step, isSeen: rows <= 2 || /^▸/m.test(screen(app))}).toMatchObject({
						isSeen: true,
					});
				}
			}
			app.resize(120, 40);
		}
	});
});

const SIZES = [
	[200, 50],
	[60, 15],
	[40, 8],
	[30, 3],
	[12, 4],
	[1, 1],
] as const;
