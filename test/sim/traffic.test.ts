import {expect, test} from 'vitest';
import type {Moment} from '../../src/sim/contract.ts';
import {createSeededRandom} from '../../src/sim/seed.ts';
import {apiLogs} from '../../src/sim/shop/api-logs.ts';
import {type Answered, requestsAt} from '../../src/sim/shop/traffic.ts';

/** What a quiet evening must not do: look like trouble to who reads the durations and answers of an hour. */
const HOUR = Array.from({length: 3600}, (_, second) => second);

function momentOf(second: number): Moment {
	const now = Date.UTC(2026, 10, 24, 12) + second * 1000;
	return {
		now,
		storyMs: second * 1000,
		sinceStartMs: 60_000,
		runMs: Infinity,
		seed: 3,
		random: createSeededRandom(now),
	};
}

function byRoute(requests: readonly Answered[]): readonly (readonly [string, readonly Answered[]])[] {
	return [...Map.groupBy(requests, ({method, route}) => `${method} ${route}`)].toSorted(([a], [b]) =>
		a < b ? -1 : 1,
	);
}

const requests = HOUR.flatMap(second => requestsAt(momentOf(second)));

test('a pod of the api answers about four requests a second', () => {
	expect(Math.round((requests.length / 3600) * 10) / 10).toBe(4);
	expect(byRoute(requests).map(([route]) => route)).toEqual([
		'GET /cart',
		'GET /items',
		'GET /items/{id}',
		'GET /orders/{id}',
		'GET /search',
		'POST /cart/items',
		'POST /checkout',
	]);
});

test.each(byRoute(requests))('%s is fast, but for a long tail', (_, ofRoute) => {
	const times = ofRoute.map(({durationMs}) => durationMs).toSorted((a, b) => a - b);
	const quantile = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
	expect(quantile(0.95)).toBeLessThan(450);
	expect(quantile(0.95) / quantile(0.5)).toBeGreaterThan(1.6);
	expect(quantile(0.95) / quantile(0.5)).toBeLessThan(2.4);
});

test('hardly one request in three thousand fails, and some are refused', () => {
	const share = (from: number): number =>
		requests.filter(({status}) => status >= from && status < from + 100).length / requests.length;
	expect(share(500)).toBeLessThan(1 / 2000);
	expect(share(400)).toBeGreaterThan(1 / 500);
	expect(share(400)).toBeLessThan(1 / 100);
});

test('the same second is written the same way each time', () => {
	const {serving = () => []} = apiLogs();
	const lines = HOUR.slice(0, 60).map(second => serving(momentOf(second)));
	expect(HOUR.slice(0, 60).map(second => serving(momentOf(second)))).toEqual(lines);
	expect(lines.flat().filter(line => line.includes('GET /readyz'))).toHaveLength(12);
});
