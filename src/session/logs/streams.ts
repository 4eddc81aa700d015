import type {Clock, Random} from '../../lib/clock.ts';
import type {Transport} from '../../kube/ports.ts';
import {createTurns} from '../../kube/log-tail/turns.ts';
import type {LogRange, LogSource, TailLine, TailState} from '../../model/log.ts';
import type {Ledger} from '../ledger.ts';
import {createPlaces} from './places.ts';
import {openStream, type Stream} from './stream.ts';

/** A log that is to be followed. */
export interface LogWish {
	readonly source: LogSource;
	/** How far back it begins. */
	readonly range: LogRange;
	/** The run of the container that is there. */
	readonly run: string;
	/** A screen shows it: it comes before those that nobody looks at. */
	readonly shown: boolean;
}

/** The logs that are followed. */
export interface LogStreams {
	/** These and no others, from now on. The same wishes again change nothing. */
	want(wishes: readonly LogWish[]): void;
	/** By the key of the source; a new map when one has changed. */
	states(): ReadonlyMap<string, TailState>;
	/** Tries now what waits for its next try. */
	retryNow(): void;
	stop(): void;
}

/** Followed at once. Each is a connection of ours and one of the API server to a node. */
const FOLLOWS_MAX = 40;

/**
 * Follows logs, at most `followsMax` at once, by turns when there are more: who waits for its turn keeps its place in the log. A
 * note in the ledger stands from the opening of a log until its first lines are delivered, or there are none, or it has to wait for its
 * turn; an open log holds none.
 * @param options.deliver each line of a log once, in the order of the log
 * @param options.reset the log is opened anew, because it is wanted from further back: its lines come once more
 * @param options.wake a state has changed
 */
export function createLogStreams(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly random: Random;
	readonly ledger: Ledger;
	readonly deliver: (source: LogSource, lines: readonly TailLine[]) => void;
	readonly reset: (source: LogSource) => void;
	readonly wake: () => void;
	readonly followsMax?: number;
}): LogStreams {
	const {clock, reset, wake, followsMax = FOLLOWS_MAX} = options;
	const places = createPlaces(followsMax, clock);
	const takeTurn = createTurns(clock);
	const streams = new Map<string, Stream>();
	let states: ReadonlyMap<string, TailState> | undefined;
	let stopped = false;
	const onState = (): void => {
		states = undefined;
		wake();
	};
	return {
		want(wishes) {
			if (stopped) return;
			const wanted = new Set(wishes.map(({source}) => source.key));
			for (const [key, stream] of streams) {
				if (wanted.has(key)) continue;
				streams.delete(key);
				stream.stop();
				states = undefined;
			}
			let isReordered = false;
			for (const wish of wishes) {
				const {key} = wish.source;
				const known = streams.get(key);
				if (known !== undefined && isSame(known.wish.range, wish.range)) {
					isReordered ||= known.wish.shown !== wish.shown;
					known.update(wish);
					continue;
				}
				known?.stop();
				if (known !== undefined) reset(wish.source);
				streams.set(key, openStream({...options, places, takeTurn, onState}, wish));
				states = undefined;
			}
			if (isReordered) places.review();
		},
		states() {
			states ??= new Map([...streams].map(([key, {state}]) => [key, state]));
			return states;
		},
		retryNow() {
			for (const stream of streams.values()) stream.retryNow();
		},
		stop() {
			stopped = true;
			places.stop();
			for (const stream of streams.values()) stream.stop();
			streams.clear();
			states = undefined;
		},
	};
}

function isSame(a: LogRange, b: LogRange): boolean {
	return a.sinceMs === b.sinceMs && a.lines === b.lines;
}
