import type {Cancel, Clock} from '../lib/clock.ts';

/** The cluster's own time: everything that will happen, in order. It can begin in the past and run up to the clock. */
export interface Timeline {
	/** While something happens, the time it was due; otherwise the clock's. Milliseconds since 1970. */
	now(): number;
	after(delayMs: number, run: () => void): Cancel;
	every(periodMs: number, run: () => void): Cancel;
	/** Runs the past at once, up to the clock, and follows the clock from then on. */
	start(): void;
	stop(): void;
}

interface Entry {
	readonly at: number;
	readonly run: () => void;
	cancelled: boolean;
}

/** A timeline whose first moment is `startMs`, at or before the clock's. Until `start` it stands there. */
export function createTimeline(clock: Clock, startMs: number): Timeline {
	// Sorted, the next one last: taking it is a pop.
	const entries: Entry[] = [];
	let moment: number | undefined = startMs;
	let disarm: Cancel = () => {};
	let armedAt = Infinity;
	let started = false;

	const now = (): number => moment ?? clock.now();

	const arm = (): void => {
		const next = entries.at(-1);
		if (!started || moment !== undefined || next === undefined || next.at === armedAt) return;
		disarm();
		armedAt = next.at;
		disarm = clock.after(Math.max(0, next.at - clock.now()), runDue);
	};

	const runDue = (): void => {
		armedAt = Infinity;
		const until = clock.now();
		try {
			for (let next = entries.at(-1); next !== undefined && next.at <= until && started; next = entries.at(-1)) {
				entries.pop();
				if (next.cancelled) continue;
				moment = next.at;
				next.run();
			}
		} finally {
			moment = undefined;
			arm();
		}
	};

	const after = (delayMs: number, run: () => void): Cancel => {
		const entry: Entry = {at: now() + Math.max(0, delayMs), run, cancelled: false};
		entries.splice(placeOf(entries, entry.at), 0, entry);
		arm();
		return () => {
			entry.cancelled = true;
		};
	};

	return {
		now,
		after,
		every(periodMs, run) {
			let cancel: Cancel;
			const again = (): void => {
				cancel = after(periodMs, again);
				run();
			};
			cancel = after(periodMs, again);
			return () => cancel();
		},
		start() {
			started = true;
			runDue();
		},
		stop() {
			started = false;
			entries.length = 0;
			disarm();
		},
	};
}

/** Where an entry goes: before those that are sooner or as soon, since those of the same time run first come, first. */
function placeOf(entries: readonly Entry[], at: number): number {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((entries[middle]?.at ?? 0) > at) low = middle + 1;
		else high = middle;
	}
	return low;
}
