import {addTally, createTally, type Tally} from './tally.ts';

/** What is kept of the requests that a service counts. */
export interface History {
	readonly slices: Readonly<Record<'tens' | 'minutes', Slices>>;
	/** By route, when a request of it was counted last. */
	readonly routes: ReadonlyMap<string, number>;
	readonly probes: ReadonlyMap<string, number>;
	/** When the first step began, milliseconds since 1970. */
	readonly since: number;
}

export type ByRevision = Map<string, Tally>;

export interface PodTally {
	readonly pod: string;
	readonly revision: string;
	readonly tally: Tally;
	/** How much of its time was counted. */
	countedMs: number;
}

/** What came in ten seconds, or in a minute. */
export interface Slice {
	readonly routes: Map<string, ByRevision>;
	readonly probes: Map<string, ByRevision>;
	readonly pods: Map<string, PodTally>;
}

export type Slices = Map<number, Slice>;

export function sliceAt(slices: Slices, index: number): Slice {
	const known = slices.get(index) ?? {routes: new Map(), probes: new Map(), pods: new Map()};
	slices.set(index, known);
	return known;
}

export function addIn(list: ByRevision, revision: string, more: Tally): void {
	const known = list.get(revision) ?? createTally();
	list.set(revision, known);
	addTally(known, more);
}
