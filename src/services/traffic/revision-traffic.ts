import type {Windows} from './contract.ts';
import type {Series} from './series.ts';
import {type Reading, windowsOf} from './windows.ts';

/** Where a revision stands among all of a service, the newest first. */
export type PlaceOf = (revision: string) => number;

/** Those that are not among `revisions` come last. */
export function placeIn(revisions: readonly string[]): PlaceOf {
	const places = new Map(revisions.map((revision, place) => [revision, place]));
	return revision => places.get(revision) ?? revisions.length;
}

/** The newest first. */
export function revisionsOf(
	byRevision: ReadonlyMap<string, readonly Series[]>,
	placeOf: PlaceOf,
	reading: Reading,
): readonly {readonly revision: string; readonly total: Windows}[] {
	return [...byRevision]
		.map(([revision, list]) => ({revision, total: windowsOf(list, reading)}))
		.toSorted((a, b) => placeOf(a.revision) - placeOf(b.revision));
}
