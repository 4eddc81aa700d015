import {createLogTail, type LogTail} from '../../../src/kube/log-tail/log-tail.ts';
import type {Transport} from '../../../src/kube/ports.ts';
import type {LogRange, TailLine, TailState} from '../../../src/model/log.ts';
import {createVirtualClock, type VirtualClock} from '../../support/virtual-clock.ts';

export interface TailRig extends VirtualClock {
	readonly tail: LogTail;
	readonly lines: readonly TailLine[];
	readonly texts: () => readonly string[];
	/** The words of each state. */
	readonly states: readonly string[];
	/** Most lines that were handed over at once. */
	readonly mostAtOnce: () => number;
	/** Another run of the container is there. */
	run: string;
	/** Called with each batch. */
	onLines: () => void;
}

export const ALL: LogRange = {key: '6', title: 'all', sinceMs: undefined, lines: undefined};

/** A tail of `shop/api-1/api`. Chance is always a half. */
export function createTailRig(
	transport: Pick<Transport, 'ask' | 'clockAheadMs'>,
	{previous = false, range = ALL}: {readonly previous?: boolean; readonly range?: LogRange} = {},
): TailRig {
	const time = createVirtualClock();
	const lines: TailLine[] = [];
	const states: string[] = [];
	let most = 0;
	const tail = createLogTail({
		transport,
		target: {namespace: 'shop', pod: 'api-1', container: 'api', previous},
		range,
		run: () => rig.run,
		clock: time.clock,
		random: () => 0.5,
		sink: {
			lines(batch) {
				most = Math.max(most, batch.length);
				lines.push(...batch);
				rig.onLines();
			},
			state: state => states.push(wordsOf(state, time.clock.now())),
		},
	});
	const rig: TailRig = {
		...time,
		tail,
		lines,
		texts: () => lines.map(({text}) => text),
		states,
		mostAtOnce: () => most,
		run: '0',
		onLines: () => undefined,
	};
	return rig;
}

function wordsOf(state: TailState, now: number): string {
	if (state.phase === 'waiting') return `waiting ${state.nextTryAt - now} ms: ${state.because}`;
	if (state.phase === 'ended') return `ended: ${state.because}`;
	return state.phase === 'forbidden' ? `forbidden: ${state.permission}` : state.phase;
}
