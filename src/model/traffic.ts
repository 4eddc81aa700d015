/** What the home screen says of the requests of a service, read from logs over the last minute, or five when that had few. */
export interface TrafficSummary {
	/** Requests per second, probes left out; undefined when nothing is known. */
	readonly rate: number | undefined;
	/** Undefined when no request tells how long it took. */
	readonly p95Ms: number | undefined;
	/** Of all requests, 0 to 1; undefined when there were none. */
	readonly serverErrors: number | undefined;
	/** Not every pod is read, so that the rate is scaled up. */
	readonly isScaled: boolean;
	/** Why a number is missing: `uvicorn's access log carries no duration`, `no right to get pods/log in shop`; empty when none is. */
	readonly because: string;
}
