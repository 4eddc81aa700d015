import {describe, expect, test} from 'vitest';
import {type AppMetrics, processBetween} from '../../../src/model/app-metrics.ts';
import {quantileOf} from '../../../src/model/histogram.ts';
import {trafficBetween} from '../../../src/model/http-metrics.ts';
import {capacityOf, poolChange} from '../../../src/model/pool.ts';
import {createMetricsReader} from '../../../src/telemetry/exposition/app-metrics.ts';
import {poolMetrics} from '../../../src/telemetry/pool-metrics.ts';
import {findCases} from '../../support/cases.ts';

const read = createMetricsReader(poolMetrics);

describe('a scrape', () => {
	test('of a page is no scrape', () => {
		const page = '<!doctype html>\n<html><body class="db_pool_size">\n<p>Not found</p>\n</body></html>\n';
		expect(read(page, 17)).toEqual({
			at: 17,
			startedAt: undefined,
			pools: [],
			servers: [],
			poolers: [],
			http: undefined,
			lines: 0,
			problems: 4,
			isCut: false,
		});
	});

	test('tells when its process began', () => {
		expect(read('process_start_time_seconds 1.7954137e+09\n', 0).startedAt).toBe(1795413700000);
		expect(
			read('process_start_time_seconds{pid="1"} 10\nprocess_start_time_seconds{pid="2"} 20\n', 0).startedAt,
		).toBe(undefined);
		expect(read('process_start_time_seconds NaN\n', 0).startedAt).toBeUndefined();
	});

	test('of a thousand pools has a thousand pools', () => {
		const lines = Array.from(
			{length: 1000},
			(_, index) =>
				`hikaricp_connections_max{pool="p${index}"} 10\nhikaricp_connections_active{pool="p${index}"} ${index % 10}\npgbouncer_pools_cl_waiting{database="d${index}",user="u"} 1\npg_settings_max_connections{server="s${index}"} 100\n`,
		);
		const {pools, poolers, servers} = read(lines.join(''), 0);
		expect(pools).toHaveLength(1000);
		expect(pools.at(-1)).toMatchObject({name: 'p999', size: 10, inUse: 9});
		expect(poolers[0]?.pools).toHaveLength(1000);
		expect(servers).toHaveLength(1000);
	});

	test('of twenty thousand bounds keeps some', () => {
		const lines = Array.from(
			{length: 30_000},
			(_, index) => `http_request_duration_seconds_bucket{path="/a",le="${index / 1000}"} ${index}\n`,
		);
		const {http, isCut} = read(lines.join(''), 0);
		expect(isCut).toBe(true);
		expect(http?.timed[0]?.requests.bounds).toHaveLength(200);
	});
});

test('counters of one process may be subtracted, those of two may not', () => {
	const scrape = (at: number, startedAt: number | undefined): AppMetrics => ({...read('', at), startedAt});
	const before = scrape(10_000, 5000);
	expect(processBetween(before, scrape(25_000, 5000))).toBe('same');
	expect(processBetween(before, scrape(25_000, 5900))).toBe('same');
	expect(processBetween(before, scrape(25_000, 12_000))).toBe('new');
	expect(processBetween(before, scrape(25_000, 2000))).toBe('other');
	expect(processBetween(before, scrape(25_000, 7000))).toBe('other');
	expect(processBetween(before, scrape(25_000, undefined))).toBe('same');
});

const cases = findCases();
const skipped = 'skipped' in cases ? cases.skipped : undefined;
const recorded = (id: string, file: string): AppMetrics => {
	const found = 'skipped' in cases ? undefined : cases.find(one => one.id.startsWith(`${id}-`));
	const text = found?.read(`metrics/${file}.txt`);
	if (text === undefined) throw new Error(`no metrics of ${file} in case ${id}`);
	return read(text, 0);
};

describe.skipIf(skipped !== undefined)(`recorded${skipped === undefined ? '' : ` (${skipped})`}`, () => {
	test('a pool of 2 and 1 that is in use, with waits that were given up (24)', () => {
		const before = recorded('24', 'api-5d785c648c-67fjn');
		const now = recorded('24', 'api-5d785c648c-67fjn.plus10s');
		expect(processBetween(before, now)).toBe('same');
		const [pool, ...others] = now.pools;
		expect(others).toEqual([]);
		expect(pool).toMatchObject({library: 'SQLAlchemy', size: 2, overflowMax: 1, inUse: 3, idle: 0, timeouts: 25});
		if (pool === undefined) return;
		expect(capacityOf(pool)).toBe(3);
		expect(poolChange(before.pools[0], pool).timeouts).toBe(17);
	});

	test('a pool that is hardly used: its overflow is negative (25)', () => {
		const {pools} = recorded('25', 'api-5bd4ccbc6d-qg5t7.plus10s');
		expect(pools).toMatchObject([{size: 5, overflowMax: 10, inUse: 0, idle: 2, timeouts: 0}]);
	});

	test('a pool that is open and not used (22)', () => {
		const {pools} = recorded('22', 'api-856694668-rvbcb');
		expect(pools).toMatchObject([{size: 8, overflowMax: 4, inUse: 0, idle: 8, timeouts: 0}]);
	});

	test('which route is slow, and how many requests fail (24, 25)', () => {
		const slow = (id: string, pod: string) => {
			const [before, now] = [recorded(id, pod), recorded(id, `${pod}.plus10s`)];
			const routes = now.http === undefined ? [] : trafficBetween(before.http, now.http, 10);
			return routes.map(route => ({...route, p95: quantileOf(route.durations, 0.95)}));
		};
		const sales = slow('24', 'api-5d785c648c-67fjn').find(({route}) => route === '/reports/sales');
		expect(sales).toMatchObject({method: 'GET', p95: {isAtLeast: false}});
		expect(sales?.serverErrors).toBeGreaterThan(10);
		expect(sales?.p95?.ms).toBeGreaterThan(2500);
		const items = slow('25', 'api-5bd4ccbc6d-qg5t7');
		expect(items.find(({route}) => route === '/slow')?.p95?.ms).toBeGreaterThan(1000);
		expect(items.find(({route}) => route === '/items')).toMatchObject({serverErrors: 0});
		expect(items.find(({route}) => route === '/items')?.p95?.ms).toBeLessThan(50);
	});
});
