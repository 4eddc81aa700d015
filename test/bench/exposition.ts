/** What it costs to read a scrape of 2,000 lines of 97 characters, by how much of it is wanted: `node test/bench/exposition.ts`. */
import {performance} from 'node:perf_hooks';
import {readExposition} from '../../src/telemetry/exposition/read-exposition.ts';

const LINES = 2000;
const ROUNDS = 400;

const BOUNDS = ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1.0', '2.5', '5.0', '10.0', '+Inf'];

/** Mostly histograms, as services expose them; one name for twenty routes, a hundred lines of other sorts. */
const text = Array.from({length: LINES}, (_, index) => {
	if (index % 20 === 0)
		return `app_pool_connections_${index}{pool="main",state="used",host="db-0.db.shop.svc"} ${index}`;
	const route = `/api/v1/route-${Math.floor(index / BOUNDS.length) % 20}`;
	const bound = BOUNDS[index % BOUNDS.length];
	return `http_request_duration_seconds_bucket{handler="${route}",le="${bound}",method="GET",status="200"} ${index}.0`;
}).join('\n');

for (const [words, wanted] of [
	['nothing wanted', () => false],
	['100 lines wanted', (name: string) => name.startsWith('app_pool_')],
	['everything wanted', () => true],
] as const) {
	const times: number[] = [];
	let samples = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const started = performance.now();
		({length: samples} = readExposition(text, wanted).samples);
		times.push(performance.now() - started);
	}
	const sorted = times.slice(ROUNDS / 2).toSorted((a, b) => a - b);
	const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
	console.log(
		`${words}: ${at(0.5)} ms, p95 ${at(0.95)} ms, ${samples} samples of ${LINES} lines, ${(text.length / LINES).toFixed(0)} characters each`,
	);
}
