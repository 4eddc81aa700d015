/** A request as a server, or a proxy before it, noted it in its log. */
export interface LoggedRequest {
	/** `GET`; empty when the line does not say. */
	readonly method: string;
	/** As logged, percent-encoded, with its query; without scheme and host. Credentials in it are masked. */
	readonly path: string;
	/** The framework's own name for the route (`/items/{id}`); empty when it is not logged. */
	readonly route: string;
	/** 0 when the line does not say, or the client went away before an answer. */
	readonly status: number;
	/** Undefined when the line does not say. */
	readonly durationMs: number | undefined;
	/** Request or trace id; empty when none is logged. */
	readonly id: string;
	/** The user agent; empty when it is not logged. */
	readonly agent: string;
	/** To which Service an ingress passed it on, as the ingress names it (`shop-api-80`, `shop/api`); empty in an application's own log. */
	readonly upstream: string;
	/** The line is only written for slow requests (`SLOW REQUEST: … took 1.23s`), beside a line of its own for each. */
	readonly slowOnly: boolean;
}
