/** What went wrong between us and the cluster, as a value: it is shown, waited out and tried again, never thrown upward. */
export interface Fault {
	readonly kind:
		| 'refused' // nothing listens there
		| 'unreachable' // no route, no such host, connection reset
		| 'timeout'
		| 'tls' // wrong CA, expired certificate, wrong name
		| 'unauthorized' // 401
		| 'forbidden' // 403
		| 'missing' // 404: the kind is not served
		| 'expired' // 410: list or watch from the start
		| 'throttled' // 429
		| 'server' // 5xx
		| 'credential' // the exec plugin or token file failed
		| 'protocol'; // not Kubernetes, or nonsense in the stream
	/** One sentence for the header: what is wrong, in the server's own words where it has some. Not yet sanitised. */
	readonly message: string;
	/** What the server asked us to wait (Retry-After), in milliseconds. */
	readonly retryAfterMs?: number;
	/** For `forbidden`: the missing right, such as `list pods in shop`. */
	readonly permission?: string;
}

/** What a reflector is doing. Every trouble is `waiting`, and leads back to `listing` or `watching`. */
export type ReflectorState =
	| {
			readonly phase: 'listing';
			readonly received: number;
			readonly expected: number | undefined;
			readonly since: number;
	  }
	| {readonly phase: 'watching'; readonly resourceVersion: string; readonly since: number}
	/** `since` is when the trouble began, however often and in whatever way it was tried in vain since then. */
	| {readonly phase: 'waiting'; readonly because: Fault; readonly since: number; readonly nextTryAt: number}
	| {readonly phase: 'stopped'};
