import {type Cancel, type Clock, type Random, sleep} from '../../lib/clock.ts';
import type {LogRange, TailLine, TailState} from '../../model/log.ts';
import type {Transport} from '../ports.ts';
import {createLineReader, type LineReader} from './line-reader.ts';
import {logPath, type LogTarget} from './log-path.ts';
import {type ReadEnd, readLog} from './read-log.ts';
import {isOver, type Refusal, refusalOf} from './refusal.ts';
import {createSeen} from './seen.ts';
import type {TakeTurn} from './turns.ts';
import {createWaits, LIFE_MS_MIN} from './waits.ts';

/** Follows the log of one container. */
export interface LogTail {
	readonly state: TailState;
	/** Skips the rest of a wait: the user asked, or another run of the container is there. */
	retryNow(): void;
	/** Leaves the answer that is being read, and its place, and asks for what follows it, as after a cut. */
	reopen(): void;
	stop(): void;
}

/** Where the lines go. It is called while bytes are read: who takes its time slows the server down, and nothing piles up. */
export interface LogSink {
	/** In the order of the log, at most 500; each line of a log comes once. */
	lines(batch: readonly TailLine[]): void;
	state(state: TailState): void;
}

/** So many empty answers in a row mean that the container writes no more. */
const EMPTY_ENDS_MIN = 2;

/** A server that cannot give the rest of a run is asked for it so often; then the new run comes first. */
const REST_TRIES_MAX = 3;

const FOLLOWING: TailState = {phase: 'following'};
const BLANK = 'nothing has been written yet';
const STOPPED = 'the container has stopped';
const WHOLE = 'all of the run before is read';

/**
 * Follows a log over cuts, rotation and restarts of its container, until it is stopped: each time it asks from the second of the newest
 * line on, and knows what is sent again by the stamps (`seen.ts`). When the container was started again meanwhile, the rest of its old
 * run comes first. A state is announced once the server has answered: while a try is under way, the trouble before it stays. It starts by
 * itself, but calls nothing before it has returned.
 * @param options.range how far back it begins
 * @param options.enter waits, before each answer, until one may be read, or the signal aborts; what it gives is called after the answer
 * @param options.run tells which run of the container is there: another text is another run
 */
export function createLogTail(options: {
	readonly transport: Pick<Transport, 'ask' | 'clockAheadMs'>;
	readonly target: LogTarget;
	readonly range: LogRange;
	readonly run: () => string;
	readonly clock: Clock;
	readonly random: Random;
	readonly sink: LogSink;
	readonly enter?: (signal: AbortSignal) => Promise<(() => void) | undefined>;
	readonly takeTurn?: TakeTurn;
}): LogTail {
	const {transport, target, range, clock, sink} = options;
	const waits = createWaits(clock, options.random);
	const seen = createSeen();
	const unfinished = {text: ''};
	let state: TailState = {phase: 'opening'};
	/** Ends the answer that is read, or the wait. */
	let leave = new AbortController();
	let isWaiting = false;
	let stopped = false;
	/** The run whose log was answered last. */
	let heardRun: string | undefined;
	let restTries = 0;
	/** The connection broke: whether another run began meanwhile, nobody may know yet. */
	let wasCut = false;
	/** Of a log of which only new lines are wanted: since when, in the time of the server. */
	let beganAt: number | undefined;
	let cancelTrust: Cancel | undefined;

	const announce = (next: TailState): void => {
		if (stopped || isSame(next, state)) return;
		state = next;
		sink.state(next);
	};
	const sinceTime = (): string | undefined => {
		if (seen.sinceTime !== undefined || beganAt === undefined) return seen.sinceTime;
		return `${new Date(beganAt).toISOString().slice(0, 19)}Z`;
	};
	const read = async (previous: boolean, signal: AbortSignal, onHead: () => void): Promise<Answered> => {
		const askedAt = clock.now();
		const lines = createLineReader({
			seen,
			unfinished: previous ? undefined : unfinished,
			lines(batch) {
				// Whoever is handed lines may have it reopened: what is left of the chunk is seen, and must be handed over.
				if (stopped) return;
				waits.reset();
				announce(FOLLOWING);
				sink.lines(batch);
			},
		});
		seen.begin();
		const path = logPath({...target, previous}, range, sinceTime());
		if (range.lines === 0) beganAt ??= askedAt + transport.clockAheadMs;
		const end = await readLog({transport, path, signal, lines, takeTurn: options.takeTurn, onHead});
		cancelTrust?.();
		return {end, lines, lifeMs: clock.now() - askedAt};
	};
	/** The rest of the run that was followed before; undefined when there is no more of it to wait for. */
	const readRest = async (signal: AbortSignal): Promise<Answered | undefined> => {
		restTries++;
		const rest = await read(true, signal, () => undefined);
		const {end} = rest;
		if (end.how === 'left') return rest;
		return end.how === 'fault' && !isOver(end.fault) && restTries < REST_TRIES_MAX ? rest : undefined;
	};
	const readNext = async (signal: AbortSignal): Promise<Answered> => {
		const run = options.run();
		const mayHaveRest = heardRun !== run || (wasCut && sinceTime() !== undefined);
		if (!target.previous && heardRun !== undefined && mayHaveRest) {
			const rest = await readRest(signal);
			if (rest !== undefined) return rest;
			heardRun = run;
			[restTries, wasCut] = [0, false];
		}
		// A log that is silent gives no answer: what is not refused is followed.
		cancelTrust = clock.after(LIFE_MS_MIN, () => {
			heardRun = run;
			announce(FOLLOWING);
		});
		return read(target.previous, signal, () => {
			heardRun = run;
			if (!waits.isDoubtful) announce(FOLLOWING);
		});
	};
	/** What the end of an answer leads to; a state of undefined is the present one. */
	const reactTo = ({end, lines, lifeMs}: Answered): {readonly next?: Refusal; readonly delayMs: number} => {
		if (end.how === 'left') return {delayMs: 0};
		if (end.how === 'fault') {
			wasCut = true;
			const briefMs = waits.afterCut(end.fault, lifeMs);
			if (briefMs !== undefined) return {delayMs: briefMs};
			return {next: refusalOf(end.fault, target.namespace), delayMs: waits.afterFault(end.fault)};
		}
		if (lines.refusal !== undefined)
			return {next: {phase: 'waiting', because: lines.refusal}, delayMs: waits.afterRefusal()};
		// It grows no more; when the container ends once more, somebody says so.
		if (target.previous) return {next: {phase: 'ended', because: WHOLE}, delayMs: Number.POSITIVE_INFINITY};
		const isBlank = seen.sinceTime === undefined;
		const delayMs = waits.afterEnd({lines: lines.count, lifeMs, isBlank});
		if (waits.emptyEnds < EMPTY_ENDS_MIN) return {delayMs};
		return {next: isBlank ? {phase: 'waiting', because: BLANK} : {phase: 'ended', because: STOPPED}, delayMs};
	};
	const wait = async (delayMs: number): Promise<void> => {
		const run = options.run();
		isWaiting = true;
		if (delayMs === Number.POSITIVE_INFINITY) await aborted(leave.signal);
		else await sleep(clock, delayMs, leave.signal);
		isWaiting = false;
		if (options.run() !== run) waits.reset();
	};
	/** Undefined when it was left before it had a place. */
	const readInPlace = async (signal: AbortSignal): Promise<Answered | undefined> => {
		const free = await options.enter?.(signal);
		if (signal.aborted) {
			free?.();
			return undefined;
		}
		const answered = await readNext(signal);
		free?.();
		return answered;
	};
	const follow = async (): Promise<void> => {
		while (!stopped) {
			leave = new AbortController();
			const answered = await readInPlace(leave.signal);
			if (stopped) return;
			if (answered === undefined) continue;
			const {next, delayMs} = reactTo(answered);
			leave = new AbortController();
			if (next?.phase === 'waiting') announce({...next, nextTryAt: clock.now() + delayMs});
			else if (next !== undefined) announce(next);
			if (delayMs > 0) await wait(delayMs);
		}
	};
	void Promise.resolve().then(follow);
	return {
		get state() {
			return state;
		},
		retryNow() {
			if (isWaiting) leave.abort();
		},
		reopen() {
			if (!isWaiting) leave.abort();
		},
		stop() {
			stopped = true;
			leave.abort();
			cancelTrust?.();
		},
	};
}

interface Answered {
	readonly end: ReadEnd;
	readonly lines: LineReader;
	readonly lifeMs: number;
}

function isSame(a: TailState, b: TailState): boolean {
	if (a.phase === 'following') return b.phase === 'following';
	if (a.phase === 'ended') return b.phase === 'ended' && a.because === b.because;
	return a.phase === 'forbidden' && b.phase === 'forbidden' && a.permission === b.permission;
}

function aborted(signal: AbortSignal): Promise<void> {
	return new Promise(resolve => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), {once: true});
	});
}
