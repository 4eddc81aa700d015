/** What a user may set. */
export interface Settings {
	/** Lines that a log view keeps; 50,000 when missing. */
	readonly linesKept?: number | undefined;
	/** A request that takes longer is slow, in milliseconds; 1,000 when missing. */
	readonly slowMs?: number | undefined;
	/** A database that is asked directly: `postgresql://user:password@host:5432/database`. Never shown. */
	readonly databaseUrl?: URL | undefined;
	/** Addresses of databases are read from Secrets. */
	readonly readSecrets?: boolean;
}
