import type {RouteTraffic, ServiceTraffic, Windows} from './contract.ts';
import type {History, PodTally, Slice} from './metered-slices.ts';
import {placeIn, type PlaceOf} from './revision-traffic.ts';
import {addTally, createTally, figuresOf, type Tally} from './tally.ts';
import type {Frame, Span} from './windows.ts';

/** What is known of a service beside its metrics. */
export interface Serving {
	/** Pods that serve. */
	readonly pods: number;
	/** Labels of its revisions, the newest first. */
	readonly revisions: readonly string[];
	readonly slowMs: number;
}

const WINDOWS = ['m1', 'm5', 'm15', 'earlier'] as const;

/** The tallies of one thing in each of the windows. */
type Tallies = Readonly<Record<(typeof WINDOWS)[number], Tally>>;

/** The history as of the end of the frame; percentiles are estimates (`histogramDurations`). */
export function trafficOf({slices, routes, probes, since}: History, frame: Frame, serving: Serving): ServiceTraffic {
	const total = createTallies();
	const revisions = new Map<string, Tallies>();
	const pods = new Map<string, PodTally & {readonly tallies: Tallies; readonly seconds: Record<string, number>}>();
	const byRoute = new Map<string, Map<string, Tallies>>();
	const byProbe = new Map<string, Map<string, Tallies>>();
	for (const window of WINDOWS) {
		for (const slice of within(slices, frame[window])) {
			for (const [uid, one] of slice.pods) {
				const own = pods.get(uid) ?? {...one, tallies: createTallies(), seconds: {}};
				pods.set(uid, own);
				own.seconds[window] = (own.seconds[window] ?? 0) + one.countedMs / 1000;
				for (const tallies of [total, own.tallies, talliesIn(revisions, one.revision)])
					addTally(tallies[window], one.tally);
			}
			for (const [list, into] of [
				[slice.routes, byRoute],
				[slice.probes, byProbe],
			] as const)
				for (const [route, byRevision] of list) {
					const own = into.get(route) ?? new Map<string, Tallies>();
					into.set(route, own);
					for (const [revision, tally] of byRevision) addTally(talliesIn(own, revision)[window], tally);
				}
		}
	}
	const read = [...pods.values()].filter(({seconds}) => (seconds['m1'] ?? 0) > 0).length;
	const of = Math.max(serving.pods, read);
	const scale = read === 0 ? 1 : of / read;
	const secondsOf = (window: (typeof WINDOWS)[number]): number =>
		coveredSeconds(
			[...pods.values()].map(({seconds}) => seconds[window] ?? 0),
			frame[window].seconds,
		);
	const reading: Reading = {scale, seconds: recordOf(secondsOf), placeOf: placeIn(serving.revisions)};
	return {
		at: frame.now,
		since,
		coverage: {read, of},
		timing: total.m15.durations.count > 0 ? 'all' : total.m15.count > 0 ? 'none' : 'unknown',
		slowMs: serving.slowMs,
		formats: [],
		from: 'metrics',
		total: windowsOf(total, reading),
		revisions: revisionsOf(revisions, reading),
		pods: [...pods.values()]
			.map(({pod, revision, tallies, seconds}) => {
				const own = recordOf(window => coveredSeconds([seconds[window] ?? 0], frame[window].seconds));
				return {pod, revision, total: windowsOf(tallies, {...reading, scale: 1, seconds: own})};
			})
			.toSorted((a, b) => reading.placeOf(a.revision) - reading.placeOf(b.revision) || (a.pod < b.pod ? -1 : 1)),
		routes: routesOf(byRoute, routes, reading),
		probes: routesOf(byProbe, probes, reading),
		slow: [],
		failed: [],
		incidents: [],
	};
}

interface Reading {
	readonly scale: number;
	/** What each window covers. */
	readonly seconds: Readonly<Record<keyof Windows, number>>;
	readonly placeOf: PlaceOf;
}

/**
 * Steps end when scrapes do, so that a window holds a whole number of them: what it covers is the time that they counted. Pods that came
 * or went in it do not tell that; when all did, it is the length of the window.
 */
function coveredSeconds(ofPods: readonly number[], nominal: number): number {
	const whole = ofPods.filter(seconds => seconds >= nominal / 2);
	return whole.length === 0 ? nominal : whole.reduce((sum, seconds) => sum + seconds, 0) / whole.length;
}

function routesOf(
	byRoute: ReadonlyMap<string, ReadonlyMap<string, Tallies>>,
	lastAt: ReadonlyMap<string, number>,
	reading: Reading,
): readonly RouteTraffic[] {
	const list = [...byRoute].map(([route, byRevision]) => {
		const all = createTallies();
		for (const tallies of byRevision.values()) for (const window of WINDOWS) addTally(all[window], tallies[window]);
		return {
			route,
			total: windowsOf(all, reading),
			revisions: revisionsOf(byRevision, reading),
			lastAt: lastAt.get(route) ?? 0,
		};
	});
	const sumMs = list.reduce((sum, {total}) => sum + total.m5.durations.sumMs, 0);
	return list
		.toSorted(
			({total: a, route}, {total: b, route: other}) =>
				b.m5.durations.sumMs - a.m5.durations.sumMs ||
				b.m5.count - a.m5.count ||
				b.m15.count - a.m15.count ||
				(route < other ? -1 : 1),
		)
		.map(one => ({...one, share: sumMs === 0 ? undefined : one.total.m5.durations.sumMs / sumMs}));
}

function revisionsOf(byRevision: ReadonlyMap<string, Tallies>, reading: Reading): RouteTraffic['revisions'] {
	return [...byRevision]
		.map(([revision, tallies]) => ({revision, total: windowsOf(tallies, reading)}))
		.toSorted((a, b) => reading.placeOf(a.revision) - reading.placeOf(b.revision));
}

function windowsOf(tallies: Tallies, {seconds, scale}: Reading): Windows {
	return recordOf(window => figuresOf(tallies[window], scale / seconds[window]));
}

function within(slices: History['slices'], {range}: Span): readonly Slice[] {
	return [...slices[range.of]]
		.filter(([index]) => index >= range.from && index <= range.to)
		.map(([, slice]) => slice);
}

function recordOf<T>(make: (window: (typeof WINDOWS)[number]) => T): Readonly<Record<keyof Windows, T>> {
	return {m1: make('m1'), m5: make('m5'), m15: make('m15'), earlier: make('earlier')};
}

function createTallies(): Tallies {
	return recordOf(createTally);
}

function talliesIn(list: Map<string, Tallies>, revision: string): Tallies {
	const known = list.get(revision) ?? createTallies();
	list.set(revision, known);
	return known;
}
