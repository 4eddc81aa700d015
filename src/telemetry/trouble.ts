import type {LoggedTrouble} from './last-words.ts';
import {isServing} from './listening.ts';
import type {LogLine} from './log-lines.ts';
import {type Episode, headline, type Raised, unwrapped} from './raised.ts';
import {addressIn} from './trouble-address.ts';
import {lastTalk} from './telling-line.ts';
import {TROUBLE_TEXTS} from './trouble-texts.ts';

/** Trouble, and which line of the log tells of it. */
export interface FoundTrouble {
	readonly trouble: LoggedTrouble;
	readonly index: number;
}

const LINE_MAX = 500;

/** The trouble that exceptions tell of, those before the last one included: it may have been raised for the first one. */
export function troubleOfEpisode({raised}: Episode): FoundTrouble | undefined {
	for (const one of raised.toReversed()) {
		const text = headline(one);
		const category = categoryOf(text) ?? categoryOf(one.details.join('\n')) ?? silentTimeout(one);
		if (category === undefined) continue;
		const all = [one, ...raised].flatMap(other => [headline(other), ...other.details]);
		const {name, message} = unwrapped(one);
		const line =
			/Operational|Interface|^sqlalchemy/.test(name) && message !== '' ? message : headline({name, message});
		return {trouble: troubleOf(category, line, all, raised), index: one.index};
	}
	return undefined;
}

/** The last trouble that lines tell of, unless a server says afterwards that it is there. */
export function troubleOfLines(lines: readonly LogLine[], from: number): FoundTrouble | undefined {
	for (const {text, index} of lastTalk(lines, from)) {
		if (isServing(text)) return undefined;
		if (isServersOwn(text)) continue;
		const category = categoryOf(text);
		if (category === undefined) continue;
		const below = lines.slice(index + 1, index + 4).map(line => line.text);
		const texts = [text, ...below.filter(line => /^\s/.test(line))];
		return {trouble: troubleOf(category, text.trim(), texts, []), index};
	}
	return undefined;
}

function categoryOf(text: string): LoggedTrouble['category'] | undefined {
	return TROUBLE_TEXTS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** asyncpg's time-outs have no words; the file in which they were raised tells a full pool from a server that does not answer. */
function silentTimeout({name, message, frames}: Raised): 'pool' | 'timeout' | undefined {
	if (!/(?:^|\.)TimeoutError$/.test(name) || message !== '') return undefined;
	if (frames.some(({file}) => /asyncpg[/\\]pool\.py$/.test(file))) {
		// A pool that is being filled connects, too.
		return frames.some(({file}) => /asyncpg[/\\]connect_utils\.py$/.test(file)) ? 'timeout' : 'pool';
	}
	return frames.some(({file}) => /asyncpg[/\\]connect(?:ion|_utils)\.py$/.test(file)) ? 'timeout' : undefined;
}

/** A database that notes what it refused is in no trouble itself; its lines have its process in brackets after the time. */
function isServersOwn(text: string): boolean {
	return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \S{1,20} \[\d{1,10}\]/.test(text) && !/\b[CS]-0x/.test(text);
}

function troubleOf(
	category: LoggedTrouble['category'],
	line: string,
	texts: readonly string[],
	raised: readonly Raised[],
): LoggedTrouble {
	const {host, port} = texts.map(addressIn).find(address => address.host !== '') ?? addressIn(texts.join(' '));
	const files = raised.flatMap(({frames}) => frames.map(({file}) => file));
	return {category, system: systemOf(texts.join('\n'), files, port), host, port, line: line.slice(0, LINE_MAX)};
}

/** By the words of the message and the files of its frames, or by the port. */
function systemOf(text: string, files: readonly string[], port: number | undefined): string {
	const named =
		SYSTEMS.find(([, words]) => words.test(text)) ??
		SYSTEMS.find(([, words]) => files.some(file => words.test(file)));
	return named?.[0] ?? (port === undefined ? '' : (SYSTEM_OF_PORT[port] ?? ''));
}

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
	['PgBouncer', /pgbouncer|\b[CS]-0x[0-9a-f]|max_client_conn|query_wait_timeout/i],
	[
		'PostgreSQL',
		/psycopg|asyncpg|pg8000|postgres|\bpq: |\bPG::|pgx|Npgsql|pg_hba|connection to server at "|node_modules\/pg\/|pg_isready/i,
	],
	['MySQL', /mysql|mariadb/i],
	['Redis', /redis|WRONGPASS|NOAUTH/i],
	['MongoDB', /mongo|ServerSelectionTimeoutError/i],
	['RabbitMQ', /amqp|pika\b|kombu|rabbitmq/i],
	['Kafka', /kafka|NoBrokersAvailable/i],
	['Elasticsearch', /elasticsearch|opensearch/i],
	['SQL Server', /SqlException|pyodbc|mssql/i],
	['Cassandra', /cassandra|NoHostAvailable/i],
];

const SYSTEM_OF_PORT: Readonly<Record<number, string>> = {
	1433: 'SQL Server',
	3306: 'MySQL',
	5432: 'PostgreSQL',
	5672: 'RabbitMQ',
	6379: 'Redis',
	6432: 'PgBouncer',
	9042: 'Cassandra',
	9092: 'Kafka',
	9200: 'Elasticsearch',
	27017: 'MongoDB',
};
