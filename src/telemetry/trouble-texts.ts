import type {LoggedTrouble} from './last-words.ts';

/**
 * Known words for trouble with what a program connects to, of the drivers of PostgreSQL, MySQL, Redis and others in Python, Node, Go,
 * Java, .NET and shells, of Postgres itself and of PgBouncer. The first that fits counts: a message may quote several.
 */
export const TROUBLE_TEXTS: readonly (readonly [LoggedTrouble['category'], RegExp])[] = [
	[
		'proxy',
		/\bC-0x[0-9a-f]{1,16}: |no more connections allowed \(max_client_conn\)|client connections exceeded \(max_|query_wait_timeout|client_login_timeout|MaxClientsInSessionMode|max clients reached/,
	],
	[
		'slots',
		/sorry, too many clients already|remaining connection slots are reserved|too many connections for (?:role|database) "|connection limit exceeded for non-superusers|TooManyConnectionsError|ERROR 1040|1040, ['"]?Too many connections|ER_CON_COUNT_ERROR|(?<!MaxConnectionsError: |ConnectionError: )Too many connections$|max_user_connections|has exceeded the 'max_|max number of clients reached/,
	],
	[
		'pool',
		/QueuePool limit of size|couldn't get a connection after [\d.]{1,20} sec|has already \d{1,9} requests waiting|Connection is not available, request timed out after|could not obtain a connection from the pool within|Timed out fetching a new connection from the connection pool|Pool empty\. Unable to fetch|timeout exceeded when trying to connect|Timeout acquiring a connection|Queue limit reached\.|No connections available\.|connection pool exhausted|pool is clos(?:ing|ed)|Pool is closed|pool is not initialized|MaxConnectionsError|No connection available\.|ConnectionError: Too many connections/,
	],
	[
		'starting',
		/the database system is (?:starting up|shutting down|in recovery mode|not yet accepting connections)|CannotConnectNowError|Redis is loading the dataset|- rejecting connections/,
	],
	[
		'tls',
		/no pg_hba\.conf entry for .{1,300}(?:no encryption|SSL off)|does not support (?:SSL|secure) connections?|does not support SSL, but SSL was required|SSL is not enabled on the server|rejected SSL upgrade|SSL required|connections? (?:using|with) insecure transport|certificate verify failed|CERTIFICATE_VERIFY_FAILED|self[- ]signed certificate|unable to verify the first certificate|unable to get local issuer certificate|x509: |tls: (?:failed|first record|handshake)|WRONG_VERSION_NUMBER|wrong version number|root certificate file "|SSLHandshakeException|PKIX path building failed|certificate has expired|SSL connection error/,
	],
	[
		'auth',
		/password authentication failed for user|no pg_hba\.conf entry for|(?<!relation |table )(?:database|role) "[^"]{1,200}" does not exist|Access denied for user|Unknown database '|no such database: |WRONGPASS|NOAUTH|invalid username-password pair|AuthenticationFailed|Authentication failed\b|auth(?:entication)? failed for user|no password supplied|empty password returned|no such user|ACCESS_REFUSED|Ident authentication failed|Peer authentication failed|SCRAM .{1,60}(?:failed|password must be)|Login failed for user|permission denied for (?:table|relation|schema|database|sequence)/i,
	],
	[
		'schema',
		/relation "[^"]{1,200}" (?:does not exist|already exists)|column "?[^"\s]{1,200}"?(?: of relation "[^"]{1,200}")? (?:does not exist|already exists)|(?:type|schema|function|constraint) "?[^"\n]{1,200}"? does not exist|no such (?:table|column): |Table '[^']{1,200}' doesn't exist|Unknown column '|Can't locate revision identified by|Target database is not up to date|Multiple head revisions|PendingMigrationError|Migrations are pending|table `?[^`]{1,200}`? does not exist in the current database|Migration checksum mismatch|migrations? failed to apply|Dirty database version/,
	],
	['deadlock', /deadlock detected|Deadlock found when trying to get lock|DeadlockDetected/],
	['lock-timeout', /due to lock timeout|Lock wait timeout exceeded|LockNotAvailable/],
	[
		'statement-timeout',
		/due to statement timeout|maximum statement execution time exceeded|QueryCanceledError|\bquery_timeout\b/,
	],
	[
		'dns',
		/could not translate host name|Name or service not known|Temporary failure in name resolution|Temporary failure resolving|nodename nor servname|\bENOTFOUND\b|\bEAI_AGAIN\b|\bno such host\b|UnknownHostException|Name does not resolve|Unknown MySQL server host|getaddrinfo failed|No address associated with hostname|server misbehaving|failed to lookup address|Name resolution (?:failed|error)|Could not resolve host|bad address '|NXDOMAIN|hostname resolving error|failed to resolve host/i,
	],
	[
		'timeout',
		/timeout expired|Connection timed out|ETIMEDOUT|connect(?:ion)? timed out|connection timeout|i\/o timeout|ConnectTimeout|timed out \(os error|Connection terminated due to connection timeout|ServerSelectionTimeoutError|Timeout connecting to|timed out trying to connect|EHOSTUNREACH|ENETUNREACH|No route to host|Network is unreachable|dial tcp .{1,200}context deadline exceeded|timeout occurred after waiting|'[^']{1,200}' \(timed out\)|The operation timed out/i,
	],
	[
		'refused',
		/Connection refused|ECONNREFUSED|Connect call failed|ConnectionRefused|could not connect to server|Can't reach database server|actively refused|Can't connect to (?:local )?(?:MySQL|server)|Connection to \S{1,200} refused|P1001|AutoReconnect|NoBrokersAvailable|NoHostAvailable|- no response|Failed to connect to/i,
	],
	[
		'lost',
		/server closed the connection unexpectedly|SSL connection has been closed unexpectedly|connection already closed|the connection is closed|ConnectionDoesNotExistError|closed in the middle of operation|terminating connection due to|AdminShutdown|IdleInTransactionSessionTimeout|Connection terminated unexpectedly|MySQL server has gone away|Lost connection to (?:MySQL )?server|Connection closed by server|unexpected EOF on client connection/,
	],
];
