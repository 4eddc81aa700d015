import {monitorEventLoopDelay} from 'node:perf_hooks';
import pod from '../../src/kinds/entries/pod/index.ts';
import {createReflector} from '../../src/kube/reflector/reflector.ts';
import type {ClusterAccess, Transport} from '../../src/kube/ports.ts';
import {createTransport} from '../../src/kube/transport/create-transport.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {PodRow} from '../../src/model/pod.ts';
import {createClock, createRandom} from '../../src/platform/clock.ts';
import {EVENTS} from './api-server.ts';

export interface Measurement {
	readonly rows: number;
	readonly 'first row ms': number;
	readonly 'all ms': number;
	readonly 'CPU ms': number;
	readonly 'peak RSS MB': number;
	readonly 'longest stall ms': number;
	/** Undefined where nothing is watched. */
	readonly 'CPU ms per 1,000 events': number | undefined;
}

const PATH = '/api/v1/pods';

/** Lists with the reflector, then watches EVENTS changes. */
export async function measureReflector(port: number): Promise<Measurement> {
	const {transport, rows, project, stopwatch} = prepare(port);
	const clock = createClock();
	return new Promise(resolve => {
		let listed: ReturnType<typeof stopwatch.read> | undefined;
		let events = 0;
		const put = (row: PodRow): void => {
			rows.set(row.uid, row);
			stopwatch.sawRow();
			if (listed === undefined || ++events < EVENTS) return;
			const {cpuMs} = stopwatch.read();
			reflector.stop();
			resolve(measurement(rows.size, listed, ((cpuMs - listed.cpuMs) * 1000) / EVENTS));
		};
		const reflector = createReflector({
			transport,
			path: PATH,
			project,
			clock,
			random: createRandom(),
			sink: {
				begin() {},
				put,
				drop() {},
				complete() {
					listed = stopwatch.read();
				},
				state() {},
				problem: what => process.stderr.write(`${what}\n`),
			},
		});
	});
}

/** The same list as one document through `JSON.parse`. */
export async function measureNaive(port: number): Promise<Measurement> {
	const {transport, rows, project, stopwatch} = prepare(port);
	const {body} = await transport.ask({path: PATH, signal: new AbortController().signal});
	const chunks: Buffer[] = [];
	for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
	const {items} = JSON.parse(Buffer.concat(chunks).toString()) as {items: unknown[]};
	for (const item of items) {
		const row = project(item);
		rows.set(row.uid, row);
		stopwatch.sawRow();
	}
	// The loop must turn once, or the longest stall would not be seen.
	await new Promise(resolve => setTimeout(resolve, 5));
	return measurement(rows.size, stopwatch.read(), undefined);
}

interface Reading {
	readonly firstMs: number;
	readonly allMs: number;
	readonly cpuMs: number;
	readonly peakMb: number;
	readonly stallMs: number;
}

function prepare(port: number): {
	readonly transport: Transport;
	readonly rows: Map<string, PodRow>;
	readonly project: (object: unknown) => PodRow;
	readonly stopwatch: {sawRow(): void; read(): Reading};
} {
	const access: ClusterAccess = {
		contextName: 'bench',
		clusterName: 'bench',
		userName: 'bench',
		namespace: 'default',
		server: new URL(`http://127.0.0.1:${port}`),
		tls: {ca: undefined, insecureSkipVerify: false, serverName: undefined},
		proxy: undefined,
		impersonation: {},
		credentials: {read: () => Promise.resolve({}), forget() {}},
	};
	const intern = createIntern();
	const startedAt = performance.now();
	const cpuAtStart = process.cpuUsage();
	const delays = monitorEventLoopDelay({resolution: 1});
	delays.enable();
	let firstMs = Number.NaN;
	return {
		transport: createTransport(access, {clock: createClock(), userAgent: 'bench'}),
		rows: new Map(),
		project: object => pod.project(object as never, intern),
		stopwatch: {
			sawRow() {
				if (Number.isNaN(firstMs)) firstMs = performance.now() - startedAt;
			},
			read() {
				const {user, system} = process.cpuUsage(cpuAtStart);
				return {
					firstMs,
					allMs: performance.now() - startedAt,
					cpuMs: (user + system) / 1000,
					peakMb: process.resourceUsage().maxRSS / 1024,
					stallMs: delays.max / 1e6,
				};
			},
		},
	};
}

function measurement(rows: number, reading: Reading, eventsCpuMs: number | undefined): Measurement {
	return {
		rows,
		'first row ms': Math.round(reading.firstMs),
		'all ms': Math.round(reading.allMs),
		'CPU ms': Math.round(reading.cpuMs),
		'peak RSS MB': Math.round(reading.peakMb),
		'longest stall ms': Math.round(reading.stallMs),
		'CPU ms per 1,000 events': eventsCpuMs === undefined ? undefined : Math.round(eventsCpuMs),
	};
}
