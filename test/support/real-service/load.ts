import http from 'node:http';

/** What is asked of one route. */
export interface RouteLoad {
	/** As the service names it: `/items/{number}`. */
	readonly route: string;
	/** The path of the n-th request of the route. */
	readonly path: (nth: number) => string;
	/** Of all requests, in whole parts. */
	readonly parts: number;
}

/** What came of it, as the client measured it: the truth to which others are held. */
export interface RouteTruth {
	readonly route: string;
	readonly count: number;
	/** Answers of 500 and more. */
	readonly serverErrors: number;
	/** In milliseconds, from the first byte sent to the last byte read; nearest rank. */
	readonly p50Ms: number;
	readonly p95Ms: number;
	readonly maxMs: number;
}

export interface Load {
	readonly url: string;
	readonly routes: readonly RouteLoad[];
	readonly perSecond: number;
	readonly seconds: number;
}

/**
 * Asks at a fixed rate, whatever the answers take; routes come in turn, each as often as its parts say. Fulfilled when the last answer
 * is there. Rejects when a request gets none.
 */
export async function runLoad({url, routes, perSecond, seconds}: Load): Promise<readonly RouteTruth[]> {
	const turns = turnsOf(routes);
	// Each on a connection of its own: one that the service closes in that moment would be a request without an answer.
	const agent = new http.Agent({keepAlive: false, maxSockets: 200});
	const taken = new Map(routes.map(({route}): [string, {ms: number; status: number}[]] => [route, []]));
	const asked = new Map<string, number>();
	const started = performance.now();
	const answers: Promise<void>[] = [];
	for (let index = 0; index < perSecond * seconds; index++) {
		await until(started + (index * 1000) / perSecond);
		const {route, path} = turns[index % turns.length] as RouteLoad;
		const nth = asked.get(route) ?? 0;
		asked.set(route, nth + 1);
		answers.push(ask(new URL(path(nth), url), agent).then(answer => void taken.get(route)?.push(answer)));
	}
	await Promise.all(answers).finally(() => agent.destroy());
	return [...taken].map(([route, all]) => truthOf(route, all));
}

/** Every route's turns, spread evenly over one round. */
function turnsOf(routes: readonly RouteLoad[]): readonly RouteLoad[] {
	return routes
		.flatMap(route => Array.from({length: route.parts}, (_, index) => ({route, at: (index + 0.5) / route.parts})))
		.toSorted((a, b) => a.at - b.at)
		.map(({route}) => route);
}

async function until(at: number): Promise<void> {
	const delayMs = at - performance.now();
	if (delayMs > 0) await new Promise(resolve => setTimeout(resolve, delayMs));
}

function ask(url: URL, agent: http.Agent): Promise<{ms: number; status: number}> {
	return new Promise((resolve, reject) => {
		const started = performance.now();
		const request = http.get(url, {agent, headers: {'x-request-id': `load-${started.toFixed(3)}`}}, response => {
			response.resume();
			response.once('error', reject);
			response.once('end', () => resolve({ms: performance.now() - started, status: response.statusCode ?? 0}));
		});
		request.once('error', reject);
	});
}

function truthOf(route: string, answers: readonly {readonly ms: number; readonly status: number}[]): RouteTruth {
	const times = answers.map(({ms}) => ms).toSorted((a, b) => a - b);
	const rank = (share: number): number => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;
	return {
		route,
		count: answers.length,
		serverErrors: answers.filter(({status}) => status >= 500).length,
		p50Ms: rank(0.5),
		p95Ms: rank(0.95),
		maxMs: rank(1),
	};
}
