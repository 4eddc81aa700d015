/** Time as an argument: nobody but `platform` touches the real one, so tests can hold it still. */

/** Calls off what was planned; harmless when it has already run. */
export type Cancel = () => void;

export interface Clock {
	/** Wall time in milliseconds since 1970. */
	now(): number;
	/** Runs once after `delayMs`. */
	after(delayMs: number, run: () => void): Cancel;
	/** Runs every `periodMs` until cancelled. */
	every(periodMs: number, run: () => void): Cancel;
}

/** A number in [0, 1). */
export type Random = () => number;

/** Resolves after `delayMs`, or at once when the signal aborts (it never rejects: the caller asks the signal). */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
	return new Promise(resolve => {
		if (signal?.aborted) {
			resolve();
			return;
		}
		const wake = (): void => {
			cancel();
			signal?.removeEventListener('abort', wake);
			resolve();
		};
		const cancel = clock.after(delayMs, wake);
		signal?.addEventListener('abort', wake, {once: true});
	});
}
