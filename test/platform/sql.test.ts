import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type Server, type Socket} from 'node:net';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Client} from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {openSql} from '../../src/platform/sql.ts';
import type {DatabaseServerReading} from '../../src/model/database-server.ts';
import {createDatabaseProbe, type DatabaseProbe} from '../../src/session/metrics/database-probe.ts';
import {findPostgres, type RealDatabase, startDatabase} from '../support/real-database.ts';

const postgres = findPostgres();
const never = new AbortController().signal;
const PASSWORD = 'not-a-real-password';

if ('skipped' in postgres) {
	test.skip(`a real database: ${postgres.skipped}`, () => undefined);
} else {
	describe('a real Postgres', () => {
		let folder: string;
		let database: RealDatabase;
		let probe: DatabaseProbe;
		const clients: Client[] = [];
		const url = (user: string, name = 'shop'): URL =>
			new URL(`postgresql://${user}:${PASSWORD}@127.0.0.1:${database.port}/${name}`);
		const connect = async (application: string, user = 'shop'): Promise<Client> => {
			const client = new Client({connectionString: url(user).href, application_name: application});
			client.on('error', () => undefined);
			await client.connect();
			clients.push(client);
			return client;
		};
		const look = async (one = probe): Promise<DatabaseServerReading> => {
			const said = await one.look(never);
			if (!('server' in said) || said.server === undefined) throw new Error(JSON.stringify(said));
			return said.server;
		};

		beforeAll(async () => {
			folder = mkdtempSync(join(tmpdir(), 'dogwatch-sql-'));
			database = await startDatabase(postgres, {maxConnections: 20, logFile: join(folder, 'postgres.log')});
			probe = createDatabaseProbe(url('postgres'), openSql);
		}, 60_000);
		afterAll(async () => {
			probe?.stop();
			await Promise.all(clients.map(client => client.end()));
			await database?.stop();
			rmSync(folder, {recursive: true, force: true});
		});

		test('its numbers agree with what psql reads', async () => {
			const first = await connect('api');
			await connect('api');
			const other = await connect('worker');
			await first.query('BEGIN');
			await other.query('SELECT 1');
			const reading = await look();
			const truth = await database.query(
				`SELECT application_name, state, datname, count(*) FROM pg_stat_activity
				WHERE backend_type = 'client backend' AND application_name NOT IN ('dogwatch', 'test') GROUP BY 1, 2, 3 ORDER BY 1, 2`,
			);
			expect(truth).toEqual(['api|idle|shop|1', 'api|idle in transaction|shop|1', 'worker|idle|shop|1']);
			expect(reading).toMatchObject({
				maxConnections: 20,
				superuserReserved: 3,
				connections: 3,
				byState: new Map([
					['idle', 2],
					['idle in transaction', 1],
				]),
				byApplication: new Map([
					['api', 2],
					['worker', 1],
				]),
				byDatabase: new Map([['shop', 3]]),
				locksWaiting: 0,
				blocked: [],
				blocking: [],
			});
			const [age = ''] = await database.query(
				"SELECT extract(epoch FROM clock_timestamp() - xact_start) * 1000 FROM pg_stat_activity WHERE state = 'idle in transaction'",
			);
			expect(reading.longestIdleInTransactionMs).toBeGreaterThan(0);
			expect(reading.longestIdleInTransactionMs).toBeLessThanOrEqual(Number(age));
			expect(reading.longestTransactionMs).toBeGreaterThanOrEqual(reading.longestIdleInTransactionMs ?? Infinity);
			await first.query('ROLLBACK');
		});

		test('who waits for whom', async () => {
			const [holder, waiter] = [await connect('psql'), await connect('api')];
			await holder.query('CREATE TABLE orders (id int)');
			await holder.query('BEGIN; LOCK TABLE orders');
			const waiting = waiter.query('SELECT * FROM orders');
			let rows: readonly string[] = [];
			while (rows.length === 0)
				rows = await database.query(
					'SELECT pid, pg_blocking_pids(pid) FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()',
				);
			const reading = await look();
			await holder.query('ROLLBACK');
			await waiting;
			expect(reading.locksWaiting).toBe(1);
			expect(reading.blocked).toMatchObject([{application: 'api', state: 'active'}]);
			expect(reading.blocking).toMatchObject([{application: 'psql', state: 'idle in transaction'}]);
			const pairs = (reading.blocked ?? []).map(({pid, blockedBy}) => `${pid}|{${blockedBy.join()}}`);
			expect(pairs).toEqual(rows);
			expect(reading.blocked?.[0]?.blockedBy).toEqual(reading.blocking?.map(({pid}) => pid));
			expect((await look()).blocked).toEqual([]);
		});

		test('it holds one connection, changes nothing there, and leaves with it', async () => {
			const mine = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'dogwatch'";
			const one = createDatabaseProbe(url('shop'), openSql);
			await look(one);
			await look(one);
			expect(await database.query(mine)).toEqual(['2']);
			const connection = await openSql(url('shop'), never);
			await connection.ask('BEGIN READ ONLY');
			await expect(connection.ask('CREATE TABLE x (y int)')).rejects.toThrow(/read-only transaction/);
			connection.close();
			one.stop();
			while ((await database.query(mine)).join() !== '1');
		});

		test('of connections that it may not look into, it knows that they are there', async () => {
			await connect('admin', 'postgres');
			const one = createDatabaseProbe(url('shop'), openSql);
			const [seen, all] = [await look(one), await look()];
			one.stop();
			// It does not count itself, and the other one is a client too.
			expect(seen.connections).toBe(all.connections);
			expect(seen.byState.get('not visible')).toBe(2);
			expect(seen.byApplication.get('admin')).toBe(1);
		});

		test('after the connection was ended, the next look says so, and the one after it has another one', async () => {
			const one = createDatabaseProbe(url('postgres'), openSql);
			await look(one);
			await database.query(
				"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dogwatch'",
			);
			const said = await one.look(never);
			expect(said).toHaveProperty('fault');
			expect((await look(one)).maxConnections).toBe(20);
			one.stop();
			await probe.look(never);
		});

		test('a database or a role that is not there is told in the words of the server', async () => {
			await expect(openSql(url('shop', 'nowhere'), never)).rejects.toThrow('database "nowhere" does not exist');
			await expect(openSql(url('nobody'), never)).rejects.toThrow('role "nobody" does not exist');
		});
	});
}

describe('a database that cannot be reached', () => {
	const listen = async (meet: (socket: Socket) => void): Promise<{server: Server; url: URL}> => {
		const server = createServer(meet).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		return {server, url: new URL(`postgresql://shop:${PASSWORD}@127.0.0.1:${port}/shop`)};
	};

	test('nobody listens', async () => {
		const {server, url} = await listen(() => undefined);
		server.close();
		await once(server, 'close');
		await expect(openSql(url, never)).rejects.toThrow(`127.0.0.1:${url.port} refuses connections`);
	});

	test('something else answers', async () => {
		const {server, url} = await listen(socket =>
			socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request'),
		);
		const error: unknown = await openSql(url, never).catch((thrown: unknown) => thrown);
		server.close();
		expect(error).toBeInstanceOf(Error);
		expect(String(error)).not.toContain(PASSWORD);
	});

	test('a server that repeats the password repeats it in vain', async () => {
		const {server, url} = await listen(socket => {
			const words = `SFATAL\0C28P01\0Mno entry for ${PASSWORD} here\0\0`;
			const length = Buffer.alloc(4);
			length.writeInt32BE(words.length + 4);
			socket.on('error', () => undefined);
			socket.once('data', () => socket.write(Buffer.concat([Buffer.from('E'), length, Buffer.from(words)])));
		});
		url.searchParams.set('sslmode', 'disable');
		await expect(openSql(url, never)).rejects.toThrow('no entry for *** here');
		server.close();
	});

	test('who stops waiting does not wait for the time limit', async () => {
		const sockets: Socket[] = [];
		const {server, url} = await listen(socket => void sockets.push(socket));
		const stop = new AbortController();
		const opened = openSql(url, stop.signal);
		await once(server, 'connection');
		stop.abort();
		await expect(opened).rejects.toThrow(/terminated|does not answer|reached/);
		for (const socket of sockets) socket.destroy();
		server.close();
	});
});
