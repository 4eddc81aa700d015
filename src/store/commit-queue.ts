import type {Cancel, Clock} from '../lib/clock.ts';

/** Gathers what arrives, so that the screen hears of it once per frame and not once per event. */
export interface CommitQueue {
	/** Something arrived: a commit follows within `intervalMs`. */
	wake(): void;
	/** Commits now, if there is anything: after a key press, and at the end of a test's wait. */
	flush(): void;
	/** Nothing waits to be committed. */
	readonly idle: boolean;
	stop(): void;
}

/**
 * The first thing after a rest is committed in the next turn of the loop, later ones wait until `intervalMs` after the
 * commit before.
 */
export function createCommitQueue(clock: Clock, commit: () => void, intervalMs: () => number): CommitQueue {
	let cancel: Cancel | undefined;
	let committedAt = Number.NEGATIVE_INFINITY;
	const run = (): void => {
		cancel?.();
		cancel = undefined;
		committedAt = clock.now();
		commit();
	};
	return {
		wake() {
			cancel ??= clock.after(Math.max(0, committedAt + intervalMs() - clock.now()), run);
		},
		flush() {
			if (cancel !== undefined) run();
		},
		get idle() {
			return cancel === undefined;
		},
		stop() {
			cancel?.();
			cancel = undefined;
		},
	};
}
