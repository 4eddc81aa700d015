import {type Clock, sleep} from '../../lib/clock.ts';
import {Cancelled, ExpectedFailure} from '../../lib/failure.ts';
import type {Fault} from '../../model/connection.ts';
import type {Session} from '../../session/session.ts';

/** A server that is busy gets this long; one that refuses is not asked twice. */
const PATIENCE_MS = 30_000;

/** Between two looks at a server that did not answer. */
const PAUSE_MS = 500;

/** What a second try may mend. */
const PASSING: ReadonlySet<Fault['kind']> = new Set<Fault['kind']>([
	'timeout',
	'throttled',
	'server',
	'expired',
	'unreachable',
]);

/**
 * Waits until everything is listed that may be, and the logs that tell more are read. Throws ExpectedFailure when the cluster cannot
 * be reached, and Cancelled when the user has had enough.
 */
export async function settle(session: Session, clock: Clock, ended: AbortSignal): Promise<void> {
	const startedAt = clock.now();
	for (;;) {
		await untilIdle(session, clock, startedAt + PATIENCE_MS, ended);
		session.flush();
		const {connection} = session.world.getState();
		if (ended.aborted) throw new Cancelled('stopped');
		if (connection.phase === 'live' && session.ledger.busy.length === 0) return;
		const isLate = clock.now() - startedAt >= PATIENCE_MS;
		const {fault} = connection;
		if (fault !== undefined && (isLate || !PASSING.has(fault.kind)))
			throw new ExpectedFailure(`cannot read the cluster: ${fault.message}`);
		if (isLate)
			throw new ExpectedFailure(`the cluster did not send everything within ${PATIENCE_MS / 1000} s: try again`);
		await sleep(clock, PAUSE_MS, ended);
	}
}

async function untilIdle(session: Session, clock: Clock, until: number, ended: AbortSignal): Promise<void> {
	const idle = new AbortController();
	const stop = (): void => idle.abort();
	ended.addEventListener('abort', stop, {once: true});
	void session.ledger.whenIdle().then(stop);
	await sleep(clock, Math.max(0, until - clock.now()), idle.signal);
	ended.removeEventListener('abort', stop);
}
