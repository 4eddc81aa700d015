import {messageOf} from '../../lib/failure.ts';
import type {DatabaseServerReading, PoolerReading} from '../../model/database-server.ts';
import type {OpenSql, SqlConnection} from '../../platform/sql.ts';
import {POOLER_CONSOLE, POOLER_QUESTIONS, SERVER_QUESTIONS} from './sql-questions.ts';
import {poolerReadingOf, serverReadingOf} from './sql-readings.ts';

/** What a database, or a pooler, says of itself: one of the two. */
export interface SqlReading {
	readonly server?: DatabaseServerReading;
	readonly pooler?: PoolerReading;
}

/** Asks one database how it is. */
export interface DatabaseProbe {
	/** Where it is, as the user wrote it. */
	readonly host: string;
	readonly port: number;
	/** The admin console of a pooler is asked, no database. */
	readonly isPooler: boolean;
	/** One look at a time. A fault is a few words, without a password. */
	look(signal: AbortSignal): Promise<SqlReading | {readonly fault: string}>;
	stop(): void;
}

/** Holds one connection, which is opened by the first look, and anew after a fault. */
export function createDatabaseProbe(url: URL, open: OpenSql): DatabaseProbe {
	const isPooler = url.pathname === `/${POOLER_CONSOLE}`;
	let connection: SqlConnection | undefined;
	const close = (): void => {
		connection?.close();
		connection = undefined;
	};
	return {
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port === '' ? 5432 : Number(url.port),
		isPooler,
		async look(signal) {
			try {
				connection ??= await open(url, signal);
				if (signal.aborted) close();
				signal.throwIfAborted();
				if (!isPooler) return {server: serverReadingOf(await connection.ask(SERVER_QUESTIONS))};
				const answers = [];
				for (const question of POOLER_QUESTIONS) answers.push(...(await connection.ask(question)));
				return {pooler: poolerReadingOf(answers)};
			} catch (error) {
				close();
				return {fault: messageOf(error)};
			}
		},
		stop: close,
	};
}
