import {type Entry, indexOfEntry} from './entry.ts';
import type {Heads} from './heads.ts';
import type {Sift} from './sift.ts';

/** How many lines are shown around each that matches. */
export type Context = 0 | 2 | 5 | 'all';

const CONTEXTS: readonly Context[] = [0, 2, 5, 'all'];

/** What of a log is seen: what a filter lets through, with what stands around it. */
export interface Sight {
	readonly context: Context;
	nextContext(): void;
	/** In the order of time; as of this turn. */
	entries(): readonly Entry[];
	/** It is there for what is near it. */
	isAround(entry: Entry): boolean;
}

export function createSight(heads: Heads, sift: Sift, first: Context = 0): Sight {
	let context = first;
	let made: {readonly of: string; readonly entries: readonly Entry[]} | undefined;
	return {
		get context() {
			return context;
		},
		nextContext() {
			context = CONTEXTS[(CONTEXTS.indexOf(context) + 1) % CONTEXTS.length] ?? 0;
			made = undefined;
		},
		entries() {
			if (sift.filter.isEmpty || context === 0) return sift.shown;
			if (context === 'all') return heads.entries;
			const of = `${heads.version} ${sift.version}`;
			if (made?.of !== of) made = {of, entries: around(heads.entries, sift.shown, context)};
			return made.entries;
		},
		isAround: entry => !sift.filter.isEmpty && context !== 0 && indexOfEntry(sift.shown, entry) < 0,
	};
}

/** Those of `all` that are shown or at most `reach` away from one that is; both in order. */
function around(all: readonly Entry[], shown: readonly Entry[], reach: number): readonly Entry[] {
	const kept: Entry[] = [];
	let at = 0;
	let next = 0;
	for (const entry of shown) {
		while (at < all.length && all[at] !== entry) at += 1;
		const end = Math.min(at + reach + 1, all.length);
		for (next = Math.max(next, at - reach); next < end; next++) {
			const near = all[next];
			if (near !== undefined) kept.push(near);
		}
	}
	return kept;
}
