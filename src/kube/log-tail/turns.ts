import {setImmediate} from 'node:timers/promises';
import type {Clock} from '../../lib/clock.ts';

/** Half a frame of 60 per second: a key that is pressed while logs pour in is not felt to wait. */
const SLICE_MS = 8;

/** Lets those who work on one thread go by turns. Call it after each small piece of work, and await what it gives, if anything. */
export type TakeTurn = () => Promise<void> | undefined;

/** Once a slice of time is used up by all together, they wait in line, and everything else gets its turn between slices. */
export function createTurns(clock: Clock): TakeTurn {
	let startedAt = clock.now();
	const line: (() => void)[] = [];
	const isUsedUp = (): boolean => {
		const usedMs = clock.now() - startedAt;
		return usedMs < 0 || usedMs >= SLICE_MS;
	};
	const callOut = async (): Promise<void> => {
		while (line.length > 0) {
			await aTurn();
			startedAt = clock.now();
			while (line.length > 0 && !isUsedUp()) {
				line.shift()?.();
				// Who was called works now, and is done when we go on.
				await Promise.resolve();
				await Promise.resolve();
			}
		}
	};
	return () => {
		if (line.length === 0 && !isUsedUp()) return undefined;
		return new Promise(resolve => {
			line.push(resolve);
			if (line.length === 1) void callOut();
		});
	};
}

/** What waits already is done before it resolves. */
export async function aTurn(): Promise<void> {
	await setImmediate();
}
