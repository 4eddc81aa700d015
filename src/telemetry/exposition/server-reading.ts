import type {DatabaseServerReading} from '../../model/database-server.ts';
import type {NamedSample} from '../contract.ts';
import {countIn, labelOf} from './samples.ts';

/** A server of which nothing is known yet, for entries to put what they know on top. */
export const UNKNOWN_SERVER: Omit<DatabaseServerReading, 'system' | 'source'> = {
	name: '',
	maxConnections: undefined,
	superuserReserved: undefined,
	reserved: undefined,
	connections: undefined,
	byState: new Map(),
	byApplication: new Map(),
	byDatabase: new Map(),
	longestTransactionMs: undefined,
	longestIdleInTransactionMs: undefined,
	locksWaiting: undefined,
	measuredAt: undefined,
};

/** The sum of what are numbers; undefined when none is. */
export function sumOf(samples: readonly NamedSample[]): number | undefined {
	const values = samples.map(({value}) => countIn(value)).filter(value => value !== undefined);
	return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}

/** The greatest of what are numbers; undefined when none is. */
export function maxOf(samples: readonly NamedSample[]): number | undefined {
	const values = samples.map(({value}) => countIn(value)).filter(value => value !== undefined);
	return values.length === 0 ? undefined : values.reduce((max, value) => Math.max(max, value), 0);
}

/** Sums by the first of these labels that is there, greatest first; what has no such label, and zeros, are left out. */
export function sumsBy(samples: readonly NamedSample[], label: readonly string[]): ReadonlyMap<string, number> {
	const sums = new Map<string, number>();
	for (const sample of samples) {
		const name = labelOf(sample, label);
		const value = countIn(sample.value) ?? 0;
		if (name !== '' && value > 0) sums.set(name, (sums.get(name) ?? 0) + value);
	}
	return new Map([...sums].toSorted(([, a], [, b]) => b - a));
}
