import type {LogScript, Moment} from '../contract.ts';
import {between} from '../seed.ts';
import {type Answered, requestsAt} from './traffic.ts';

/** What differs in what an api writes. */
export interface ApiLogs {
	/** What becomes of a request. */
	readonly change?: (request: Answered, moment: Moment) => Answered;
	/** How a request is noted. */
	readonly line?: (request: Answered, moment: Moment) => string;
	/** What kubelets ask for, and how often. */
	readonly probes?: readonly (readonly [path: string, everySeconds: number])[];
	/** What it writes beside its requests. */
	readonly beside?: (moment: Moment) => readonly string[];
	readonly starting?: readonly string[];
}

/** uvicorn's own lines, and one JSON line per request with its duration. */
export function apiLogs({
	change = request => request,
	line = jsonLine,
	probes = [
		['/readyz', 5],
		['/livez', 10],
	],
	beside = () => [],
	starting = STARTING,
}: ApiLogs = {}): LogScript {
	return {
		starting,
		serving(moment) {
			const second = Math.floor(moment.now / 1000) + moment.seed;
			const due = probes.filter(([, everySeconds]) => second % everySeconds === 0);
			return [
				...requestsAt(moment)
					.map(request => change(request, moment))
					.map(request => [line(request, moment), ...request.words].join('\n')),
				...due.map(([path]) =>
					accessLine(`10.0.1.${between(moment.random, 11, 15)}`, 'GET', path, 200, moment),
				),
				...beside(moment),
			];
		},
	};
}

/** As uvicorn notes a request when nobody tells it otherwise: how long it took is not in it. */
export function uvicornLine({method, path, status}: Answered, moment: Moment): string {
	return accessLine(`10.244.3.${between(moment.random, 7, 9)}`, method, path, status, moment);
}

/** `INFO:     10.244.3.7:51234 - "GET /items HTTP/1.1" 200 OK` */
function accessLine(client: string, method: string, path: string, status: number, {random}: Moment): string {
	const port = between(random, 32_768, 60_999);
	return `INFO:     ${client}:${port} - "${method} ${path} HTTP/1.1" ${status} ${PHRASES.get(status) ?? ''}`;
}

function jsonLine({method, path, status, durationMs, id}: Answered): string {
	return JSON.stringify({
		level: status >= 500 ? 'error' : 'info',
		logger: 'app.access',
		method,
		path,
		status,
		duration_ms: Math.round(durationMs * 10) / 10,
		request_id: id,
	});
}

const STARTING: readonly string[] = [
	'INFO:     Started server process [1]',
	'INFO:     Waiting for application startup.',
	'{"level":"info","logger":"app.db","msg":"pool ready","pool_size":5,"max_overflow":5}',
	'INFO:     Application startup complete.',
	'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
];

const PHRASES: ReadonlyMap<number, string> = new Map([
	[200, 'OK'],
	[201, 'Created'],
	[401, 'Unauthorized'],
	[404, 'Not Found'],
	[500, 'Internal Server Error'],
]);
