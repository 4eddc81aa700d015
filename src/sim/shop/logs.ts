import type {LogScript, Moment} from '../contract.ts';
import {between, hexOf} from '../seed.ts';

/** uvicorn's own lines, and one JSON line per request with its duration. */
export const apiLogs: LogScript = {
	starting: [
		'INFO:     Started server process [1]',
		'INFO:     Waiting for application startup.',
		'{"level":"info","logger":"app.db","msg":"pool ready","pool_size":5,"max_overflow":5}',
		'INFO:     Application startup complete.',
		'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
	],
	serving(moment) {
		const requests = Array.from({length: between(moment.random, 0, 4)}, () => requestLine(moment));
		const isProbed = Math.floor(moment.now / 1000) % 5 === moment.seed % 5;
		return isProbed ? [...requests, probeLine(moment)] : requests;
	},
};

/** Lines of Python's logging, with time and level. */
export const workerLogs: LogScript = {
	starting: ['[INFO] worker: connected to postgres:5432/shop', '[INFO] worker: waiting for orders'],
	serving({now, random}) {
		if (random() > 0.4) return [];
		const order = between(random, 10_000, 99_999);
		return [`${pythonTime(now)} INFO worker.orders order ${order} done in ${(0.05 + random() * 0.6).toFixed(3)}s`];
	},
};

export const mailerLogs: LogScript = {
	starting: ['level=info msg="listening" addr=:8080'],
	serving({random}) {
		if (random() > 0.3) return [];
		const id = hexOf(random, 12);
		return [`level=info msg="mail sent" template=order-confirmed id=${id} duration=${between(random, 20, 180)}ms`];
	},
};

/** A checkpoint every five minutes, as a quiet server writes it. */
export const postgresLogs: LogScript = {
	starting: [
		'LOG:  listening on IPv4 address "0.0.0.0", port 5432',
		'LOG:  database system is ready to accept connections',
	],
	serving({now, random}) {
		const second = Math.floor(now / 1000) % 300;
		if (second === 0) return [`${postgresTime(now)} [27] LOG:  checkpoint starting: time`];
		if (second !== 12) return [];
		const buffers = between(random, 40, 400);
		return [
			`${postgresTime(now)} [27] LOG:  checkpoint complete: wrote ${buffers} buffers; write=11.8 s, sync=0.01 s, total=11.9 s`,
		];
	},
};

const ROUTES: readonly (readonly [method: string, path: string, leastMs: number, mostMs: number])[] = [
	['GET', '/items', 12, 60],
	['GET', '/items/{id}', 8, 45],
	['GET', '/search?q=mug', 40, 220],
	['GET', '/cart', 10, 50],
	['POST', '/cart', 20, 80],
	['POST', '/checkout', 120, 420],
];

/** One request in three hundred is slow, and one in five hundred fails. */
function requestLine({random}: Moment): string {
	const [method, path, leastMs, mostMs] = ROUTES[between(random, 0, ROUTES.length - 1)] ?? ['GET', '/', 5, 10];
	const slowness = random() < 1 / 300 ? between(random, 5, 12) : 1;
	const isFailed = random() < 1 / 500;
	return JSON.stringify({
		level: isFailed ? 'error' : 'info',
		logger: 'app.access',
		method,
		path: path.replace('{id}', String(between(random, 1000, 9999))),
		status: isFailed ? 500 : 200,
		duration_ms: Math.round((leastMs + random() * (mostMs - leastMs)) * slowness * 10) / 10,
		request_id: hexOf(random, 8),
	});
}

function probeLine({random}: Moment): string {
	return `INFO:     10.0.1.11:${between(random, 30_000, 60_000)} - "GET /readyz HTTP/1.1" 200 OK`;
}

function pythonTime(now: number): string {
	return new Date(now).toISOString().slice(0, 23).replace('T', ' ').replace('.', ',');
}

function postgresTime(now: number): string {
	return `${new Date(now).toISOString().slice(0, 23).replace('T', ' ')} UTC`;
}
