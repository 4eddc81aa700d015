/** What it costs to read a scrape of 2,000 lines of 97 characters, by how much of it is wanted: `node test/bench/exposition.ts`. */
import {performance} from 'node:perf_hooks';
import {createMetricsReader} from '../../src/telemetry/exposition/app-metrics.ts';
import {readExposition} from '../../src/telemetry/exposition/read-exposition.ts';
import {poolMetrics} from '../../src/telemetry/pool-metrics.ts';

const LINES = 2000;
const ROUNDS = 400;

const BOUNDS = ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1.0', '2.5', '5.0', '10.0', '+Inf'];

/** Mostly histograms, as services expose them; one name for twenty routes, a hundred lines of other sorts. */
const text = Array.from({length: LINES}, (_, index) => {
	if (index % 20 === 0)
		return `app_pool_connections_${index}{pool="main",state="used",host="db-0.db.shop.svc"} ${index}`;
	const route = `/api/v1/r-${Math.floor(index / BOUNDS.length) % 20}`;
	const bound = BOUNDS[index % BOUNDS.length];
	return `http_request_duration_seconds_bucket{handler="${route}",le="${bound}",method="GET",status="200"} ${index}.0`;
}).join('\n');

const readMetrics = createMetricsReader(poolMetrics);

/** Half of the rounds warm up. */
function measure(words: string, deed: () => number): void {
	const times: number[] = [];
	let found = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const started = performance.now();
		found = deed();
		times.push(performance.now() - started);
	}
	const sorted = times.slice(ROUNDS / 2).toSorted((a, b) => a - b);
	const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
	console.log(`${words}: ${at(0.5)} ms, p95 ${at(0.95)} ms (${found} found)`);
}

console.log(`${LINES} lines of ${(text.length / LINES).toFixed(0)} characters`);
measure('nothing wanted', () => readExposition(text, () => false).samples.length);
measure('every 20th line wanted', () => readExposition(text, name => name.startsWith('app_pool_')).samples.length);
measure('everything wanted', () => readExposition(text, () => true).samples.length);
measure('as pools and routes', () => readMetrics(text, 0).http?.timed.length ?? 0);
