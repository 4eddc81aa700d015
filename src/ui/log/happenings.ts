import type {LogRecord, LogSource} from '../../model/log.ts';
import type {LogStream} from '../../session/logs/contract.ts';
import type {LogRule} from './entry.ts';

/** Notes what becomes of the streams of a view: pods that join, end, and are gone, while it is looked at. */
export interface Happenings {
	/** A rule behind all lines of that time. */
	after(at: number, rule: string): LogRule;
	/**
	 * @param heads lines that have come since the last call, in the order of time
	 * @param now milliseconds since 1970
	 * @returns rules in any order
	 */
	take(
		streams: readonly LogStream[],
		heads: readonly LogRecord[],
		now: number,
		nameOf: (pod: string) => string,
	): readonly LogRule[];
}

interface Known {
	readonly podUid: string;
	readonly gone: boolean;
	readonly ended: boolean;
}

export function createHappenings(): Happenings {
	let known: Map<string, Known> | undefined;
	/** Streams that have joined and said nothing yet, by key: their rule stands above their first line. */
	const joined = new Map<string, {readonly isPod: boolean}>();
	/** Pods whose start was told, by uid. */
	const told = new Set<string>();
	let rules = 0;
	const after = (at: number, rule: string): LogRule => {
		rules += 1;
		return {at, seq: LAST + rules, rule};
	};
	return {
		after,
		take(streams, heads, now, nameOf) {
			const before = known;
			known = new Map(
				streams.map(({source, gone, state}) => [
					source.key,
					{podUid: source.podUid, gone, ended: state.phase === 'ended'},
				]),
			);
			// What was there when one came has started before.
			if (before === undefined) return [];
			const made: LogRule[] = [];
			const pods = new Set([...before.values()].map(({podUid}) => podUid));
			for (const stream of streams) {
				const {source, gone, state} = stream;
				const was = before.get(source.key);
				const name = nameOf(source.pod);
				if (was === undefined && !gone) joined.set(source.key, {isPod: !pods.has(source.podUid)});
				else if (gone && was?.gone === false) made.push(after(now, `${name} is gone`));
				else if (!gone && state.phase === 'ended' && was?.ended === false)
					made.push(after(now, endWords(`${name} ${source.container}`, state.because)));
			}
			for (const {source, at, seq} of joined.size === 0 ? [] : heads) {
				const join = joined.get(source.key);
				if (join === undefined) continue;
				joined.delete(source.key);
				if (join.isPod && told.has(source.podUid)) continue;
				told.add(source.podUid);
				// Numbers of lines are whole.
				made.push({at, seq: seq - 0.5, rule: startWords(source, join.isPod, nameOf(source.pod))});
			}
			return made;
		},
	};
}

function startWords({container, revision}: LogSource, isPod: boolean, name: string): string {
	if (!isPod) return `${name} ${container} started`;
	return revision === '' ? `${name} started` : `${name} started, ${revision}`;
}

function endWords(who: string, because: string): string {
	return because === '' ? `${who} ended` : `${who} ended: ${because}`;
}

/** Behind all lines of that time. */
const LAST = 2 ** 50;
