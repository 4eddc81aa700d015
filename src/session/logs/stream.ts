import type {Clock, Random} from '../../lib/clock.ts';
import {createLogTail} from '../../kube/log-tail/log-tail.ts';
import {aTurn, type TakeTurn} from '../../kube/log-tail/turns.ts';
import type {Transport} from '../../kube/ports.ts';
import type {LogSource, TailLine, TailState} from '../../model/log.ts';
import type {Ledger} from '../ledger.ts';
import type {Asker, Places} from './places.ts';
import type {LogWish} from './streams.ts';

/** One log that is followed while it has a place. */
export interface Stream {
	readonly wish: LogWish;
	readonly state: TailState;
	/** The same log, perhaps another run of it, or looked at now. */
	update(wish: LogWish): void;
	retryNow(): void;
	stop(): void;
}

export function openStream(
	terms: {
		readonly transport: Transport;
		readonly clock: Clock;
		readonly random: Random;
		readonly ledger: Ledger;
		readonly places: Places;
		readonly takeTurn: TakeTurn;
		readonly deliver: (source: LogSource, lines: readonly TailLine[]) => void;
		readonly onState: () => void;
	},
	opened: LogWish,
): Stream {
	const {ledger, places, onState} = terms;
	let wish = opened;
	let linesCount = 0;
	let isOpening = true;
	let hasWaited = false;
	let endNote: (() => void) | undefined = ledger.begin(nameOf(opened));
	const pauseNote = (): void => {
		endNote?.();
		endNote = undefined;
	};
	const asker: Asker = {
		isFirst: () => wish.shown,
		giveUp: () => tail.reopen(),
		onWait() {
			hasWaited = true;
			pauseNote();
			onState();
		},
	};
	const enter = async (signal: AbortSignal): Promise<(() => void) | undefined> => {
		const free = await places.take(asker, signal);
		if (hasWaited) onState();
		hasWaited = false;
		if (isOpening && !signal.aborted) endNote ??= ledger.begin(nameOf(wish));
		return free;
	};
	const endOpening = async (state: TailState): Promise<void> => {
		isOpening = false;
		if (state.phase === 'following') await untilQuiet(() => linesCount);
		pauseNote();
	};
	const {namespace, pod, container, previous} = opened.source;
	const tail = createLogTail({
		...terms,
		target: {namespace, pod, container, previous},
		range: opened.range,
		run: () => wish.run,
		enter,
		sink: {
			lines(batch) {
				linesCount += batch.length;
				terms.deliver(wish.source, batch);
			},
			state(state) {
				if (isOpening) void endOpening(state);
				onState();
			},
		},
	});
	return {
		get wish() {
			return wish;
		},
		get state() {
			return places.isWaiting(asker) ? QUEUED : tail.state;
		},
		update(next) {
			const isOtherRun = next.run !== wish.run;
			wish = next;
			if (isOtherRun) tail.retryNow();
		},
		retryNow: () => tail.retryNow(),
		stop() {
			tail.stop();
			isOpening = false;
			pauseNote();
		},
	};
}

const QUEUED: TailState = {phase: 'queued'};

function nameOf({source}: LogWish): string {
	return `log ${source.pod}/${source.container}`;
}

/** Turns of the event loop without a line after which the beginning of a log is thought to be read, and most of them in a flood. */
const QUIET_TURNS = 20;
const TURNS_MAX = 500;

/** Lines come right behind the head of an answer: only the loop's own turns can tell that there are none, since a clock may stand still. */
async function untilQuiet(count: () => number): Promise<void> {
	let before = count();
	let quiet = 0;
	for (let turn = 0; turn < TURNS_MAX && quiet < QUIET_TURNS; turn++) {
		await aTurn();
		quiet = count() === before ? quiet + 1 : 0;
		before = count();
	}
}
