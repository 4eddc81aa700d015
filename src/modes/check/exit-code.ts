import type {Overall, Report} from './report.ts';

const CODES: Readonly<Record<Overall, number>> = {doomed: 1, struggling: 3, unknown: 4, progressing: 0, healthy: 0};

/** What the process ends with; 2 is left for wrong usage and for a cluster that cannot be reached. */
export function exitCodeOf({verdict}: Pick<Report, 'verdict'>): number {
	return CODES[verdict];
}
