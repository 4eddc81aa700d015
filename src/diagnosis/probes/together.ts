import {formatAge} from '../../lib/age.ts';
import type {PodsSubject} from '../subject.ts';

/** The least within which one shared cause shows on all. */
const WINDOW_MS = 30_000;

/**
 * Whether something befell all pods of a workload, two at least, within one period of a probe: then it is what they share, and not
 * one of them. In words, else empty: `all 3 pods were killed within 4s: it is something that they share`.
 * @param what befell them: `were killed`
 * @param moments when it befell each of them, milliseconds since 1970
 */
export function togetherWords(
	{pods}: Pick<PodsSubject, 'pods'>,
	what: string,
	moments: readonly number[],
	periodMs: number,
): string {
	if (moments.length < 2 || moments.length < pods.length) return '';
	const spreadMs = Math.max(...moments) - Math.min(...moments);
	if (spreadMs > Math.max(WINDOW_MS, periodMs)) return '';
	return `all ${moments.length} pods ${what} within ${formatAge(Math.max(1000, spreadMs))}: it is something that they share`;
}
