import {type ChildProcess, execFile, execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {createCriLog} from './real-service/cri-log.ts';

/** Where the programs of PostgreSQL are, and whose they have to be: it does not run as root. */
export interface Postgres {
	readonly bin: string;
	readonly account: {readonly uid: number; readonly gid: number} | undefined;
}

/** A PostgreSQL with a database and a role `shop`, on loopback, of which all is gone when it is stopped. */
export interface RealDatabase {
	readonly port: number;
	/** Of the role `shop`, which is no superuser: its connections do not get those that are reserved. */
	readonly url: string;
	/** Asks as the superuser: the rows, with `|` between their columns. */
	query(sql: string): Promise<readonly string[]>;
	stop(): Promise<void>;
}

const PACKAGES = '/usr/lib/postgresql';

/** The newest one that is installed; `skipped` says why there is none. */
export function findPostgres(): Postgres | {readonly skipped: string} {
	const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES).toSorted((a, b) => Number(b) - Number(a)) : [];
	const bin = versions
		.map(version => join(PACKAGES, version, 'bin'))
		.find(folder => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'psql')));
	if (bin === undefined) return {skipped: `no PostgreSQL in ${PACKAGES}: apt-get install postgresql`};
	if (process.getuid?.() !== 0) return {bin, account: undefined};
	const [uid, gid] = [idOf('-u'), idOf('-g')];
	if (uid === undefined || gid === undefined)
		return {skipped: 'PostgreSQL does not run as root, and there is no user postgres'};
	return {bin, account: {uid, gid}};
}

/** Starts one on a free port; `logFile` is emptied first. Rejects when it does not come up. */
export async function startDatabase(
	{bin, account}: Postgres,
	{maxConnections, logFile}: {readonly maxConnections: number; readonly logFile: string},
): Promise<RealDatabase> {
	const folder = mkdtempSync(join(tmpdir(), 'dogwatch-postgres-'));
	if (account !== undefined) chownSync(folder, account.uid, account.gid);
	const data = join(folder, 'data');
	const options = {cwd: folder, env: {PATH: bin, LANG: 'C.UTF-8'}, ...account};
	const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
	execFileSync(join(bin, 'initdb'), init, {...options, stdio: 'pipe'});
	const port = await freePort();
	const settings = [
		`max_connections=${maxConnections}`,
		'fsync=off',
		'unix_socket_directories=',
		'shared_buffers=16MB',
	];
	const child = spawn(
		join(bin, 'postgres'),
		['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap(setting => ['-c', setting])],
		{...options, stdio: ['ignore', 'pipe', 'pipe']},
	);
	await isReady(child, logFile);
	const run = promisify(execFile);
	const query = async (sql: string): Promise<readonly string[]> => {
		const args = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-d', 'postgres', '-XAtc', sql];
		const {stdout} = await run(join(bin, 'psql'), args, {env: {PATH: bin, PGAPPNAME: 'test'}});
		return stdout.split('\n').slice(0, -1);
	};
	await query("CREATE ROLE shop LOGIN PASSWORD 'not-a-real-password'");
	await query('CREATE DATABASE shop OWNER shop');
	return {
		port,
		url: `postgresql+psycopg://shop:not-a-real-password@127.0.0.1:${port}/shop`,
		query,
		async stop() {
			const closed = once(child, 'close');
			// It ends all sessions and itself.
			child.kill('SIGINT');
			await closed;
			rmSync(folder, {recursive: true, force: true});
		},
	};
}

function isReady(child: ChildProcess, logFile: string): Promise<void> {
	const said: string[] = [];
	return new Promise((resolve, reject) => {
		const log = createCriLog(logFile, line => {
			if (said.length < 100) said.push(line);
			if (line.includes('database system is ready to accept connections')) resolve();
		});
		if (child.stdout !== null) log.take(child.stdout, 'stdout');
		if (child.stderr !== null) log.take(child.stderr, 'stderr');
		child.once('close', () => {
			log.close();
			reject(new Error(`PostgreSQL did not come up:\n${said.join('\n')}`));
		});
	});
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	return typeof address === 'object' && address !== null ? address.port : 0;
}

function idOf(flag: '-u' | '-g'): number | undefined {
	try {
		return Number(execFileSync('id', [flag, 'postgres'], {encoding: 'utf8', stdio: 'pipe'}));
	} catch {
		return undefined;
	}
}
