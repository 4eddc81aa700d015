import type {Clock} from '../../lib/clock.ts';

/** A value that is costly to get and grows old. */
export interface Kept<Value> {
	/** The value, got anew when it is too old; all who ask meanwhile share one fetch. */
	read(): Promise<Value>;
	/** The next read fetches. */
	forget(): void;
}

/**
 * After a failure everybody gets the same answer for so long: a dozen reflectors, each with its own back-off, would otherwise start
 * a login program, and with it perhaps a browser, every other second.
 */
const FAILURE_KEPT_MS = 10_000;

/** `fetch` says until when (in the clock's time) its value is good. */
export function createKept<Value>(
	clock: Clock,
	fetch: () => Promise<{readonly value: Value; readonly until: number}>,
): Kept<Value> {
	let kept: {readonly result: Promise<Value>; readonly until: number} | undefined;
	let underWay: Promise<Value> | undefined;
	const start = async (): Promise<Value> => {
		try {
			const {value, until} = await fetch();
			kept = {result: Promise.resolve(value), until};
			return value;
		} catch (error) {
			const result = Promise.reject<Value>(error);
			result.catch(() => undefined); // Perhaps nobody asks again.
			kept = {result, until: clock.now() + FAILURE_KEPT_MS};
			throw error;
		} finally {
			underWay = undefined;
		}
	};
	return {
		async read() {
			if (underWay !== undefined) return underWay;
			if (kept !== undefined && clock.now() < kept.until) return kept.result;
			underWay = start();
			return underWay;
		},
		forget() {
			kept = undefined;
		},
	};
}
