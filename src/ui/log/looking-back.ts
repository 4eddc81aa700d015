import type {LogScreen} from '../log-screen.ts';

/** For work that is too long for one turn. */
export interface Slices {
	/** Runs it after what else waits: keys come first. */
	later(run: () => void): void;
	/** Milliseconds since whenever, of a clock that only goes forward. */
	elapsedMs(): number;
}

/**
 * Looks back over a log that has another filter: a slice with each call, and calls `draw` until all is done; without slices, all at once.
 * @param begin notes that something is under way; the function that comes back ends it
 */
export function createLookingBack(
	slices: Slices | undefined,
	draw: () => void,
): (log: LogScreen | undefined, begin: () => () => void) => void {
	let isWaiting = false;
	return (log, begin) => {
		if (log?.busy !== true || isWaiting) return;
		log.work();
		while (slices === undefined && log.busy) log.work();
		if (!log.busy) return;
		const end = begin();
		isWaiting = true;
		slices?.later(() => {
			isWaiting = false;
			end();
			draw();
		});
	};
}
