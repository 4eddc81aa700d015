import {expect, test} from 'vitest';
import type {OpenSql, SqlRow} from '../../../src/platform/sql.ts';
import {createDatabaseProbe} from '../../../src/session/metrics/database-probe.ts';

const never = new AbortController().signal;

/** As PgBouncer 1.25 answers, with the columns that are read and a few of the others. */
const CONSOLE: Readonly<Record<string, readonly SqlRow[]>> = {
	'SHOW POOLS': [
		{database: 'pgbouncer', user: 'pgbouncer', cl_active: '1', cl_waiting: '0', sv_active: '0', maxwait: '0'},
		{
			...{database: 'shop', user: 'shop', cl_active: '20', cl_waiting: '12', cl_active_cancel_req: '0'},
			...{sv_active: '20', sv_idle: '1', sv_used: '2', maxwait: '2', maxwait_us: '100000', pool_mode: 'session'},
		},
	],
	'SHOW DATABASES': [{name: 'shop', host: 'db', pool_size: '20'}],
	'SHOW CONFIG': [
		{key: 'max_client_conn', value: '1000'},
		{key: 'admin_users', value: null},
	],
};

test('the admin console of a pooler is asked one question at a time', async () => {
	const asked: string[] = [];
	const open: OpenSql = () =>
		Promise.resolve({
			ask(text) {
				asked.push(text);
				return Promise.resolve([CONSOLE[text] ?? []]);
			},
			close: () => undefined,
		});
	const probe = createDatabaseProbe(new URL('postgresql://me@bouncer:6432/pgbouncer'), open);
	expect(probe).toMatchObject({host: 'bouncer', port: 6432, isPooler: true});
	expect(await probe.look(never)).toEqual({
		pooler: {
			software: 'PgBouncer',
			maxClients: 1000,
			pools: [
				{
					...{database: 'shop', user: 'shop', clientsActive: 20, clientsWaiting: 12, longestWaitMs: 2100},
					...{serversActive: 20, serversIdle: 3, size: 20},
				},
			],
		},
	});
	expect(asked).toEqual(['SHOW POOLS', 'SHOW DATABASES', 'SHOW CONFIG']);
});

test('answers of another shape are unknown numbers', async () => {
	const rows = [{name: 'max_connections', setting: 'many', count: -1, state: 7, pid: '__proto__', by: ['x', '3', 3]}];
	const open: OpenSql = () =>
		Promise.resolve({ask: () => Promise.resolve([[], [], rows, rows, rows, rows]), close: () => undefined});
	const said = await createDatabaseProbe(new URL('postgresql://me@[::1]/shop'), open).look(never);
	expect(said).toMatchObject({
		server: {
			maxConnections: undefined,
			connections: 0,
			byState: new Map([['not visible', 0]]),
			blocked: [{pid: 0, blockedBy: [3]}],
		},
	});
});

test('after a fault it opens another connection; it opens none in vain', async () => {
	let [opens, closes] = [0, 0];
	const open: OpenSql = () => {
		opens += 1;
		if (opens === 2) return Promise.reject(new Error('db:5432 refuses connections'));
		const isBad = opens === 1;
		return Promise.resolve({
			ask: () => (isBad ? Promise.reject(new Error('terminated')) : Promise.resolve([])),
			close: () => void (closes += 1),
		});
	};
	const probe = createDatabaseProbe(new URL('postgresql://me@db/shop'), open);
	expect(await probe.look(never)).toEqual({fault: 'terminated'});
	expect(await probe.look(never)).toEqual({fault: 'db:5432 refuses connections'});
	expect(await probe.look(never)).toHaveProperty('server');
	await probe.look(never);
	expect([opens, closes]).toEqual([3, 1]);
	probe.stop();
	expect(closes).toBe(2);
});

test('who stopped while it was being opened has none left', async () => {
	const stop = new AbortController();
	let closes = 0;
	const open: OpenSql = () => {
		stop.abort();
		return Promise.resolve({ask: () => Promise.resolve([]), close: () => void (closes += 1)});
	};
	await createDatabaseProbe(new URL('postgresql://me@db/shop'), open).look(stop.signal);
	expect(closes).toBe(1);
});
