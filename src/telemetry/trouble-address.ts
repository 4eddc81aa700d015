/** What a message about trouble says of the other side. */
export interface Address {
	/** A name or an address; empty when it names none. */
	readonly host: string;
	readonly port: number | undefined;
}

/** Reads host and port from a message; with both a name and an address, the name. */
export function addressIn(text: string): Address {
	for (const pattern of TEXTS) {
		const {host = '', port} = pattern.exec(text)?.groups ?? {};
		const name = host.replace(/^\[|\]$|\.$/g, '');
		// A socket in a folder is on no other host.
		if (name !== '' && !name.startsWith('/'))
			return {host: name, port: port === undefined ? undefined : Number(port)};
	}
	return {host: '', port: undefined};
}

const HOST = '(?<host>\\[[0-9a-fA-F:.]{2,45}\\]|[\\w.-]{1,253})';
const PORT = '(?<port>\\d{1,5})';

/** The most exact first. */
const TEXTS: readonly RegExp[] = [
	// libpq 14 and later, then the earlier ones; the latter with its second line joined to the first.
	new RegExp(`connection to server at "(?<host>[^"]{1,253})"(?: \\([^)]{1,60}\\))?, port ${PORT}`),
	new RegExp(
		`Is the server running on host "(?<host>[^"]{1,253})"[\\s\\S]{0,120}?TCP/IP connections on port ${PORT}`,
	),
	/could not translate host name "(?<host>[^"]{1,253})"/,
	// psycopg 3, which resolves names itself
	/failed to resolve host '(?<host>[^']{1,253})'/,
	// asyncio
	new RegExp(`Connect call failed \\('(?<host>[^']{1,253})', ${PORT}`),
	// Node
	/getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (?<host>[\w.-]{1,253})/,
	new RegExp(`(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET) (?<host>[\\w.:-]{1,253}):${PORT}\\b`),
	// Go: the name that could not be found, pgx's address with its name, any dial.
	/\blookup (?<host>[\w.-]{1,253})(?: on [\w.:[\]]{1,60})?: /,
	new RegExp(`failed to connect to \`host=(?<host>[\\w.-]{1,253}) `),
	new RegExp(`\\S{1,60}:${PORT} \\((?<host>[\\w.-]{1,253})\\): (?:dial|server|failed|hostname)`),
	new RegExp(`\\bdial tcp ${HOST}:${PORT}\\b`),
	// MySQL, redis-py, Prisma, JDBC, Npgsql, Mongo
	new RegExp(`Can't connect to (?:MySQL )?server on '(?<host>[^':]{1,253})(?::${PORT})?'`),
	/Unknown MySQL server host '(?<host>[^']{1,253})'/,
	new RegExp(`(?:Error (?:-?\\d{1,6} )?)?connecting to ${HOST}:${PORT}\\b`),
	new RegExp(`Can't reach database server at [\`"]?${HOST}[\`"]?:[\`"]?${PORT}`),
	new RegExp(`Connection to ${HOST}:${PORT} refused`),
	/UnknownHostException: (?<host>[\w.-]{1,253})/,
	new RegExp(`Failed to connect to ${HOST}(?::| port )${PORT}`, 'i'),
	new RegExp(`HTTPS?ConnectionPool\\(host='(?<host>[^']{1,253})', port=${PORT}`),
	new RegExp(`\\b[Hh]ost: '(?<host>[^']{1,253})', port: '?${PORT}`),
	// nginx, shells
	new RegExp(`upstream: "\\w{1,20}://${HOST}:${PORT}`),
	/Could not resolve host: (?<host>[\w.-]{1,253})/,
	new RegExp(`bad address '${HOST}(?::${PORT})?'`),
	new RegExp(`connect to ${HOST} (?:port )?${PORT}\\b`),
	new RegExp(`(?:^|\\s)${HOST}:${PORT} - (?:no response|rejecting connections)`),
	new RegExp(`waiting (?:\\d{1,6} seconds )?for ${HOST}:${PORT}\\b`),
	// Anything else with an address in it.
	// Nobody waits for the pages that messages point to.
	new RegExp(`(?<!https)://(?:[^\\s/@]{1,300}@)?${HOST}(?::${PORT})?`),
	// Times and places in files look much like it.
	/(?<![\w.:/])(?!\S{1,250}\.(?:py|js|ts|mjs|go|java|rb|rs|cs|php):)(?<host>[A-Za-z][\w.-]{0,252}|\d{1,3}(?:\.\d{1,3}){3}):(?<port>\d{4,5})(?=[\s:,)'"]|$)/,
];
