import {setImmediate} from 'node:timers/promises';
import type {Clock} from '../../lib/clock.ts';

/** Half a frame of 60 per second: a key that is pressed while a list is read is not felt to wait. */
const SLICE_MS = 8;

/**
 * Divides long work into slices. Call the result after each small piece: it gives a promise to await once a slice is used up, so that
 * keys and timers get their turn, and undefined otherwise.
 */
export function createSlices(clock: Clock): () => Promise<void> | undefined {
	let startedAt = clock.now();
	return () => {
		const now = clock.now();
		// A clock that is set back must not stretch a slice.
		if (now >= startedAt && now - startedAt < SLICE_MS) return undefined;
		return setImmediate().then(() => {
			startedAt = clock.now();
		});
	};
}
