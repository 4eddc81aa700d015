import type {LogRange} from '../../model/log.ts';

export interface LogTarget {
	readonly namespace: string;
	readonly pod: string;
	readonly container: string;
	/** Of the run before: it grows no more. */
	readonly previous: boolean;
}

/** Path and query of a log with its times, from a moment on, or else as far back as the range says. */
export function logPath(
	{namespace, pod, container, previous}: LogTarget,
	{sinceMs, lines}: LogRange,
	sinceTime: string | undefined,
): string {
	const query = new URLSearchParams({container});
	query.set(previous ? 'previous' : 'follow', 'true');
	query.set('timestamps', 'true');
	if (sinceTime === undefined) {
		// Both may be said: of the last lines the young ones. A time of 0 s is refused; 0 lines are none.
		if (lines !== undefined) query.set('tailLines', String(Math.max(0, Math.floor(lines))));
		if (sinceMs !== undefined) query.set('sinceSeconds', String(Math.max(1, Math.ceil(sinceMs / 1000))));
	} else query.set('sinceTime', sinceTime);
	return `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/log?${query.toString()}`;
}
