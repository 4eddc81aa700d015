import {formatAge} from '../../../lib/age.ts';
import type {Crash} from '../../crashes.ts';

/** What ends within this time probably ended for one reason. */
const TOGETHER_MS = 60_000;

/**
 * That pods which had lived for a while crashed at the same time: `3 pods within 12s of each other`. Those that die at each start do
 * so at any time. Empty when it is not so.
 */
export function togetherInWords(crashes: readonly Crash[]): string {
	const ends = crashes.filter(({atStart}) => !atStart).map(({exit}) => exit.finishedAt);
	if (ends.length < 2 || ends.length * 2 < crashes.length) return '';
	const apart = Math.max(...ends) - Math.min(...ends);
	return apart > TOGETHER_MS
		? ''
		: `${ends.length} pods within ${formatAge(apart)} of each other: it is something that they share`;
}
