import type {LogRecord} from '../../model/log.ts';
import type {LogStream} from '../../session/logs/contract.ts';
import type {LogRule} from './entry.ts';
import {revisionOf} from './columns.ts';

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

type Known = Pick<LogStream, 'gone'> & {readonly ended: boolean};

export function createHappenings(): Happenings {
	let known: Map<string, Known> | undefined;
	/** Streams that have joined and said nothing yet: their rule stands above their first line. */
	const joined = new Map<string, LogStream>();
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
				streams.map(({source, gone, state}) => [source.key, {gone, ended: state.phase === 'ended'}]),
			);
			// What was there when one came has started before.
			if (before === undefined) return [];
			const made: LogRule[] = [];
			for (const stream of streams) {
				const {source, gone, state} = stream;
				const was = before.get(source.key);
				if (was === undefined && !gone) joined.set(source.key, stream);
				const name = nameOf(source.pod);
				if (gone && was?.gone === false) made.push(after(now, `${name} is gone`));
				else if (!gone && state.phase === 'ended' && was?.ended === false)
					made.push(
						after(
							now,
							`${name} ${source.container} ended${state.because === '' ? '' : `: ${state.because}`}`,
						),
					);
			}
			if (joined.size === 0) return made;
			for (const {source, at, seq} of heads) {
				if (!joined.delete(source.key)) continue;
				const revision = source.revision === '' ? '' : `, rev ${revisionOf(source)}`;
				// Numbers of lines are whole.
				made.push({at, seq: seq - 0.5, rule: `${nameOf(source.pod)} started${revision}`});
			}
			return made;
		},
	};
}

/** Behind all lines of that time. */
const LAST = 2 ** 50;
