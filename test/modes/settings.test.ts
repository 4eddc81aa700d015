import {describe, expect, test} from 'vitest';
import {ExpectedFailure} from '../../src/lib/failure.ts';
import {settingsOf} from '../../src/modes/settings.ts';

const NO_DATABASE = {databaseUrl: undefined, readSecrets: false};

describe('settings', () => {
	test.each([
		[{}, {linesKept: undefined, slowMs: undefined}],
		[
			{'slow-request': '500ms', 'log-lines': '1000'},
			{linesKept: 1000, slowMs: 500},
		],
		[{'slow-request': '1.5s'}, {linesKept: undefined, slowMs: 1500}],
	])('%j', (flags, expected) => {
		expect(settingsOf(flags)).toEqual({...NO_DATABASE, ...expected});
	});

	test.each([
		[{'slow-request': '1'}, '--slow-request: "1" is no time: write 1s or 500ms'],
		[{'slow-request': '0s'}, '--slow-request: "0s" is no time: write 1s or 500ms'],
		[{'log-lines': '0'}, '--log-lines: "0" is no number of lines from 1 to 1000000'],
		[{'log-lines': 'many'}, '--log-lines: "many" is no number of lines from 1 to 1000000'],
	])('%j is refused with one sentence', (flags, message) => {
		expect(() => settingsOf(flags)).toThrow(new ExpectedFailure(message));
	});
});

describe('the database that is asked', () => {
	const environment = {PGUSER: 'me', PGPASSWORD: 'a@b/c'};

	test.each([
		[
			'postgresql://shop:x%40y@db:6432/orders?sslmode=require',
			'postgresql://shop:x%40y@db:6432/orders?sslmode=require',
		],
		['postgres://shop@db', 'postgresql://shop:a%40b%2Fc@db/shop'],
		['postgresql+asyncpg://db/shop', 'postgresql://me:a%40b%2Fc@db/shop'],
		['postgres://[::1]:5433/pgbouncer', 'postgresql://me:a%40b%2Fc@[::1]:5433/pgbouncer'],
	])('%s', (db, url) => {
		expect(settingsOf({db}, environment).databaseUrl?.href).toBe(url);
	});

	test.each([
		'shop',
		'mysql://me:secret@db/shop',
		'postgresql://',
		'postgresql:///shop',
		'postgresql://%E0:secret@db/x',
		'postgresql://me:secret@db:x/y',
	])('%s is refused, and not repeated', db => {
		const message = '--db: this is no address of a PostgreSQL: write postgresql://user@host:5432/database';
		expect(() => settingsOf({db}, environment)).toThrow(new ExpectedFailure(message));
	});
});
