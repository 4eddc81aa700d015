import type {Cancel, Clock, Random} from '../../lib/clock.ts';
import type {Ledger} from '../ledger.ts';
import type {DatabaseProbe, SqlReading} from './database-probe.ts';

/** What the database says that the user named, looked at again and again. */
export interface DirectLook extends Pick<DatabaseProbe, 'host' | 'port' | 'isPooler'> {
	/** The newest reading, and when it was taken; undefined before the first, and after a fault. */
	readonly last: {readonly reading: SqlReading; readonly at: number} | undefined;
	/** Why there is none: a few words; empty while there is one, or before the first answer. */
	readonly fault: string;
	retryNow(): void;
	stop(): void;
}

const PERIOD_MS = 15_000;

/** A server that is down, or refuses us, is asked more and more seldom. */
const PERIOD_MS_MAX = 5 * 60_000;

/** By so much of its length a pause differs. */
const JITTER = 0.1;

/** @param options.wake something has changed */
export function createDirectLook(options: {
	readonly probe: DatabaseProbe;
	readonly clock: Clock;
	readonly random: Random;
	readonly ledger: Ledger;
	readonly wake: () => void;
}): DirectLook {
	const {probe, clock, random, ledger, wake} = options;
	const stopped = new AbortController();
	let last: DirectLook['last'];
	let fault = '';
	let faults = 0;
	let isLooking = false;
	let cancelNext: Cancel | undefined;

	const look = async (): Promise<void> => {
		if (isLooking || stopped.signal.aborted) return;
		isLooking = true;
		cancelNext?.();
		const done = ledger.begin('database');
		const said = await probe.look(stopped.signal);
		isLooking = false;
		if (!stopped.signal.aborted) {
			const isFault = 'fault' in said;
			faults = isFault ? faults + 1 : 0;
			fault = isFault ? said.fault : '';
			last = isFault ? undefined : {reading: said, at: clock.now()};
			const pauseMs = Math.min(PERIOD_MS * 2 ** Math.max(0, faults - 1), PERIOD_MS_MAX);
			cancelNext = clock.after(pauseMs * (1 - JITTER + 2 * JITTER * random()), () => void look());
			wake();
		}
		done();
	};
	void look();

	return {
		host: probe.host,
		port: probe.port,
		isPooler: probe.isPooler,
		get last() {
			return last;
		},
		get fault() {
			return fault;
		},
		retryNow() {
			if (fault !== '') void look();
		},
		stop() {
			stopped.abort();
			cancelNext?.();
			probe.stop();
		},
	};
}
