import {afterEach, describe, expect, test} from 'vitest';
import {type Drive, drive} from '../support/drive.ts';
import {expectFrame} from '../support/frames.ts';
import {busyDatabase, database, pretendDatabases, share, user} from '../support/databases.ts';

let one: Drive | undefined;
afterEach(async () => one?.stop());

async function open(columns: number, rows: number): Promise<Drive> {
	one = await drive({scenario: 'calm', columns, rows});
	pretendDatabases(one.app.session, services => [busyDatabase(services)]);
	return one;
}

const SIZES = [
	[60, 15],
	[80, 24],
	[120, 40],
	[200, 50],
] as const;

describe.each(SIZES)('at %ix%i', (columns, rows) => {
	test('the home screen, the page, and numbers that are tried', async () => {
		const {press, text} = await open(columns, rows);
		press('tab', 'tab', 'tab');
		expectFrame(`database/home-${columns}x${rows}`, text());
		press('enter');
		expectFrame(`database/page-${columns}x${rows}`, text());
		press('right', '-', '-', '-');
		expectFrame(`database/tried-${columns}x${rows}`, text());
		expect(text().join('\n')).toMatch(/pods 5 \[pool 12\]/);
	});
});

describe('from the one to the other', () => {
	test('a service leads to its pods, and a pod to its containers', async () => {
		const {press, text, type} = await open(120, 40);
		type(':db\r');
		press('enter');
		expect(text().join('\n')).toMatch(/postgres:5432 › api pools 2/);
		press('enter');
		expect(text().at(-1)).toMatch(/the pod api-7f9c-x2xkq is gone/);
		press('esc', 'down', 'down', 'enter');
		expect(text().join('\n')).toMatch(/no pool of mailer is measured: \/metrics answers 404/);
	});

	test(':db NAME is the server of a service, with the cursor on it; :db the worst', async () => {
		const {app, press, text, type} = await open(120, 40);
		const calm = database([user(share({name: 'x', pods: 1, podsAtMost: undefined}))], {label: 'calm:5432'});
		pretendDatabases(app.session, services => [calm, busyDatabase(services)]);
		type(':databases\r');
		expect(text()[0]).toMatch(/› postgres:5432/);
		type(':db worker\r');
		press('+');
		expect(text().join('\n')).toMatch(/what if worker \[pods 3\]/);
		type(':db postgres\r');
		expect(text().at(-1)).toMatch(/postgres names no database/);
	});

	test('numbers follow the cursor, and = takes all of them back', async () => {
		const {press, text, type} = await open(120, 40);
		type(':db\r');
		press('-', 'down', '+');
		expect(text().join('\n')).toMatch(/what if worker \[pods 3\].*→ 175, at most 325 of 97 ✖/);
		expect(text().join('\n')).toMatch(/pools full .* 175 ✖ +what if/);
		press('=');
		expect(text().join('\n')).toMatch(/pools full .* ~190 ✖ +assumed/);
	});

	test('the pane follows the service under the cursor', async () => {
		const {app, press, text} = await open(120, 40);
		pretendDatabases(app.session, services => [busyDatabase(services), database([], {label: 'calm:5432'})]);
		press('tab', 'shift+tab');
		expect(text().join('\n')).toMatch(/DATABASE · 2 servers/);
		press('down', 'up');
		expect(text().join('\n')).toMatch(/DATABASE postgres:5432/);
		press('down', 'down');
		expect(text().join('\n')).toMatch(/node-agent names no database/);
	});
});

test('where no database is known, why', async () => {
	one = await drive({scenario: 'calm'});
	pretendDatabases(one.app.session, () => [], 'no right to get configmaps in shop');
	one.type(':db\r');
	expect(one.text().at(-1)).toMatch(/no right to get configmaps in shop/);
});
