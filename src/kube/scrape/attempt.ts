import type {Clock} from '../../lib/clock.ts';
import type {MetricsEndpoint, ScrapeFailure} from '../../model/scrape.ts';

/** Whose metrics are read. */
export interface ScrapeTarget {
	readonly namespace: string;
	readonly pod: string;
	/** Its address; may be empty. */
	readonly ip: string;
	/** The uid of its workload: pods of one are reached the same way. */
	readonly owner: string;
	readonly endpoint: Pick<MetricsEndpoint, 'scheme' | 'port' | 'path'>;
}

/** What one way led to. */
export type Attempt = {readonly text: string} | Failed;

export interface Failed {
	readonly failure: ScrapeFailure;
	/** The other way may lead to metrics all the same. */
	readonly isOfTheWay: boolean;
}

/** From the question to the last byte, by one way. Prometheus gives up after 10 s, but people look on here. */
export const SCRAPE_MS_MAX = 5_000;

/** The text form is preferred: what OpenMetrics has besides, nothing here reads. */
export const ACCEPT = 'text/plain;version=0.0.4;q=1,application/openmetrics-text;version=1.0.0;q=0.8,*/*;q=0.1';

export const failed = (kind: ScrapeFailure['kind'], message: string, isOfTheWay = false): Failed => ({
	failure: {kind, message},
	isOfTheWay,
});

/** Has work end in time: what it makes of an aborted signal is dropped, and a timeout told instead. */
export async function inTime(
	{clock, signal, path}: {readonly clock: Clock; readonly signal: AbortSignal; readonly path: string},
	work: (signal: AbortSignal) => Promise<Attempt>,
): Promise<Attempt> {
	const limit = new AbortController();
	const stop = (): void => limit.abort();
	let isLate = false;
	const cancel = clock.after(SCRAPE_MS_MAX, () => {
		isLate = true;
		stop();
	});
	if (signal.aborted) stop();
	signal.addEventListener('abort', stop, {once: true});
	try {
		const attempt = await work(limit.signal);
		return isLate ? failed('timeout', `${path} takes longer than ${SCRAPE_MS_MAX / 1000} s`, true) : attempt;
	} finally {
		cancel();
		signal.removeEventListener('abort', stop);
	}
}
