import type {Clock, Random} from '../../lib/clock.ts';
import type {Fault} from '../fault.ts';

/** One try a second at first, two a minute from a server that is down for long; the full jitter keeps a hundred clients apart. */
const FIRST_DELAY_MS = 800;
const DELAY_MS_MAX = 30_000;
/** After that long without trouble the next one is a new one. */
const HEALTH_MS = 2 * 60_000;
/** No server may send us to sleep for longer. */
const RETRY_AFTER_MS_MAX = 5 * 60_000;

/** What only a person can mend. Asking for credentials may open a browser, so it is not done too often. */
const DELAYS_MS: Partial<Record<Fault['kind'], number>> = {
	forbidden: 5 * 60_000,
	missing: 5 * 60_000,
	unauthorized: 30_000,
	credential: 30_000,
};

/** How long to wait after a fault, in milliseconds; it remembers how often that was asked lately. 0 for a first `expired`: nothing is wrong. */
export function createPatience(clock: Clock, random: Random): (fault: Fault) => number {
	let failures = 0;
	let failedAt = -Infinity;
	return fault => {
		const fixedMs = DELAYS_MS[fault.kind];
		if (fixedMs !== undefined) return fixedMs;
		const now = clock.now();
		if (now - failedAt > HEALTH_MS) failures = 0;
		failedAt = now;
		failures++;
		if (fault.kind === 'expired' && failures === 1) return 0;
		const backOffMs = random() * Math.min(DELAY_MS_MAX, FIRST_DELAY_MS * 2 ** (failures - 1));
		return Math.min(fault.retryAfterMs ?? 0, RETRY_AFTER_MS_MAX) + backOffMs;
	};
}
