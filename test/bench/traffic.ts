/**
 * What it costs to add up requests out of logs, and to read them: `node test/bench/traffic.ts`. A quarter of an hour of
 * requests, ending now; durations spread as they do (lognormal, sigma 1, now and then ten times that).
 */
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import type {LogSource} from '../../src/model/log.ts';
import type {LoggedRequest} from '../../src/model/request.ts';
import type {TrafficBook} from '../../src/services/traffic/contract.ts';
import {createTrafficBook} from '../../src/services/traffic/traffic-book.ts';
import {createSeededRandom} from '../support/random.ts';

interface Load {
	readonly title: string;
	readonly routes: number;
	readonly pods: number;
	readonly revisions: number;
	readonly requests: number;
}

const LOADS: readonly Load[] = [
	{title: '(the same, to get warm)', routes: 30, pods: 10, revisions: 1, requests: 90_000},
	{title: '30 routes, 100/s', routes: 30, pods: 10, revisions: 1, requests: 90_000},
	{title: '30 routes, 100/s, rollout', routes: 30, pods: 10, revisions: 2, requests: 90_000},
	{title: '2,000 routes, 20 requests each', routes: 2000, pods: 20, revisions: 1, requests: 40_000},
	{title: '2,000 routes, 2,000/s', routes: 2000, pods: 20, revisions: 1, requests: 1_800_000},
	{title: '2,000 routes, 20,000/s', routes: 2000, pods: 20, revisions: 1, requests: 18_000_000},
	{title: '2,000 routes, 2,000/s, rollout', routes: 2000, pods: 20, revisions: 2, requests: 1_800_000},
];

const WINDOW_MS = 15 * 60_000;
const START = Date.UTC(2026, 10, 24, 12);
const MB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

for (const load of LOADS) {
	measure(load);
	// What the last one left is let go before the next begins.
	await new Promise(resolve => setTimeout(resolve, 100));
}

function measure({title, routes, pods, revisions, requests}: Load): void {
	const random = createSeededRandom(7);
	const sources = Array.from({length: pods}, (_, pod) => sourceOf(pod, revisions));
	const book = createTrafficBook();
	book.cover(new Map([['shop', {read: pods, of: pods, since: START, revisions: ['rev 2', 'rev 1']}]]));
	const before = memory();
	let takenMs = 0;
	// Lines are made in batches, so that only the book is measured.
	for (let done = 0; done < requests; done += 1000) {
		const batch = Array.from({length: 1000}, () => requestOf(random, routes));
		const from = performance.now();
		for (const [index, request] of batch.entries()) {
			const at = START + ((done + index) / requests) * WINDOW_MS;
			const source = sources[(done + index) % pods];
			if (source !== undefined) book.take(request, at, source, 'uvicorn-access');
		}
		takenMs += performance.now() - from;
	}
	const kept = (memory() - before) / MB;
	const reads = Array.from({length: 5}, (_, round) => readMs(book, START + WINDOW_MS + round * 1000));
	const withSnapshot = (memory() - before) / MB;
	console.log(
		[
			title.padEnd(34),
			`${((takenMs * 1000) / requests).toFixed(2)} µs a request`,
			`${kept.toFixed(1)} MB, ${withSnapshot.toFixed(1)} MB with a snapshot`,
			`read ${Math.min(...reads).toFixed(1)} to ${Math.max(...reads).toFixed(1)} ms`,
		].join('   '),
	);
}

function readMs(book: TrafficBook, now: number): number {
	const [source] = [sourceOf(0, 1)];
	// Something new, so that it is read again.
	book.hear({kind: 'dns', name: 'db', where: '', line: '', trouble: undefined}, now, source);
	const from = performance.now();
	const traffic = book.of('shop', now);
	if (traffic === undefined || traffic.routes.length < 30) throw new Error('nothing was kept');
	return performance.now() - from;
}

function memory(): number {
	for (let round = 0; round < 3; round++) collect();
	const {heapUsed, external} = process.memoryUsage();
	return heapUsed + external;
}

function requestOf(random: () => number, routes: number): LoggedRequest {
	const route = Math.floor(random() * routes);
	const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const durationMs = (5 + (route % 50)) * Math.exp(normal) * (random() < 0.01 ? 10 : 1);
	return {
		method: 'GET',
		path: `/api/v1/area${route % 45}/part${route % 44}/${Math.floor(random() * 1e6)}/of?page=${route}`,
		route: '',
		status: random() < 0.01 ? 500 : 200,
		durationMs,
		id: '',
		agent: '',
		upstream: '',
		slowOnly: false,
	};
}

function sourceOf(pod: number, revisions: number): LogSource {
	return {
		key: `uid-${pod}/app`,
		namespace: 'shop',
		pod: `shop-${pod}`,
		podUid: `uid-${pod}`,
		container: 'app',
		previous: false,
		revision: `rev ${1 + (pod % revisions)}`,
		service: 'shop',
	};
}
