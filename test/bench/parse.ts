import {performance} from 'node:perf_hooks';
import {createStreamReader} from '../../src/telemetry/stream-reader.ts';

/** What reading a line costs: `node test/bench/parse.ts`. Each line differs from the one before, as those of a log do. */
const LINES = 200_000;
const ROUNDS = 5;

const record = (index: number): string =>
	JSON.stringify({
		timestamp: `2026-03-01T12:00:00.${String(index % 1000).padStart(3, '0')}Z`,
		level: 'info',
		logger: 'shop.requests',
		event: 'request_finished',
		method: 'GET',
		path: `/api/v1/items/${index}?page=2&sort=price`,
		route: '/api/v1/items/{id}',
		status_code: index % 50 === 0 ? 500 : 200,
		duration_ms: (index % 900) + 0.125,
		request_id: `8f3c2f1e-0b7d-4a6c-9e5f-${String(index).padStart(12, '0')}`,
		user_agent: 'Mozilla/5.0 (X11; Linux x86_64)',
		customer: 'c-1234',
		region: 'eu-central-1',
	});

const TRACEBACK = [
	'ERROR:    Exception in ASGI application',
	'Traceback (most recent call last):',
	...Array.from({length: 20}, (_, index) => [
		`  File "/app/site/sqlalchemy/engine/base.py", line ${index}, in raw_connection`,
		'    return self.pool.connect()',
		'           ^^^^^^^^^^^^^^^^^^^',
	]).flat(),
	'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00',
];

const kinds: Readonly<Record<string, (index: number) => string>> = {
	'uvicorn access line': index =>
		`INFO:     10.1.2.3:${50_000 + (index % 1000)} - "GET /api/v1/items/${index}?page=2 HTTP/1.1" 200 OK`,
	'ingress-nginx line': index =>
		`10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /items/${index} HTTP/2.0" 200 612 "-" "curl/8.5.0" 123 1.534 [prod-api-80] [] 10.244.1.5:8000 612 1.533 200 8f3c2f1e0b7d4a6c9e5f1a2b3c4d5e6f`,
	[`JSON line of ${record(1).length} bytes`]: record,
	'logfmt line': index =>
		`time=2026-03-01T12:00:00.123Z level=INFO msg="request done" method=GET path=/items/${index} status=200 duration=1.5ms`,
	'free text line': index => `Loaded ${index} products from the catalog and put them into the cache of the shop`,
	'free text with a time': index => `2026-03-01 12:00:00 Loaded ${index} products from the catalog of the shop`,
	'line of a traceback': index => TRACEBACK[index % TRACEBACK.length] ?? '',
	'coloured uvicorn line': index =>
		`\u001B[32mINFO\u001B[0m:     10.1.2.3:51234 - "\u001B[1mGET /items/${index} HTTP/1.1\u001B[0m" \u001B[32m200 OK\u001B[0m`,
};

for (const [name, lineOf] of Object.entries(kinds)) {
	const lines = Array.from({length: LINES}, (_, index) => lineOf(index));
	const costs = Array.from({length: ROUNDS}, () => {
		const reader = createStreamReader();
		const startedAt = performance.now();
		for (const [index, line] of lines.entries()) reader.read(line, index);
		return ((performance.now() - startedAt) * 1000) / LINES;
	}).toSorted((a, b) => a - b);
	console.log(`${name.padEnd(28)} ${(costs[ROUNDS >> 1] ?? 0).toFixed(2).padStart(7)} µs`);
}
