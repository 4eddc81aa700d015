import type {LogSource} from '../../model/log.ts';
import type {LoggedRequest} from '../../model/request.ts';
import type {SeenRequest} from './contract.ts';
import {createNewest, type Newest} from './newest.ts';
import {isProbe} from './probe-request.ts';
import {createRouteNames, OTHER_ROUTES} from './route-names.ts';
import {absorb, addDuration, addRequest, createSeries, type Series} from './series.ts';
import {createSlowJoin} from './slow-join.ts';

/** Requests of one service as one sort of log tells them: its own, or that of an ingress before it. */
export interface Flow {
	/** @param latest what claims to be later is wrong, milliseconds since 1970 */
	take(request: LoggedRequest, at: number, source: LogSource, format: string, latest: number): void;
	/** Counts slow lines by themselves that waited in vain; whether there were any. */
	settle(now: number): boolean;
	/** Lets go what has no request since `before`. */
	forget(before: number): void;
	readonly pods: ReadonlyMap<string, PodFlow>;
	readonly routes: ReadonlyMap<string, RouteFlow>;
	readonly probes: ReadonlyMap<string, RouteFlow>;
	readonly slow: Newest<SeenRequest>;
	readonly failed: Newest<SeenRequest>;
	/** How often each came. */
	readonly formats: ReadonlyMap<string, number>;
	/** A line that only slow requests leave was seen: the others were faster. */
	readonly hasSlowLines: boolean;
	/** When a request came last in a line that every request leaves, and when one that tells its duration; milliseconds since 1970. */
	readonly accessAt: number;
	readonly timedAt: number;
}

export interface PodFlow {
	readonly pod: string;
	readonly revision: string;
	readonly series: Series;
	lastAt: number;
}

export interface RouteFlow {
	/** As a framework named it: never renamed. */
	readonly isOwn: boolean;
	readonly revisions: Map<string, Series>;
	lastAt: number;
}

const ROUTES_MAX = 2000;
const PROBES_MAX = 50;
/** Pods of a service at a time; the requests of more count in the service, under no pod. */
const PODS_MAX = 500;
/** Revisions that serve within a quarter of an hour; more count together. */
const REVISIONS_MAX = 6;
const LIST_MAX = 200;
const FORMATS_MAX = 20;
/** So that a format that is not used any more does not stay the first. */
const FORMAT_LINES_MAX = 10_000;

/** What became of a line, in case that its duration comes in another one. */
interface Taken {
	readonly request: LoggedRequest;
	readonly at: number;
	readonly series: readonly Series[];
	readonly seen: SeenRequest;
	readonly isProbe: boolean;
}

export function createFlow(thresholdMs: number): Flow {
	const pods = new Map<string, PodFlow>();
	const routes = new Map<string, RouteFlow>();
	const probes = new Map<string, RouteFlow>();
	const slow = createNewest<SeenRequest>(LIST_MAX);
	const failed = createNewest<SeenRequest>(LIST_MAX);
	const formats = new Map<string, number>();
	const names = createRouteNames();
	const probeNames = createRouteNames();
	const join = createSlowJoin<Taken>();
	let nameChanges = 0;
	let hasSlowLines = false;
	let accessAt = 0;
	let timedAt = 0;
	let latestAt = Infinity;

	function count(request: LoggedRequest, at: number, source: LogSource): Taken {
		const probe = isProbe(request);
		const route = (probe ? probeNames : names).nameOf(request);
		if (nameChanges !== names.changes) renameRoutes();
		const durationMs = durationOf(request);
		const series = [
			seriesOfRoute(probe ? probes : routes, probe ? PROBES_MAX : ROUTES_MAX, route, request, at, source),
		];
		if (!probe) series.push(seriesOfPod(source, at));
		for (const one of series) addRequest(one, at, request.status, durationMs, latestAt);
		const seen = {at, route, request, source};
		if (!probe && durationMs !== undefined && durationMs >= thresholdMs) slow.put(seen);
		if (!probe && request.status >= 500 && request.status < 600) failed.put(seen);
		return {request, at, series, seen, isProbe: probe};
	}

	/** The slow line came second: the request is counted already. */
	function amend({request, at, series, seen, isProbe: probe}: Taken, durationMs: number | undefined): void {
		if (durationMs === undefined || durationOf(request) !== undefined) return;
		for (const one of series) addDuration(one, at, durationMs);
		if (probe) return;
		const timed = {...seen, request: {...request, durationMs}};
		failed.replace(seen, timed);
		if (durationMs >= thresholdMs) slow.put(timed);
	}

	function seriesOfRoute(
		list: Map<string, RouteFlow>,
		most: number,
		name: string,
		request: LoggedRequest,
		at: number,
		source: LogSource,
	): Series {
		const key = list.has(name) || list.size < most - 1 ? name : OTHER_ROUTES;
		const route = list.get(key) ?? {isOwn: request.route !== '', revisions: new Map<string, Series>(), lastAt: at};
		list.set(key, route);
		route.lastAt = Math.max(route.lastAt, at);
		return seriesOf(route, source.revision);
	}

	function seriesOfPod({podUid, pod, revision}: LogSource, at: number): Series {
		const isKnown = pods.has(podUid) || pods.size < PODS_MAX;
		const key = isKnown ? podUid : `of ${revision}`;
		const flow = pods.get(key) ?? {pod: isKnown ? pod : '', revision, series: createSeries(), lastAt: at};
		pods.set(key, flow);
		flow.lastAt = Math.max(flow.lastAt, at);
		return flow.series;
	}

	function renameRoutes(): void {
		nameChanges = names.changes;
		for (const [name, route] of routes) {
			const renamed = route.isOwn ? name : names.rename(name);
			if (renamed === name) continue;
			routes.delete(name);
			const target = routes.get(renamed) ?? {isOwn: false, revisions: new Map<string, Series>(), lastAt: 0};
			routes.set(renamed, target);
			target.lastAt = Math.max(target.lastAt, route.lastAt);
			for (const [revision, series] of route.revisions) absorb(seriesOf(target, revision), series);
		}
	}

	function countFormat(format: string): void {
		if (!formats.has(format) && formats.size >= FORMATS_MAX) return;
		const lines = (formats.get(format) ?? 0) + 1;
		formats.set(format, lines);
		if (lines < FORMAT_LINES_MAX) return;
		for (const [id, seen] of formats) formats.set(id, Math.floor(seen / 2));
	}

	return {
		pods,
		routes,
		probes,
		slow,
		failed,
		formats,
		get hasSlowLines() {
			return hasSlowLines;
		},
		get accessAt() {
			return accessAt;
		},
		get timedAt() {
			return timedAt;
		},
		take(request, at, source, format, latest) {
			latestAt = latest;
			countFormat(format);
			for (const line of join.passed(at, source)) count(line.request, line.at, line.source);
			if (request.slowOnly) {
				hasSlowLines = true;
				const taken = join.accessOf({request, at, source});
				if (taken !== undefined) amend(taken, durationOf(request));
				return;
			}
			const line = join.slowLineOf(request, at, source);
			const ownMs = durationOf(request);
			accessAt = Math.max(accessAt, at);
			if (ownMs !== undefined) timedAt = Math.max(timedAt, at);
			const durationMs = ownMs ?? (line && durationOf(line.request));
			const taken = count(line === undefined ? request : {...request, durationMs}, at, source);
			if (line === undefined) join.remember(request, at, source, taken);
		},
		settle(now) {
			const lines = join.overdue(now);
			for (const line of lines) count(line.request, line.at, line.source);
			return lines.length > 0;
		},
		forget(before) {
			for (const list of [pods, routes, probes])
				for (const [key, {lastAt}] of list) if (lastAt < before) list.delete(key);
		},
	};
}

/** Undefined too for what no clock can have measured. */
function durationOf({durationMs}: LoggedRequest): number | undefined {
	return durationMs !== undefined && durationMs >= 0 && durationMs < Infinity ? durationMs : undefined;
}

function seriesOf({revisions}: RouteFlow, revision: string): Series {
	const key = revisions.has(revision) || revisions.size < REVISIONS_MAX ? revision : '';
	const series = revisions.get(key) ?? createSeries();
	revisions.set(key, series);
	return series;
}
