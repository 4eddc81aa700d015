import type {Coverage, ServiceTraffic, Timing} from './contract.ts';
import type {Flow, PodFlow} from './flow.ts';
import type {Incidents} from './incidents.ts';
import {placeIn, type PlaceOf, revisionsOf} from './revision-traffic.ts';
import {routesOf} from './route-traffic.ts';
import type {Series} from './series.ts';
import {type Frame, frameAt, type Reading, sumsOf, windowsOf} from './windows.ts';

/** What is kept of a service. */
export interface ServiceBook {
	/** What its own access log tells. */
	readonly own: Told;
	/** What that of an ingress before it tells. */
	readonly ingress: Told;
	readonly incidents: Incidents;
	coverage: Coverage;
}

interface Told {
	readonly flow: Flow;
	/** As of the last request: it stays when none comes any more. */
	timing: Timing;
}

/** Reads the book of a service as of `now`, and lets go what is older than its windows. */
export function trafficOf(
	{own, ingress, incidents, coverage}: ServiceBook,
	thresholdMs: number,
	now: number,
): ServiceTraffic {
	const frame = frameAt(now, coverage.since);
	for (const told of [own, ingress]) {
		told.flow.forget(frame.from);
		told.timing = timingOf(told.flow, frame) ?? told.timing;
	}
	const isOwn = rankOf(own) >= rankOf(ingress);
	const {flow, timing} = isOwn ? own : ingress;
	const ofOwn = readingOf(own, frame, scaleOf(coverage), thresholdMs);
	// An ingress sees the requests of all pods.
	const reading = isOwn ? ofOwn : readingOf(ingress, frame, 1, thresholdMs);
	const placeOf = placeIn(coverage.revisions);
	const pods = [...own.flow.pods.values()];
	return {
		at: now,
		since: coverage.since,
		coverage: {read: coverage.read, of: coverage.of},
		timing,
		formats: [...flow.formats].toSorted(([, a], [, b]) => b - a).map(([format]) => format),
		from: isOwn ? 'app' : 'ingress',
		total: windowsOf(
			[...flow.pods.values()].map(({series}) => series),
			reading,
		),
		revisions: revisionsOf(seriesByRevision(pods), placeOf, ofOwn),
		pods: podsOf(pods, placeOf, {...ofOwn, scale: 1}),
		routes: routesOf(flow.routes, own.flow.routes, placeOf, reading, ofOwn),
		probes: routesOf(flow.probes, own.flow.probes, placeOf, reading, ofOwn),
		slow: flow.slow.list(),
		// An ingress does not tell the pod.
		failed: (pods.length > 0 ? own.flow : flow).failed.list(),
		incidents: incidents.list(frame, placeOf),
	};
}

/** From this share on, all requests count as timed: health checks of a framework, say, are noted in another format. */
const TIMED_SHARE = 0.9;

/** Undefined when no request was seen. */
function timingOf(flow: Flow, frame: Frame): Timing | undefined {
	const series = [...flow.pods.values()].map(pod => pod.series);
	const recent = sumsOf(series, frame.m5);
	const {count, timed} = recent.count > 0 ? recent : sumsOf(series, frame.m15);
	if (count === 0) return undefined;
	if (flow.timedAt >= frame.from && timed >= count * TIMED_SHARE) return 'all';
	return flow.hasSlowLines ? 'slow-only' : 'none';
}

/** The log that knows durations tells more; between equals, that of the service itself. */
function rankOf({flow, timing}: Told): number {
	return (flow.pods.size > 0 ? 10 : 0) + ['unknown', 'none', 'slow-only', 'all'].indexOf(timing);
}

function readingOf({flow, timing}: Told, frame: Frame, scale: number, thresholdMs: number): Reading {
	const isSlowOnly = timing === 'slow-only';
	return {
		frame,
		scale,
		belowMs: isSlowOnly ? thresholdMs : undefined,
		isOnlySlow: isSlowOnly && flow.accessAt < frame.from,
	};
}

function scaleOf({read, of}: Coverage): number {
	return read > 0 && of > read ? of / read : 1;
}

function seriesByRevision(pods: readonly PodFlow[]): Map<string, Series[]> {
	const byRevision = new Map<string, Series[]>();
	for (const {revision, series} of pods) byRevision.set(revision, [...(byRevision.get(revision) ?? []), series]);
	return byRevision;
}

function podsOf(pods: readonly PodFlow[], placeOf: PlaceOf, reading: Reading): ServiceTraffic['pods'] {
	return pods
		.filter(({pod}) => pod !== '')
		.map(({pod, revision, series}) => ({pod, revision, total: windowsOf([series], reading)}))
		.toSorted((a, b) => placeOf(a.revision) - placeOf(b.revision) || (a.pod < b.pod ? -1 : 1));
}
