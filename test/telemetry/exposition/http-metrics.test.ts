import {describe, expect, test} from 'vitest';
import {meanOf, quantileOf} from '../../../src/model/histogram.ts';
import {type HttpReading, trafficBetween} from '../../../src/model/http-metrics.ts';
import {createMetricsReader} from '../../../src/telemetry/exposition/app-metrics.ts';

const read = (text: string): HttpReading | undefined => createMetricsReader([])(text, 0).http;

/** `status method route count` of each series. */
function told(series: HttpReading['timed'] | undefined): readonly string[] {
	return (series ?? []).map(
		({statusClass, method, route, requests}) => `${statusClass} ${method} ${route} ${requests.count}`,
	);
}

describe('reads', () => {
	test.each([
		[
			'prometheus-fastapi-instrumentator',
			`http_requests_total{handler="/items/{id}",method="GET",status="2xx"} 9
http_requests_total{handler="/items/{id}",method="GET",status="5xx"} 1
http_request_duration_highr_seconds_bucket{le="0.01"} 3
http_request_duration_highr_seconds_count 10
http_request_duration_seconds_bucket{handler="/items/{id}",le="0.1",method="GET"} 8
http_request_duration_seconds_bucket{handler="/items/{id}",le="+Inf",method="GET"} 10
http_request_duration_seconds_count{handler="/items/{id}",method="GET"} 10
http_request_duration_seconds_sum{handler="/items/{id}",method="GET"} 2
`,
			'http_request_duration_seconds',
			['0 GET /items/{id} 10'],
			['2 GET /items/{id} 9', '5 GET /items/{id} 1'],
		],
		[
			'starlette_exporter',
			`starlette_requests_total{app_name="shop",method="GET",path="/a",status_code="200"} 4
starlette_request_duration_seconds_bucket{app_name="shop",method="GET",path="/a",status_code="200",le="0.1"} 4
starlette_request_duration_seconds_count{app_name="shop",method="GET",path="/a",status_code="200"} 4
starlette_request_duration_seconds_count{app_name="shop",method="GET",path="/a",status_code="503"} 2
`,
			'starlette_request_duration_seconds',
			['2 GET /a 4', '5 GET /a 2'],
			[],
		],
		[
			'OpenTelemetry, and what a client of its own sends is left out',
			`http_server_request_duration_seconds_count{http_request_method="POST",http_route="/orders",http_response_status_code="201"} 3
http_client_request_duration_seconds_count{http_request_method="GET",server_address="pay"} 30
`,
			'http_server_request_duration_seconds',
			['2 POST /orders 3'],
			[],
		],
		[
			'the former OpenTelemetry, in milliseconds, with names in quotes',
			'{"http.server.duration_milliseconds_count","http.method"="GET","http.route"="/a","http.status_code"="404"} 3\n',
			'http_server_duration_milliseconds',
			['4 GET /a 3'],
			[],
		],
		[
			'Spring',
			'http_server_requests_seconds_count{exception="None",method="GET",outcome="SUCCESS",status="200",uri="/a/{id}",} 7.0\n',
			'http_server_requests_seconds',
			['2 GET /a/{id} 7'],
			[],
		],
		[
			'an exporter of Flask',
			'flask_http_request_duration_seconds_count{method="get",path="/a b",status="200"} 7\n',
			'http_request_duration_seconds',
			['2 GET /a b 7'],
			[],
		],
		[
			'django-prometheus',
			`django_http_responses_total_by_status_view_method_total{method="GET",status="200",view="items"} 5
django_http_requests_latency_seconds_by_view_method_count{method="GET",view="items"} 5
`,
			'django_http_requests_latency_seconds_by_view_method',
			['0 GET items 5'],
			['2 GET items 5'],
		],
		[
			'a counter only',
			'http_requests_total{code="200",method="get"} 5\nhttp_requests_total{code="0",method="get"} 1\n',
			'http_requests_total',
			[],
			['2 GET  5', '0 GET  1'],
		],
	])('%s', (_, text, source, timed, counted) => {
		const reading = read(text);
		expect(reading?.source).toBe(source);
		expect(told(reading?.timed)).toEqual(timed);
		expect(told(reading?.counted)).toEqual(counted);
	});

	test('nothing where a program only asks others', () => {
		expect(read('outgoing_http_request_duration_seconds_count{path="/a"} 3\nhttp_up 1\n')).toBeUndefined();
	});

	test('rather one with routes than a better one without', () => {
		const text = 'http_server_request_duration_seconds_count 9\nhttp_request_duration_seconds_count{path="/a"} 9\n';
		expect(told(read(text)?.timed)).toEqual(['0  /a 9']);
	});

	test('bounds as numbers, however they are written', () => {
		const text =
			'http_request_duration_seconds_bucket{path="/a",le="1"} 1\nhttp_request_duration_seconds_bucket{path="/a",le="0.005"} 1\nhttp_request_duration_seconds_bucket{path="/b",le="1.0"} 1\n';
		expect(read(text)?.timed.map(({requests}) => requests.bounds)).toEqual([[5, 1000], [1000]]);
	});
});

describe('between two scrapes', () => {
	const at = (ok: number, failed: number, quick: number, sum: number): HttpReading | undefined =>
		read(`http_requests_total{handler="/a",method="GET",status="2xx"} ${ok}
http_requests_total{handler="/a",method="GET",status="5xx"} ${failed}
http_request_duration_seconds_bucket{handler="/a",le="0.1",method="GET"} ${quick}
http_request_duration_seconds_bucket{handler="/a",le="1.0",method="GET"} ${ok + failed}
http_request_duration_seconds_bucket{handler="/a",le="+Inf",method="GET"} ${ok + failed}
http_request_duration_seconds_count{handler="/a",method="GET"} ${ok + failed}
http_request_duration_seconds_sum{handler="/a",method="GET"} ${sum}
`);

	function between(before: HttpReading | undefined, now: HttpReading | undefined) {
		return now === undefined ? [] : trafficBetween(before, now, 10);
	}

	test('rates, errors and durations of each route', () => {
		const [route, ...others] = between(at(100, 10, 60, 20), at(130, 20, 80, 40));
		expect(others).toEqual([]);
		expect(route).toMatchObject({route: '/a', method: 'GET', count: 40, rate: 4, serverErrors: 10});
		if (route === undefined) return;
		expect(meanOf(route.durations)).toBe(500);
		expect(quantileOf(route.durations, 0.75)).toEqual({ms: 550, isAtLeast: false});
	});

	test('a process that began anew counted all that it says', () => {
		expect(between(at(100, 10, 60, 20), at(5, 1, 6, 1))[0]).toMatchObject({count: 6, rate: 0.6, serverErrors: 1});
		expect(between(undefined, at(5, 1, 6, 1))[0]).toMatchObject({count: 6, serverErrors: 1});
	});

	test('routes without a request are left out', () => {
		expect(between(at(100, 10, 60, 20), at(100, 10, 60, 20))).toEqual([]);
	});

	test('errors are not known where no status is', () => {
		expect(between(undefined, read('http_request_duration_seconds_count{path="/a"} 3\n'))[0]).toMatchObject({
			count: 3,
			serverErrors: undefined,
		});
	});
});
