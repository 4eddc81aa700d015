import type {Histogram} from '../../model/histogram.ts';
import type {HttpReading, RouteSeries} from '../../model/http-metrics.ts';
import type {NamedSample, Samples} from '../contract.ts';
import {histogramNames, histogramsOf} from './histograms.ts';
import {countIn, labelOf} from './samples.ts';

/**
 * Where instrumentations put the durations of requests, and the milliseconds of their unit. Those of which more is known come first:
 * OpenTelemetry's, Spring's, starlette_exporter's, django-prometheus', then what everybody calls them, each also with a name before it
 * (`flask_http_request_duration_seconds`).
 */
const DURATIONS: readonly (readonly [base: string, unitMs: number])[] = [
	['http_server_request_duration_seconds', 1000],
	['http_server_requests_seconds', 1000],
	['http_server_duration_milliseconds', 1],
	['http_server_duration', 1],
	['starlette_request_duration_seconds', 1000],
	['django_http_requests_latency_seconds_by_view_method', 1000],
	['fastapi_requests_duration_seconds', 1000],
	['http_request_duration_seconds', 1000],
	['http_requests_duration_seconds', 1000],
	['http_request_duration_milliseconds', 1],
	['http_request_duration_ms', 1],
];

/** Counters of requests with their status, for durations without one; they are looked for without `_total`, too. */
const COUNTS = [
	'starlette_requests',
	'django_http_responses_total_by_status_view_method',
	'fastapi_responses',
	'http_requests',
	'http_request',
];

/** The names that `readHttp` wants. */
export const HTTP_NAMES: readonly string[] = [
	...DURATIONS.flatMap(([base]) => histogramNames(base)),
	...COUNTS.flatMap(name => [name, `${name}_total`]),
];

const ROUTE = ['http_route', 'handler', 'route', 'path', 'path_template', 'uri', 'endpoint', 'view', 'url'];
const METHOD = ['http_request_method', 'http_method', 'method'];
const STATUS = [
	'http_response_status_code',
	'http_status_code',
	'status_code',
	'status',
	'code',
	'http_response_status',
];

/** What a program counts of its requests, by the first instrumentation that is there; undefined when there is none. */
export function readHttp(samples: Samples): HttpReading | undefined {
	const found = DURATIONS.flatMap(([base, unitMs]) => {
		const timed = seriesIn(histogramsOf(samples, base, unitMs, keyOf));
		return timed.length === 0 ? [] : [{base, timed}];
	});
	// One without routes may be there beside one with them.
	const {base = '', timed = []} = found.find(one => one.timed.some(({route}) => route !== '')) ?? found[0] ?? {};
	const hasStatus = timed.some(({statusClass}) => statusClass > 0);
	const counts = hasStatus ? undefined : COUNTS.find(name => countsIn(samples, name).length > 0);
	if (timed.length === 0 && counts === undefined) return undefined;
	const counted = counts === undefined ? [] : seriesIn(sumCounts(countsIn(samples, counts)));
	return {source: base === '' ? `${counts}_total` : base, timed, counted};
}

function countsIn(samples: Samples, name: string): readonly NamedSample[] {
	const total = samples.of(`${name}_total`);
	return (total.length > 0 ? total : samples.of(name)).filter(sample => keyOf(sample) !== undefined);
}

function sumCounts(samples: readonly NamedSample[]): ReadonlyMap<string, Histogram> {
	const sums = new Map<string, number>();
	for (const sample of samples) {
		const key = keyOf(sample) ?? '';
		sums.set(key, (sums.get(key) ?? 0) + (countIn(sample.value) ?? 0));
	}
	return new Map([...sums].map(([key, count]) => [key, {bounds: [], cumulative: [], count, sumMs: 0}]));
}

/** Route, method and class of status, with what cannot be in the latter two between them; undefined for requests that it sends. */
function keyOf(sample: NamedSample): string | undefined {
	if (/client|outgoing|outbound|upstream|external/.test(sample.prefix)) return undefined;
	const method = labelOf(sample, METHOD).slice(0, METHOD_MAX).toUpperCase();
	return `${statusClassOf(labelOf(sample, STATUS))} ${method.replaceAll(' ', '')} ${labelOf(sample, ROUTE)}`;
}

const METHOD_MAX = 20;

/** 5 of `503` and of `5xx`; 0 of anything else. */
function statusClassOf(status: string): number {
	return /^[1-5](?:\d\d|xx)$/i.test(status) ? Number(status[0]) : 0;
}

function seriesIn(histograms: ReadonlyMap<string, Histogram>): readonly RouteSeries[] {
	return [...histograms].map(([key, requests]) => {
		const end = key.indexOf(' ', 2);
		return {route: key.slice(end + 1), method: key.slice(2, end), statusClass: Number(key[0]), requests};
	});
}
