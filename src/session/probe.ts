import {type Cancel, type Clock, sleep} from '../lib/clock.ts';
import {FaultError} from '../kube/fault.ts';
import type {Transport} from '../kube/ports.ts';
import type {ProbeFault} from './connection.ts';

/** Asks the server on purpose, because a dead connection says nothing: watches alone notice it after 90 s. */
export interface Probe {
	/** Somebody looks (a key was pressed): ask now, unless we asked just before. */
	look(): void;
	stop(): void;
}

/** A laptop that slept or a NAT that forgot us shows within this time. */
const PERIOD_MS = 10_000;
/** A healthy server answers /readyz in milliseconds; one that needs longer is as good as gone. */
const ANSWER_MS = 3000;
/** No second question within this time of the last one. */
const REST_MS = 2000;

/**
 * GET /readyz every 10 s and on `look`. Only an answer that does not come counts: a refusal is an answer too.
 * @param publish hears of the fault, or undefined once the server answers again
 */
export function createProbe(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly publish: (fault: ProbeFault | undefined) => void;
}): Probe {
	const {transport, clock, publish} = options;
	const abort = new AbortController();
	let askedAt = clock.now();
	let answeredAt = clock.now();
	let asking = false;
	let failed = false;
	const ask = async (): Promise<void> => {
		if (asking || abort.signal.aborted) return;
		asking = true;
		askedAt = clock.now();
		const fault = await answer(transport, clock, abort.signal);
		asking = false;
		if (abort.signal.aborted) return;
		if (fault === undefined) {
			answeredAt = clock.now();
			if (failed) publish(undefined);
		} else {
			publish({fault, since: answeredAt, nextTryAt: clock.now() + PERIOD_MS});
		}
		failed = fault !== undefined;
	};
	const cancel: Cancel = clock.every(PERIOD_MS, () => void ask());
	return {
		look() {
			if (clock.now() - askedAt > REST_MS) void ask();
		},
		stop() {
			cancel();
			abort.abort();
		},
	};
}

/** Undefined when something answered in time, whatever it said. */
async function answer(
	transport: Transport,
	clock: Clock,
	signal: AbortSignal,
): Promise<ProbeFault['fault'] | undefined> {
	const limit = new AbortController();
	const both = AbortSignal.any([signal, limit.signal]);
	const asked = transport
		.ask({path: '/readyz', signal: both, headTimeoutMs: ANSWER_MS})
		.then(({body}) => {
			body.resume();
			return undefined;
		})
		.catch((error: unknown) => {
			const fault = error instanceof FaultError ? error.fault : undefined;
			return fault !== undefined && SILENT.has(fault.kind) ? fault : undefined;
		});
	const late = sleep(clock, ANSWER_MS, both).then(() => ({kind: 'timeout', message: 'no answer'}) as const);
	const fault = await Promise.race([asked, late]);
	limit.abort();
	return fault;
}

const SILENT: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'refused']);
