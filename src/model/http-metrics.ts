import {addedSince, type Histogram, together} from './histogram.ts';

/** The requests of one route, method and class of status, counted since a process began. */
export interface RouteSeries {
	/** As the instrumentation names it: `/items/{id}`; empty when it does not say. */
	readonly route: string;
	/** `GET`; empty when it does not say. */
	readonly method: string;
	/** The first digit of the status; 0 when it is not said, or there was no answer. */
	readonly statusClass: number;
	readonly requests: Histogram;
}

/** What a program counts of the requests that it answers. */
export interface HttpReading {
	/** The metric that they are from: `http_request_duration_seconds`. */
	readonly source: string;
	/** Requests with their durations, with or without a status. */
	readonly timed: readonly RouteSeries[];
	/** Requests by status, where those with durations have none; no bounds, no sums. */
	readonly counted: readonly RouteSeries[];
}

/** The requests of a route between two scrapes. */
export interface RouteTraffic {
	readonly route: string;
	readonly method: string;
	readonly count: number;
	/** Per second. */
	readonly rate: number;
	/** How many were answered 5xx; undefined when nothing tells the status. */
	readonly serverErrors: number | undefined;
	/** The same with 4xx. */
	readonly clientErrors: number | undefined;
	/** For `quantileOf` and `meanOf`; its count is 0 when nothing tells durations. */
	readonly durations: Histogram;
}

/**
 * What came between two scrapes of one process, by route and method; routes without a request are left out.
 * @param before undefined when the process began in between: all that it counted is new
 * @param seconds between the two, or since the process began
 */
export function trafficBetween(
	before: HttpReading | undefined,
	now: HttpReading,
	seconds: number,
): readonly RouteTraffic[] {
	const timed = addedOf(before?.timed ?? [], now.timed);
	const counted = addedOf(before?.counted ?? [], now.counted);
	const routes = new Map([...timed, ...counted].map(series => [routeKey(series), series]));
	const timedOf = Map.groupBy(timed, routeKey);
	const countedOf = Map.groupBy(counted, routeKey);
	return [...routes].flatMap(([key, {route, method}]) => {
		const durations = together((timedOf.get(key) ?? []).map(({requests}) => requests));
		// Who counts by status counts all; otherwise the durations tell.
		const all = countedOf.get(key) ?? timedOf.get(key) ?? [];
		const count = countOf(all);
		if (count <= 0 || seconds <= 0) return [];
		const isTold = all.some(({statusClass}) => statusClass > 0);
		const answered = (of: number): number | undefined =>
			isTold ? countOf(all.filter(({statusClass}) => statusClass === of)) : undefined;
		const [serverErrors, clientErrors] = [answered(5), answered(4)];
		return [{route, method, count, rate: count / seconds, serverErrors, clientErrors, durations}];
	});
}

function addedOf(before: readonly RouteSeries[], now: readonly RouteSeries[]): readonly RouteSeries[] {
	const earlier = new Map(before.map(series => [seriesKey(series), series.requests]));
	return now.map(series => ({...series, requests: addedSince(earlier.get(seriesKey(series)), series.requests)}));
}

function countOf(series: readonly RouteSeries[]): number {
	return series.reduce((sum, {requests}) => sum + requests.count, 0);
}

function routeKey({method, route}: RouteSeries): string {
	return `${method} ${route}`;
}

function seriesKey(series: RouteSeries): string {
	return `${series.statusClass} ${routeKey(series)}`;
}
