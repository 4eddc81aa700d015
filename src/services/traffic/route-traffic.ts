import type {RouteTraffic, Windows} from './contract.ts';
import type {RouteFlow} from './flow.ts';
import {type PlaceOf, revisionsOf} from './revision-traffic.ts';
import type {Series} from './series.ts';
import {type Reading, windowsOf} from './windows.ts';

/** Percentiles of so many are added up at once, to be as of this moment; those of others when they are asked for, as of then. */
const AT_ONCE = 100;

/**
 * The dearest first.
 * @param own the same routes in the service's own log, by revision: an ingress does not know them
 */
export function routesOf(
	routes: ReadonlyMap<string, RouteFlow>,
	own: ReadonlyMap<string, RouteFlow>,
	placeOf: PlaceOf,
	reading: Reading,
	ofOwn: Reading,
): readonly RouteTraffic[] {
	let sumMs = 0;
	const list = [...routes].map(([route, {revisions, lastAt}]) => {
		const total = windowsOf([...revisions.values()], reading);
		sumMs += total.m5.durations.sumMs;
		return {route, lastAt, total, revisions: splitOf(own.get(route)?.revisions, total, placeOf, reading, ofOwn)};
	});
	list.sort((a, b) => byCost(a.total, b.total) || (a.route < b.route ? -1 : 1));
	for (const {total, revisions} of list.slice(0, AT_ONCE))
		for (const one of [{total}, ...revisions]) addUp(one.total);
	return list.map(one => ({...one, share: sumMs === 0 ? undefined : one.total.m5.durations.sumMs / sumMs}));
}

function splitOf(
	byRevision: ReadonlyMap<string, Series> | undefined,
	total: Windows,
	placeOf: PlaceOf,
	reading: Reading,
	ofOwn: Reading,
): RouteTraffic['revisions'] {
	const [only] = byRevision?.keys() ?? [];
	// The usual case: nothing has to be read twice.
	if (only !== undefined && byRevision?.size === 1 && reading === ofOwn) return [{revision: only, total}];
	const lists = [...(byRevision ?? [])].map(([revision, series]) => [revision, [series]] as const);
	return revisionsOf(new Map(lists), placeOf, ofOwn);
}

/** By time spent in the last five minutes, then by requests. */
function byCost(a: Windows, b: Windows): number {
	return b.m5.durations.sumMs - a.m5.durations.sumMs || b.m5.count - a.m5.count || b.m15.count - a.m15.count;
}

/** A percentile that was asked for stays what it is. */
function addUp({m1, m5, m15, earlier}: Windows): void {
	for (const {durations} of [m1, m5, m15, earlier]) durations.quantile(1);
}
