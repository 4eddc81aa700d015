import {Socket} from 'node:net';
import type {Client, ClientConfig} from 'pg';
import {maskCredentials, MASK} from '../lib/mask.ts';

/** What a question gives, as PostgreSQL's types are by themselves in JavaScript: eight-byte integers are texts. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** One open connection. Once something has been thrown, it is of no more use. */
export interface SqlConnection {
	/** Sends one text, of one statement or several, and gives the rows of each. Throws an Error whose message may be shown. */
	ask(text: string): Promise<readonly (readonly SqlRow[])[]>;
	close(): void;
}

/** Opens a connection to `postgresql://user:password@host:5432/database`. Throws an Error whose message may be shown. */
export type OpenSql = (url: URL, signal: AbortSignal) => Promise<SqlConnection>;

const CONNECT_TIMEOUT_MS = 3000;

/** Above the server's own limits: it is for a server that has gone away. */
const ANSWER_TIMEOUT_MS = 8000;

/**
 * Connections over PostgreSQL's protocol, by the names of libpq: `sslmode` is `prefer` when missing. Nothing is asked of the server
 * but its name and ours: poolers refuse settings that they do not know.
 */
export const openSql: OpenSql = async (url, signal) => {
	// The first thing that is asked of a database is long after the first frame.
	const {default: pg} = await import('pg');
	const mode = url.searchParams.get('sslmode') ?? 'prefer';
	const open = async (ssl: NonNullable<ClientConfig['ssl']>): Promise<Open> => {
		signal.throwIfAborted();
		const socket = new Socket();
		const client = new pg.Client({...partsOf(url), ssl, stream: () => socket});
		// To end the client is to wait for the server.
		const stop = (): void => void socket.destroy();
		signal.addEventListener('abort', stop, {once: true});
		// It is told of by the next question.
		client.on('error', () => undefined);
		try {
			await client.connect();
			return {client, socket};
		} catch (error) {
			stop();
			throw error;
		} finally {
			signal.removeEventListener('abort', stop);
		}
	};
	const connect = async (): Promise<Open> => {
		if (mode === 'disable') return open(false);
		try {
			return await open({rejectUnauthorized: mode.startsWith('verify')});
		} catch (error) {
			const isRefused = error instanceof Error && error.message.includes('does not support SSL');
			if (isRefused && (mode === 'prefer' || mode === 'allow')) return open(false);
			throw error;
		}
	};
	try {
		return connectionOf(await connect(), url);
	} catch (error) {
		throw shown(error, url);
	}
};

interface Open {
	readonly client: Client;
	readonly socket: Socket;
}

function connectionOf({client, socket}: Open, url: URL): SqlConnection {
	return {
		async ask(text) {
			try {
				const answer: unknown = await client.query(text);
				const results = Array.isArray(answer) ? answer : [answer];
				return results.map(({rows}: {readonly rows: readonly SqlRow[]}) => rows);
			} catch (error) {
				throw shown(error, url);
			}
		},
		close() {
			void client.end().catch(() => undefined);
			// A server that is gone does not hold up the end of the program.
			socket.unref();
		},
	};
}

function partsOf(url: URL): ClientConfig {
	return {
		host: hostOf(url),
		port: portOf(url),
		user: decodeURIComponent(url.username),
		// A function: without a password it would look for a file of them.
		password: () => decodeURIComponent(url.password),
		database: decodeURIComponent(url.pathname.slice(1)),
		application_name: 'dogwatch',
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		query_timeout: ANSWER_TIMEOUT_MS,
		keepAlive: true,
	};
}

function hostOf({hostname}: URL): string {
	return hostname.replace(/^\[|\]$/g, '');
}

function portOf({port}: URL): number {
	return port === '' ? 5432 : Number(port);
}

/** Without what it came from, which may know the password. */
function shown(error: unknown, url: URL): Error {
	return new Error(wordsOf(error, url));
}

/** A few words, in which neither the password nor an address with one can be. */
function wordsOf(error: unknown, url: URL): string {
	const place = `${url.hostname}:${portOf(url)}`;
	const {code = '', message = ''} = error as {readonly code?: string; readonly message?: string};
	if (code === 'ECONNREFUSED') return `${place} refuses connections`;
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `there is no host ${url.hostname}`;
	if (/timeout expired|Query read timeout/.test(message) || code === 'ETIMEDOUT') return `${place} does not answer`;
	if (message === '' || /^[A-Z]{3,20}$/.test(code)) return `${place} cannot be reached: ${code || 'no reason given'}`;
	const password = decodeURIComponent(url.password);
	const safe = password === '' ? message : message.replaceAll(password, MASK);
	return maskCredentials(safe).slice(0, WORDS_MAX);
}

const WORDS_MAX = 200;
