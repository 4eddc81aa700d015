import type {Figures, Windows} from '../../services/traffic/contract.ts';

/** So many requests, and a share of them means something. */
export const ENOUGH = 20;

/** How long nineteen of twenty requests take at most; undefined when that is not known. */
export function p95Of({durations}: Figures): number | undefined {
	return durations.quantile(0.95);
}

/** Of the requests, 0 to 1, how many were answered with 5xx. */
export function errorShare({serverErrors, count}: Figures): number {
	return count === 0 ? 0 : serverErrors / count;
}

/** The last minute has enough of what is asked to say that it is over by now. */
export function isOver({m1}: Windows, isWell: (figures: Figures) => boolean): boolean {
	return m1.count >= ENOUGH && isWell(m1);
}

/** `45 ms`, `340 ms`, `1.8 s`, `2 min 5 s`: as exactly as percentiles are known. */
export function durationInWords(ms: number): string {
	if (ms < 995) return `${Number(ms.toPrecision(2))} ms`;
	if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
	const seconds = Math.round(ms / 1_000);
	return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `0.4 %`, `7 %`. */
export function shareInWords(share: number): string {
	const percent = share * 100;
	return `${percent < 1 && percent > 0 ? percent.toFixed(1) : Math.round(percent)} %`;
}
