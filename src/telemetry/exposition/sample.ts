/** One line of an exposition: a value under a name. */
export interface Sample {
	/** As exposed, decoded: `http_requests_total`, or with a quoted name `db.client.connection.count`. */
	readonly name: string;
	readonly labels: ReadonlyMap<string, string>;
	/** May be NaN and infinite. */
	readonly value: number;
	/** Milliseconds since 1970, where the producer says when it measured; undefined when it measured just now. */
	readonly timestampMs: number | undefined;
}
