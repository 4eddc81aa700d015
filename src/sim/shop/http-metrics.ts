import type {Moment} from '../contract.ts';
import {ROUTES} from './traffic.ts';

/** Of prometheus-fastapi-instrumentator, in seconds. */
const BOUNDS = [0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5] as const;

/** What requests of a route become since some moment. */
export interface MeteredChange {
	readonly route: string;
	/** When it began, since the start of the story. */
	readonly sinceMs: number;
	readonly medianMs: number;
}

/**
 * What an api counts of its requests since it began: four a second, as its log has them, though not one for one, since a counter
 * must say the same of a moment however often it is asked.
 */
export function httpMetrics({sinceStartMs, storyMs}: Moment, change?: MeteredChange): string {
	const lines = [
		'# HELP http_request_duration_seconds Duration of requests.',
		'# TYPE http_request_duration_seconds histogram',
	];
	for (const {share, method, route, medianMs, status} of ROUTES) {
		const countIn = (ms: number): number => Math.floor((Math.max(0, ms) / 1000) * 4 * (share / 100));
		const all = countIn(sinceStartMs);
		const changed = change?.route === route ? all - countIn(sinceStartMs - (storyMs - change.sinceMs)) : 0;
		const labels = `handler="${route}",method="${method}",status="${status}"`;
		const below = (bound: number): number =>
			Math.round((all - changed) * shareBelow(bound * 1000, medianMs)) +
			Math.round(changed * shareBelow(bound * 1000, change?.medianMs ?? medianMs));
		for (const bound of BOUNDS)
			lines.push(`http_request_duration_seconds_bucket{${labels},le="${bound}"} ${below(bound)}`);
		const sumMs = (all - changed) * medianMs + changed * (change?.medianMs ?? 0);
		lines.push(
			`http_request_duration_seconds_bucket{${labels},le="+Inf"} ${all}`,
			`http_request_duration_seconds_count{${labels}} ${all}`,
			`http_request_duration_seconds_sum{${labels}} ${(sumMs * 1.08) / 1000}`,
		);
	}
	return `${lines.join('\n')}\n`;
}

/** Of durations whose logarithm is spread around the median by 0.4, as a logistic curve has it. */
function shareBelow(ms: number, medianMs: number): number {
	return 1 / (1 + Math.exp((-1.7 * Math.log(ms / medianMs)) / 0.4));
}
