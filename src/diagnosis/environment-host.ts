import type {ContainerSpec} from '../model/pod-spec.ts';

/** Host and port of a connection. */
export interface Endpoint {
	readonly host: string;
	readonly port: number | undefined;
}

/**
 * Where the environment of a container says that a system is, for errors that do not name it. Only what stands in the template is
 * known; undefined when nothing or more than one thing is found.
 * @param system `PostgreSQL`, `Redis` …; empty: any
 */
export function hostInEnvironment(spec: ContainerSpec | undefined, system: string): Endpoint | undefined {
	const found = new Map<string, Endpoint>();
	for (const {name, value} of spec?.env ?? []) {
		const endpoint = value === undefined ? undefined : (ofAddress(value, system) ?? ofName(name, value, system));
		if (endpoint !== undefined) found.set(endpoint.host, endpoint);
	}
	const [only] = found.values();
	return found.size === 1 ? only : undefined;
}

const SCHEMES: Readonly<Record<string, RegExp>> = {
	PostgreSQL: /^(?:jdbc:)?(?:postgres|postgresql)(?:\+\w{1,20})?:/i,
	MySQL: /^(?:jdbc:)?(?:mysql|mariadb)(?:\+\w{1,20})?:/i,
	Redis: /^rediss?:/i,
	MongoDB: /^mongodb(?:\+srv)?:/i,
	RabbitMQ: /^amqps?:/i,
};

function ofAddress(value: string, system: string): Endpoint | undefined {
	const schemes = system === '' ? Object.values(SCHEMES) : [SCHEMES[system]];
	if (!schemes.some(scheme => scheme?.test(value) === true)) return undefined;
	const {host, port} =
		/:\/\/(?:[^\s/@]{0,300}@)?(?<host>[\w.-]{1,253})(?::(?<port>\d{1,5}))?/.exec(value)?.groups ?? {};
	return host === undefined ? undefined : {host, port: port === undefined ? undefined : Number(port)};
}

const NAMES: Readonly<Record<string, RegExp>> = {
	PostgreSQL: /^(?:PG|PGSQL_|POSTGRES_|POSTGRESQL_|DB_|DATABASE_)HOST$/,
	MySQL: /^(?:MYSQL_|MARIADB_|DB_|DATABASE_)HOST$/,
	Redis: /^(?:REDIS_|CACHE_)HOST$/,
	MongoDB: /^(?:MONGO_|MONGODB_|DB_)HOST$/,
	RabbitMQ: /^(?:RABBITMQ_|AMQP_)HOST$/,
};

function ofName(name: string, value: string, system: string): Endpoint | undefined {
	const names = system === '' ? Object.values(NAMES) : [NAMES[system]];
	const isHost = names.some(pattern => pattern?.test(name) === true) && /^[\w.-]{1,253}$/.test(value);
	return isHost ? {host: value, port: undefined} : undefined;
}
