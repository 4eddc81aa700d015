import type {RouteTraffic as Counted} from '../../model/http-metrics.ts';
import type {ServiceTraffic} from './contract.ts';
import {addIn, type ByRevision, type History, sliceAt} from './metered-slices.ts';
import {type Serving, trafficOf} from './metered-traffic.ts';
import {isProbe} from './probe-request.ts';
import {OTHER_ROUTES} from './route-names.ts';
import {ownTemplate} from './route-template.ts';
import {SLICE_MS} from './series.ts';
import {addTally, createTally, type Tally} from './tally.ts';
import {type Frame, frameAt} from './windows.ts';

/** What was counted of a pod's requests between two scrapes. */
export interface MeteredStep {
	readonly pod: string;
	readonly podUid: string;
	/** Label of its revision. */
	readonly revision: string;
	/** Of the two scrapes, milliseconds since 1970. */
	readonly from: number;
	readonly at: number;
	readonly routes: readonly Counted[];
}

/** The requests of one service as its pods count them. */
export interface Metered {
	take(step: MeteredStep): void;
	/** Forgets all: what was counted had nothing to do with each other. */
	clear(): void;
	/**
	 * Undefined unless a whole minute is covered, up to now, and each request tells how it was answered. `timing` is `none` where requests
	 * are only counted. The same object until there is something new, and for some seconds.
	 */
	of(serving: Serving, now: number): ServiceTraffic | undefined;
}

/** The last of them stands for all others. */
const ROUTES_MAX = 200;
const PROBES_MAX = 50;

/** So much must be covered before it is told, and nothing older is called now. */
const WHOLE_MS = 60_000;

/** Four scrapes; between two that are further apart, nobody knows when it was. */
const STEP_MS_MAX = 60_000;

/** A snapshot lives at least as long: each pod is read every 15 s, but fifty of them come one by one. */
const FRESH_MS = 5000;

/** When nothing new comes, the windows move on so often. */
const IDLE_MS = 10_000;

interface Snapshot {
	readonly serving: Serving;
	readonly traffic: ServiceTraffic | undefined;
	readonly at: number;
}

/**
 * A sliding history of a quarter of an hour: a step counts when it ends, in slices as those of logs are, so that 200 routes of 15
 * buckets take a megabyte or two, however many pods there are. Percentiles are estimates (`histogramDurations`).
 */
export function createMetered(): Metered {
	const slices: History['slices'] = {tens: new Map(), minutes: new Map()};
	/** By route, when a request of it was counted last. */
	const routes = new Map<string, number>();
	const probes = new Map<string, number>();
	let since = 0;
	let lastAt = 0;
	let isTold = true;
	/** Something came since the snapshot was made. */
	let isNew = false;
	let snapshot: Snapshot | undefined;

	const clear = (): void => {
		for (const one of [slices.tens, slices.minutes, routes, probes]) one.clear();
		[since, lastAt, isTold, snapshot] = [0, 0, true, undefined];
	};
	const forget = ({from, m1}: Frame): void => {
		for (const index of slices.tens.keys()) if (index < m1.range.from) slices.tens.delete(index);
		for (const index of slices.minutes.keys())
			if ((index + 1) * SLICE_MS.minutes <= from) slices.minutes.delete(index);
		for (const list of [routes, probes]) for (const [name, at] of list) if (at < from) list.delete(name);
	};
	const nameIn = (list: Map<string, number>, most: number, counted: Counted, at: number): string => {
		const name = nameOf(counted);
		const known = list.has(name) || list.size < most - 1 ? name : OTHER_ROUTES;
		list.set(known, at);
		return known;
	};
	const isCurrent = ({traffic, at, ...made}: Snapshot, serving: Serving, now: number): boolean => {
		if (!isSame(made.serving, serving)) return false;
		if (isNew) return traffic !== undefined && Math.abs(now - at) < FRESH_MS;
		return Math.floor(now / IDLE_MS) === Math.floor(at / IDLE_MS);
	};
	const read = (serving: Serving, now: number): ServiceTraffic | undefined => {
		if (!isTold || lastAt - since < WHOLE_MS || now - lastAt > WHOLE_MS) return undefined;
		const frame = frameAt(now, since);
		forget(frame);
		return trafficOf({slices, routes, probes, since}, frame, serving);
	};

	return {
		clear,
		take({pod, podUid, revision, from, at, routes: counted}) {
			if (at - from > STEP_MS_MAX || at <= from) return;
			if (from - lastAt > STEP_MS_MAX) clear();
			since = since === 0 ? from : Math.min(since, from);
			lastAt = Math.max(lastAt, at);
			isNew = true;
			// Not from the first request on: those of probes and of people may tell different things.
			isTold = counted.every(({serverErrors}) => serverErrors !== undefined);
			const named = counted.map(one => {
				const isProbing = isProbe({method: one.method, path: one.route, agent: ''});
				const route = isProbing ? nameIn(probes, PROBES_MAX, one, at) : nameIn(routes, ROUTES_MAX, one, at);
				return {isProbing, route, tally: tallyOf(one)};
			});
			for (const unit of ['tens', 'minutes'] as const) {
				const slice = sliceAt(slices[unit], Math.floor(at / SLICE_MS[unit]));
				const own = slice.pods.get(podUid) ?? {pod, revision, tally: createTally(), countedMs: 0};
				slice.pods.set(podUid, own);
				own.countedMs += at - from;
				for (const {isProbing, route, tally} of named) {
					const list = isProbing ? slice.probes : slice.routes;
					const byRevision: ByRevision = list.get(route) ?? new Map();
					list.set(route, byRevision);
					addIn(byRevision, revision, tally);
					if (!isProbing) addTally(own.tally, tally);
				}
			}
			forget(frameAt(lastAt, since));
		},
		of(serving, now) {
			if (snapshot !== undefined && isCurrent(snapshot, serving, now)) return snapshot.traffic;
			isNew = false;
			snapshot = {serving, traffic: read(serving, now), at: now};
			return snapshot.traffic;
		},
	};
}

function tallyOf({count, serverErrors = 0, clientErrors = 0, durations}: Counted): Tally {
	return {count, serverErrors, clientErrors, durations};
}

/** A request that led to no route is among the others. */
function nameOf({method, route}: Counted): string {
	return route === '' ? OTHER_ROUTES : `${method === '' ? '' : `${method} `}${ownTemplate(route)}`;
}

function isSame(a: Serving, b: Serving): boolean {
	return a.pods === b.pods && a.slowMs === b.slowMs && a.revisions.join('\n') === b.revisions.join('\n');
}
