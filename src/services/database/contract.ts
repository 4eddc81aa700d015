/** Where a number is from: measured by metrics, said in a log, declared in a spec or an environment, or a library's default. */
export type Source = 'measured' | 'logged' | 'declared' | 'assumed';

export interface Sourced {
	readonly value: number;
	readonly source: Source;
	/** `DB_POOL_SIZE`, `--workers`, `SQLAlchemy's default`, `postgres_exporter`. */
	readonly from: string;
}

/** Which database the containers of a template speak to, as far as the environment tells. */
export interface DatabaseUse {
	/** `PostgreSQL`, `MySQL`; databases that count their connections. */
	readonly system: string;
	/** As written: `postgres`, `db.shop.svc.cluster.local`, `shop.abc.eu-west-1.rds.amazonaws.com`; lower case. Empty when only a Secret knows. */
	readonly host: string;
	/** The system's own when nothing else is written. */
	readonly port: number;
	/** Empty when it is not known. */
	readonly database: string;
	/** `asyncpg`, `psycopg`, `pg`, `HikariCP` …, by the address or the image; empty when nothing tells. */
	readonly driver: string;
	/** Which container it is of. */
	readonly container: string;
	/** `DATABASE_URL`, `PGHOST`; of a Secret `DATABASE_URL of Secret shop-db`. */
	readonly from: string;
	/** The host is not written anywhere that we may read, and was concluded from something else. */
	readonly isGuessed: boolean;
}
