import {type Clock, type Random, sleep} from '../../lib/clock.ts';
import type {Reflector, ReflectorState, Sink, Transport} from '../ports.ts';
import type {Job, Step} from './job.ts';
import {list} from './list.ts';
import {createPatience} from './patience.ts';
import {createTroubleSince} from './trouble-since.ts';
import {watch} from './watch.ts';

/** Measured: smaller pages cost round trips, larger ones only make the server work longer before the first byte. */
const PAGE_SIZE = 500;

const PLAIN = {list: 'application/json', watch: 'application/json'};

/**
 * Keeps the sink equal to a collection of the cluster: lists it, then watches it, and whatever goes wrong waits and goes on, until it is
 * stopped. It starts by itself, but calls nothing before it has returned. A state is announced once the server has answered: while a
 * try is under way, the trouble before it stays.
 * @param options.path the collection, without a query
 * @param options.accept the forms in which objects are asked for: plain JSON when missing
 * @param options.project reduces an object; when it throws, the object is left out and named as a problem
 * @param options.onBytes called with what is read, uncompressed
 */
export function createReflector<Row>(options: {
	readonly transport: Transport;
	readonly path: string;
	readonly accept?: Job<Row>['accept'];
	readonly project: (object: unknown) => Row;
	readonly sink: Sink<Row>;
	readonly clock: Clock;
	readonly random: Random;
	readonly pageSize?: number;
	readonly onBytes?: (count: number) => void;
}): Reflector {
	const {clock, random, sink, accept = PLAIN, pageSize = PAGE_SIZE, onBytes} = options;
	const patience = createPatience(clock, random);
	let state: ReflectorState = {phase: 'listing', received: 0, expected: undefined, since: clock.now()};
	let step: Step = {to: 'list'};
	/** Ends what belongs to the present step. */
	let leave = new AbortController();
	let stopped = false;
	const trouble = createTroubleSince(clock);
	const announce = (next: ReflectorState): void => {
		state = next;
		trouble.hear(next);
		sink.state(next);
	};
	const job: Job<Row> = {
		...options,
		accept,
		pageSize,
		sink: untilStopped(sink, announce, () => stopped),
		onBytes: count => !stopped && onBytes?.(count),
	};
	const take = async (signal: AbortSignal): Promise<Step> => {
		if (step.to === 'list') return list(job, step.listing, signal);
		if (step.to === 'watch') return watch(job, step.resourceVersion, signal);
		const delayMs = patience(step.because);
		if (delayMs > 0) {
			const nextTryAt = clock.now() + delayMs;
			job.sink.state({phase: 'waiting', because: step.because, since: trouble.begin(), nextTryAt});
			await sleep(clock, delayMs, signal);
		}
		return step.next;
	};
	const run = async (): Promise<void> => {
		while (!stopped) {
			leave = new AbortController();
			try {
				step = await take(leave.signal);
			} catch (thrown) {
				// What a request throws because it was stopped is of no interest. Everything else here is a bug.
				if (!stopped) throw thrown;
			} finally {
				leave.abort();
			}
		}
	};
	void Promise.resolve().then(run);
	return {
		get state() {
			return state;
		},
		retryNow() {
			if (step.to === 'wait') leave.abort();
		},
		stop() {
			if (stopped) return;
			stopped = true;
			leave.abort();
			announce({phase: 'stopped'});
		},
	};
}

/** The sink, deaf once we are stopped: a chunk that is being read then may hold more rows. */
function untilStopped<Row>(sink: Sink<Row>, announce: Sink<Row>['state'], isStopped: () => boolean): Sink<Row> {
	return {
		begin: () => isStopped() || sink.begin(),
		put: row => isStopped() || sink.put(row),
		drop: uid => isStopped() || sink.drop(uid),
		complete: () => isStopped() || sink.complete(),
		state: state => isStopped() || announce(state),
		problem: what => isStopped() || sink.problem(what),
	};
}
