/** Times as Kubernetes writes them. All of them take milliseconds since 1970. */

/** metav1.Time: whole seconds, `2026-11-24T03:58:33Z`. */
export function secondsTime(timeMs: number): string {
	return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}

/** metav1.MicroTime: `2026-11-24T03:58:33.967000Z`. */
export function microTime(timeMs: number): string {
	return `${new Date(timeMs).toISOString().slice(0, 23)}000Z`;
}

/** The stamp before a log line: RFC 3339 with nine decimals. */
export function nanoTime(timeMs: number): string {
	const whole = Math.floor(timeMs);
	const nanos = Math.min(999_999, Math.round((timeMs - whole) * 1e6));
	return `${new Date(whole).toISOString().slice(0, 23)}${String(nanos).padStart(6, '0')}Z`;
}

/** A duration as Go prints it: `10s`, `1m20s`, `5m0s`. */
export function goDuration(durationMs: number): string {
	const seconds = Math.round(durationMs / 1000);
	return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
