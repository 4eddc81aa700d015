/**
 * What reading the metrics of 50 pods every 15 s costs, TLS and gzip included: `node --expose-gc test/bench/scrape.ts`. The pods, of
 * 2,000 lines each, are one server in a process of its own; the pauses are cut short, and what a round takes is set against 15 s.
 */
import {fork} from 'node:child_process';
import {once} from 'node:events';
import https from 'node:https';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import {createTransport} from '../../src/kube/transport/create-transport.ts';
import type {Clock} from '../../src/lib/clock.ts';
import {createClock} from '../../src/platform/clock.ts';
import {createLedger} from '../../src/session/ledger.ts';
import {createScraper, type ScrapeWish} from '../../src/session/metrics/scraper.ts';
import {makeCertificates} from '../support/certificates.ts';

const PODS = 50;
const LINES = 2000;
const ROUNDS = 40;
const WARM_UP_ROUNDS = 5;
const PERIOD_MS = 15_000;
/** Rounds come that much sooner than they would. */
const HASTE = 30;

if (process.argv[2] === 'serve') serve();
else await measure();

/** Histograms of routes, as most apps show them. */
function exposition(): string {
	const lines = ['# TYPE http_request_duration_seconds histogram'];
	for (let line = 0; lines.length < LINES; line++) {
		const labels = `method="GET",route="/items/${Math.floor(line / 12)}",le="${(line % 12) / 10}",status="200"`;
		lines.push(`http_request_duration_seconds_bucket{${labels}} ${line * 17}`);
	}
	return `${lines.join('\n')}\n`;
}

function serve(): void {
	const certificates = makeCertificates();
	if ('skipped' in certificates) throw new Error(certificates.skipped);
	const body = gzipSync(exposition());
	const headers = {'Content-Type': 'text/plain; version=0.0.4', 'Content-Encoding': 'gzip'};
	const server = https.createServer(certificates.server, (_request, response) =>
		response.writeHead(200, {...headers, 'Content-Length': body.length}).end(body),
	);
	server.listen(0, '127.0.0.1', () =>
		process.send?.({port: (server.address() as AddressInfo).port, ca: certificates.ca.toString()}),
	);
	process.once('disconnect', () => process.exit());
}

async function measure(): Promise<void> {
	const server = fork(import.meta.filename, ['serve']);
	const [{port, ca}] = (await once(server, 'message')) as [{port: number; ca: string}];
	const real = createClock();
	const clock: Clock = {
		...real,
		after: (ms, run) => real.after(ms >= PERIOD_MS / 2 ? ms / HASTE : ms, run),
		now: () => now(),
	};
	const startedAt = real.now();
	const now = (): number => startedAt + (real.now() - startedAt) * HASTE;
	const transport = createTransport(
		{
			contextName: 'bench',
			clusterName: 'bench',
			userName: 'bench',
			namespace: '',
			server: new URL(`https://127.0.0.1:${port}`),
			tls: {ca: Buffer.from(ca), insecureSkipVerify: false, serverName: undefined},
			proxy: undefined,
			impersonation: {},
			credentials: {read: () => Promise.resolve({}), forget: () => undefined},
		},
		{clock: real, userAgent: 'bench'},
	);
	let [texts, bytes] = [0, 0];
	let whenRead: (() => void) | undefined;
	const scraper = createScraper({
		transport,
		clock,
		random: Math.random,
		ledger: createLedger(),
		read(_wish, text) {
			texts += 1;
			bytes += text.length;
			whenRead?.();
		},
		publish: () => undefined,
	});
	const until = (count: number): Promise<void> =>
		new Promise(resolve => {
			whenRead = () => {
				if (texts >= count) resolve();
			};
		});
	// What TLS and gzip take is there in any case: the cluster is spoken to by them.
	scraper.want([wishOf(0)], true);
	await until(1);
	const heap = heapMb();
	const {rss} = process.memoryUsage();
	scraper.want(
		Array.from({length: PODS}, (_, number) => wishOf(number)),
		true,
	);
	await until(PODS * WARM_UP_ROUNDS);
	const before = process.cpuUsage();
	const from = texts;
	let peak = 0;
	const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
	await until(PODS * (WARM_UP_ROUNDS + ROUNDS));
	clearInterval(watch);
	const {user, system} = process.cpuUsage(before);
	const roundMs = (user + system) / 1000 / ((texts - from) / PODS);
	console.log(`${texts} texts of ${(bytes / texts / 1024).toFixed(0)} KB`);
	console.log(
		`a round of ${PODS}: ${roundMs.toFixed(1)} ms of CPU, ${((roundMs / PERIOD_MS) * 100).toFixed(2)} % of a core`,
	);
	console.log(
		`heap ${(heapMb() - heap).toFixed(1)} MB more when it rests, RSS at most ${((peak - rss) / 2 ** 20).toFixed(1)} MB more`,
	);
	scraper.stop();
	transport.close();
	server.disconnect();
}

function wishOf(number: number): ScrapeWish {
	return {
		key: `api-${number}`,
		owner: `api-${number % 5}`,
		pod: {namespace: 'shop', name: `api-${number}`, ip: '10.0.0.1'},
		endpoint: {scheme: 'http', port: 8000, path: '/metrics', from: 'annotation'},
	};
}

function heapMb(): number {
	const {gc} = globalThis;
	if (gc === undefined) throw new Error('run it with --expose-gc');
	gc();
	gc();
	const {heapUsed, external} = process.memoryUsage();
	return (heapUsed + external) / 2 ** 20;
}
