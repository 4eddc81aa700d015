import {afterEach, describe, expect, test} from 'vitest';
import type {OpenSql, SqlRow} from '../../src/platform/sql.ts';
import {type Drive, drive} from '../support/drive.ts';

let one: Drive | undefined;
afterEach(async () => one?.stop());

const PASSWORD = 'not-a-real-password';

const count = (state: string, application: string, connections: number): SqlRow => ({
	...{state, application, database: 'shop', count: connections},
});

/** Answers to the questions of one look, statement by statement. */
const ANSWERS: readonly (readonly SqlRow[])[] = [
	[],
	[],
	[
		{name: 'max_connections', setting: '60'},
		{name: 'superuser_reserved_connections', setting: '3'},
	],
	[count('idle', 'api', 30), count('active', 'worker', 4), count('idle in transaction', 'psql', 1)],
	[{longest: 252_000, idle: 250_000, waiting: 1}],
	[
		{pid: 398, application: 'psql', state: 'idle in transaction', age: 252_000, by: []},
		{pid: 412, application: 'api', state: 'active', age: 72_000, by: [398, 398]},
	],
	[],
];

interface FakeDatabase {
	readonly openSql: OpenSql;
	/** Seconds between the looks. */
	readonly urls: readonly string[];
	asks: number;
	closes: number;
	fault: string;
}

function fakeDatabase(): FakeDatabase {
	const urls: string[] = [];
	const fake: FakeDatabase = {
		urls,
		asks: 0,
		closes: 0,
		fault: '',
		openSql: url => {
			urls.push(url.href);
			return Promise.resolve({
				ask() {
					fake.asks += 1;
					return fake.fault === '' ? Promise.resolve(ANSWERS) : Promise.reject(new Error(fake.fault));
				},
				close: () => void (fake.closes += 1),
			});
		},
	};
	return fake;
}

const open = async (fake: FakeDatabase, host = 'postgres:5432'): Promise<Drive> => {
	const databaseUrl = new URL(`postgresql://me:${PASSWORD}@${host}/shop`);
	one = await drive({scenario: 'calm', columns: 160, rows: 50, settings: {databaseUrl}, openSql: fake.openSql});
	return one;
};

describe('a database that is asked directly', () => {
	test('its numbers count as measured, and who waits for whom is on its page', async () => {
		const {text, type} = await open(fakeDatabase());
		type(':db\r');
		const page = text().join('\n');
		expect(page).toMatch(/max 60 − 3 reserved/);
		expect(page).toMatch(/connections idle 30 · active 4 · idle in transaction 1 · measured: pg_stat_activity/);
		expect(page).toMatch(/held by api 30 · worker 4 · psql 1/);
		expect(page).toMatch(/pid 412 of api waits 1m12s for pid 398 of psql, idle in transaction for 4m12s/);
		expect(page).not.toContain(PASSWORD);
	});

	test('by a tunnel it is the only server that there is', async () => {
		const {app} = await open(fakeDatabase(), '127.0.0.1:15432');
		const states = app.session.databases.states();
		expect(states.map(({server, inUse}) => [server.label, inUse?.value])).toEqual([['postgres:5432', 35]]);
	});

	test('it is asked every 15 s over one connection, which goes with the session', async () => {
		const fake = fakeDatabase();
		const {advance, app} = await open(fake);
		await advance(60_000);
		expect(fake.asks).toBeGreaterThanOrEqual(4);
		expect(fake.asks).toBeLessThanOrEqual(6);
		expect([fake.urls.length, fake.closes]).toEqual([1, 0]);
		app.stop();
		expect(fake.closes).toBe(1);
	});

	test('while it does not answer, its page says why, and it is asked more and more seldom', async () => {
		const fake = fakeDatabase();
		fake.fault = 'postgres:5432 refuses connections';
		const {advance, text, type} = await open(fake);
		type(':db\r');
		expect(text().join('\n')).toMatch(/--db: postgres:5432 refuses connections/);
		await advance(70_000);
		expect(fake.asks).toBeLessThanOrEqual(3);
		fake.fault = '';
		one?.app.session.retryNow();
		await one?.settle();
		expect(text().join('\n')).not.toMatch(/refuses connections/);
		expect(text().join('\n')).toMatch(/max 60/);
	});
});
