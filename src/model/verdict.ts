import type {Verdict} from './finding.ts';
import type {Mark} from './row.ts';

/** The mark of what a finding says: what is only worth knowing leaves a thing healthy. */
export const VERDICT_MARKS: Readonly<Record<Verdict, Mark>> = {
	doomed: 'doomed',
	struggling: 'struggling',
	progressing: 'progressing',
	info: 'healthy',
};
