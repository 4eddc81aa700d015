import type {Cancel, Clock} from '../../src/lib/clock.ts';

export interface VirtualClock {
	readonly clock: Clock;
	/** Moves time on, running what falls due in order, and lets promises settle in between. */
	advance(durationMs: number): Promise<void>;
	/** How many timers wait. */
	pending(): number;
}

/** A clock that only moves when a test moves it. */
export function createVirtualClock(startMs = Date.UTC(2026, 10, 24, 12)): VirtualClock {
	let now = startMs;
	let timers: {readonly at: number; readonly run: () => void}[] = [];
	const plan = (at: number, run: () => void): Cancel => {
		const timer = {at, run};
		timers.push(timer);
		return () => {
			timers = timers.filter(other => other !== timer);
		};
	};
	const clock: Clock = {
		now: () => now,
		after: (delayMs, run) => plan(now + delayMs, run),
		every(periodMs, run) {
			let cancel: Cancel;
			const again = (): void => {
				cancel = plan(now + periodMs, again);
				run();
			};
			cancel = plan(now + periodMs, again);
			return () => cancel();
		},
	};
	return {
		clock,
		pending: () => timers.length,
		async advance(durationMs) {
			const end = now + durationMs;
			await settle();
			for (;;) {
				const next = timers.filter(timer => timer.at <= end).toSorted((a, b) => a.at - b.at)[0];
				if (next === undefined) break;
				timers = timers.filter(timer => timer !== next);
				now = next.at;
				next.run();
				await settle();
			}
			now = end;
			await settle();
		},
	};
}

/** One turn of the event loop: promise chains that wait for nothing else come to rest. */
function settle(): Promise<void> {
	return new Promise(resolve => setImmediate(resolve));
}
