/** Where a pod shows its metrics. */
export interface MetricsEndpoint {
	readonly scheme: 'http' | 'https';
	readonly port: number;
	/** Begins with `/` and carries its query. */
	readonly path: string;
	/** What named it; a guess may well be wrong. */
	readonly from: 'monitor' | 'annotation' | 'port name' | 'guess';
}

/** By the API server's own proxy, or through a tunnel to the port. */
export type ScrapeWay = 'proxy' | 'tunnel';

/** Why metrics could not be read. */
export interface ScrapeFailure {
	readonly kind:
		| 'answer' // something answers there, but not with metrics: 401, 404, a redirect, a web page
		| 'too-large'
		| 'timeout'
		| 'unreachable' // nothing listens, or neither way leads to it
		| 'forbidden' // we lack the right
		| 'gone' // the pod is no more
		| 'cluster'; // the API server itself is in trouble, or asks for patience: nothing is said of the pod
	/** In words that go on after the name of the pod; not yet sanitised. */
	readonly message: string;
	/** For `forbidden`: what to ask for, each enough by itself: `get pods/proxy in shop`. */
	readonly permissions?: readonly string[];
	/** What the server asked us to wait, in milliseconds. */
	readonly retryAfterMs?: number;
}

/** What is known of a pod's metrics. */
export type ScrapeState =
	| {readonly phase: 'waiting'}
	/** `tookMs`: from the question to the last byte. */
	| {readonly phase: 'fresh'; readonly at: number; readonly way: ScrapeWay; readonly tookMs: number}
	/** `at`: when they were read last, undefined when never; `tries`: in a row. */
	| {
			readonly phase: 'failing';
			readonly at: number | undefined;
			readonly tries: number;
			readonly failure: ScrapeFailure;
	  };
