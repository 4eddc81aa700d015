/** A database server as an exporter beside it, or a cloud's, sees it. What it does not say is undefined. */
export interface DatabaseServerReading {
	/** `PostgreSQL`, `MySQL`, `Redis`. */
	readonly system: string;
	/** Whose metrics they are: `postgres_exporter`. */
	readonly source: string;
	/** As the exporter names the server, when it looks at several: `db-0:5432`, the instance of a cloud; otherwise empty. */
	readonly name: string;
	readonly maxConnections: number | undefined;
	/** `superuser_reserved_connections`. */
	readonly superuserReserved: number | undefined;
	/** `reserved_connections`, since PostgreSQL 16. */
	readonly reserved: number | undefined;
	/** Connections of clients; that of the exporter is mostly not among them. */
	readonly connections: number | undefined;
	/** How many of them are `active`, `idle`, `idle in transaction` …; empty when it does not say. */
	readonly byState: ReadonlyMap<string, number>;
	/** By `application_name`; empty when it does not say. */
	readonly byApplication: ReadonlyMap<string, number>;
	readonly byDatabase: ReadonlyMap<string, number>;
	/** Of the transactions that are open. */
	readonly longestTransactionMs: number | undefined;
	/** Of those in which nothing happens. */
	readonly longestIdleInTransactionMs: number | undefined;
	/** Connections that wait for a lock. */
	readonly locksWaiting: number | undefined;
	/** Connections that wait for others, at most twenty, the oldest first; missing when it does not say. */
	readonly blocked?: readonly BlockedConnection[];
	/** Those that they wait for and that wait for nobody. */
	readonly blocking?: readonly OpenConnection[];
	/** Milliseconds since 1970, when the numbers are older than the scrape: those of clouds are, by minutes. */
	readonly measuredAt: number | undefined;
}

/** A connection of a client, without the text of what it asks: that may hold anything. */
export interface OpenConnection {
	/** Of its process at the server. */
	readonly pid: number;
	/** Empty when it has no name, or we may not see it. */
	readonly application: string;
	/** `idle in transaction`; empty when we may not see it. */
	readonly state: string;
	/** Of its transaction; undefined when we may not see it. */
	readonly ageMs: number | undefined;
}

export interface BlockedConnection extends OpenConnection {
	/** By number of process; 0 is a transaction that was prepared and left. */
	readonly blockedBy: readonly number[];
}

/** A pooler between programs and a database. */
export interface PoolerReading {
	/** `PgBouncer`, `PgCat`. */
	readonly software: string;
	/** `max_client_conn`. */
	readonly maxClients: number | undefined;
	readonly pools: readonly PoolerPool[];
}

/** One per database and user. */
export interface PoolerPool {
	readonly database: string;
	readonly user: string;
	/** Clients that are linked to a server connection, or could be at once. */
	readonly clientsActive: number;
	readonly clientsWaiting: number;
	/** How long the first of those who wait has been waiting. */
	readonly longestWaitMs: number | undefined;
	/** Connections to the server that serve a client. */
	readonly serversActive: number;
	/** Connections to the server that are free, those included that will be checked first (PgBouncer calls them `used`). */
	readonly serversIdle: number;
	/** Most connections to the server for this pair; undefined when it does not say. */
	readonly size: number | undefined;
}
