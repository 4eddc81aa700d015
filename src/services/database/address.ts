import type {DatabaseUse} from './contract.ts';

/** Part of `DatabaseUse` that an address tells. */
export type Address = Pick<DatabaseUse, 'system' | 'host' | 'port' | 'database' | 'driver'>;

/** Schemes of addresses, and the port that each system has by itself. */
const SYSTEMS: readonly {readonly system: string; readonly scheme: RegExp; readonly port: number}[] = [
	{
		system: 'PostgreSQL',
		scheme: /^(?:jdbc:)?(?:postgres|postgresql|postgis|cockroachdb)(?:ql)?(?:\+(?<driver>\w{1,30}))?:\/\//i,
		port: 5432,
	},
	{system: 'MySQL', scheme: /^(?:jdbc:)?(?:mysql|mariadb)(?:\+(?<driver>\w{1,30}))?:\/\//i, port: 3306},
];

/** The port that a system has when none is written; undefined for a system that is none of ours. */
export function portOf(system: string): number | undefined {
	return SYSTEMS.find(one => one.system === system)?.port;
}

/**
 * Reads `postgresql+asyncpg://user:password@host:5432/shop?sslmode=require`, JDBC's form of it, and libpq's `host=db port=5432
 * dbname=shop`. User and password are not looked at. Undefined for anything else.
 */
export function addressIn(value: string): Address | undefined {
	for (const {system, scheme, port} of SYSTEMS) {
		const found = scheme.exec(value);
		if (found === null) continue;
		const rest = value.slice(found[0].length, found[0].length + REST_MAX);
		// A password may hold an `@` itself.
		const [authority = ''] = rest.split('/', 1);
		const place = PLACE.exec(rest.slice(authority.lastIndexOf('@') + 1))?.groups ?? {};
		const host = place['host'] ?? hostInQuery(rest);
		if (host === undefined || host === '') return undefined;
		return {
			system,
			host: host.toLowerCase(),
			port: place['port'] === undefined ? port : Number(place['port']),
			database: place['database'] ?? '',
			driver: found.groups?.['driver'] ?? (value.startsWith('jdbc:') ? 'JDBC' : ''),
		};
	}
	return ofKeywords(value);
}

/** Longer addresses hold something else. */
const REST_MAX = 2000;

/** Of several hosts (`a,b,c`) the first is meant to be the main one. */
const PLACE =
	/^(?<host>[\w.-]{1,253}|\[[\da-f:]{2,45}\])(?::(?<port>\d{1,5}))?(?:,[^/]{0,500})?(?:\/(?<database>[\w.$-]{1,63}))?/i;

/** `postgresql:///shop?host=db` */
function hostInQuery(rest: string): string | undefined {
	return /[?&]host=(?<host>[\w.-]{1,253})/.exec(rest)?.groups?.['host'];
}

function ofKeywords(value: string): Address | undefined {
	if (!/(?:^|\s)host=/.test(value) || !/(?:^|\s)(?:dbname|user|port)=/.test(value)) return undefined;
	const {host} = /(?:^|\s)host=(?<host>[\w.-]{1,253})/.exec(value)?.groups ?? {};
	const {port} = /(?:^|\s)port=(?<port>\d{1,5})/.exec(value)?.groups ?? {};
	const {database = ''} = /(?:^|\s)dbname=(?<database>[\w.$-]{1,63})/.exec(value)?.groups ?? {};
	if (host === undefined) return undefined;
	return {
		system: 'PostgreSQL',
		host: host.toLowerCase(),
		port: port === undefined ? 5432 : Number(port),
		database,
		driver: '',
	};
}
