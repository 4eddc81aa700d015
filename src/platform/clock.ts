import type {Clock, Random} from '../lib/clock.ts';

/** The machine's own time. */
export function createClock(): Clock {
	return {
		now: () => Date.now(),
		after(delayMs, run) {
			const timer = setTimeout(run, delayMs);
			return () => clearTimeout(timer);
		},
		every(periodMs, run) {
			const timer = setInterval(run, periodMs);
			return () => clearInterval(timer);
		},
	};
}

/** Chance for back-off and jitter; not for secrets. */
export const createRandom = (): Random => Math.random;
