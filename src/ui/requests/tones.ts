import type {Tone} from '../../kinds/contract.ts';
import type {Mark} from '../../model/row.ts';
import type {Figures} from '../../services/traffic/contract.ts';

/** A route, or a service, of whose requests one in twenty takes longer is slow. */
export const SLOW_P95_MS = 500;

/** Shares of requests that fail: noticed by some, noticed by everybody. */
const SOME_FAIL = 0.01;
const MANY_FAIL = 0.05;

export function durationTone(p95Ms: number | undefined): Tone | undefined {
	return p95Ms !== undefined && p95Ms > SLOW_P95_MS ? 'struggling' : undefined;
}

/** @param share 0 to 1 of all requests that were answered with 5xx */
export function errorTone(share: number | undefined): Tone | undefined {
	if (share === 0) return 'muted';
	if (share === undefined || share <= SOME_FAIL) return undefined;
	return share < MANY_FAIL ? 'struggling' : 'doomed';
}

/** Of all requests those that were answered with 5xx, 0 to 1; undefined when there were none. */
export function errorShare({count, serverErrors}: Pick<Figures, 'count' | 'serverErrors'>): number | undefined {
	return count === 0 ? undefined : serverErrors / count;
}

/** How a route is doing, by what of its requests fails and how long they take. */
export function markOfFigures(figures: Figures): Mark {
	const errors = errorTone(errorShare(figures));
	if (errors === 'doomed') return 'doomed';
	const isSlow = durationTone(figures.durations.quantile(0.95)) !== undefined;
	return isSlow || errors === 'struggling' ? 'struggling' : 'healthy';
}
