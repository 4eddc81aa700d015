import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {gzipSync} from 'node:zlib';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {ScrapeTarget} from '../../../src/kube/scrape/attempt.ts';
import {createPodScrapes, type PodScrapes} from '../../../src/kube/scrape/pod-scrapes.ts';
import type {Clock} from '../../../src/lib/clock.ts';
import {createClock} from '../../../src/platform/clock.ts';
import {makeCertificates} from '../../support/certificates.ts';
import {listenForwarding} from '../../support/forward-server.ts';
import {listen} from '../../support/little-server.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';
import {accessTo, never, transportTo} from '../transport/access-to.ts';

const TEXT = '# TYPE up gauge\nup 1\n';
const FORBIDDEN = (subresource: string, verb = 'get') => ({
	status: 403,
	text: JSON.stringify({
		kind: 'Status',
		message: `pods "api" is forbidden: User "v" cannot ${verb} resource "pods/${subresource}" in API group "" in the namespace "shop"`,
	}),
});

function scrapesOf(url: URL, clock: Clock = createClock()): PodScrapes {
	const scrapes = createPodScrapes({transport: transportTo(accessTo(url), clock), clock});
	onTestFinished(() => scrapes.stop());
	return scrapes;
}

const targetOf = (port: number, more: Partial<ScrapeTarget['endpoint']> = {}): ScrapeTarget => ({
	namespace: 'shop',
	pod: 'api',
	ip: '10.0.0.1',
	owner: 'api-uid',
	endpoint: {scheme: 'http', port, path: '/metrics', ...more},
});

const say =
	(status: number, text: string | Buffer = '', headers: Record<string, string> = {}): RequestListener =>
	(_request, response) =>
		void response.writeHead(status, headers).end(text);

describe("by the API server's proxy", () => {
	test.each([
		['http', '/metrics', '/api/v1/namespaces/shop/pods/api:8080/proxy/metrics'],
		[
			'https',
			'/stats?format=prometheus',
			'/api/v1/namespaces/shop/pods/https:api:8080/proxy/stats?format=prometheus',
		],
	] as const)('%s metrics at %s are asked for at %s', async (scheme, path, asked) => {
		const urls: unknown[] = [];
		const {url} = await listen((request, response) => {
			urls.push(request.url);
			response.end(TEXT);
		});
		const scraped = await scrapesOf(url).scrape(targetOf(8080, {scheme, path}), never());
		expect([scraped, urls]).toEqual([{text: TEXT, way: 'proxy'}, [asked]]);
	});

	test.each([
		[say(404, 'no'), 'answer', '/metrics answers 404'],
		[say(401, 'no'), 'answer', '/metrics wants a login (401)'],
		[say(500, 'no'), 'answer', '/metrics answers 500'],
		[
			say(302, '', {Location: 'https://login.test/'}),
			'answer',
			'/metrics sends us elsewhere (302 to https://login.test/)',
		],
		[
			say(200, '<html>', {'Content-Type': 'text/html; charset=utf-8'}),
			'answer',
			'/metrics answers with a web page',
		],
		[say(200, 'x'.repeat(5e6)), 'too-large', '/metrics has more than 4 MB'],
		[say(200, gzipSync('x'.repeat(2e8)), {'Content-Encoding': 'gzip'}), 'too-large', '/metrics has more than 4 MB'],
		[say(404, '{"kind":"Status","message":"pods \\"api\\" not found"}'), 'gone', 'pods "api" not found'],
		[say(401, '{"kind":"Status","message":"Unauthorized"}'), 'cluster', 'Unauthorized'],
	])('what is no metrics is told: %#', async (answer, kind, message) => {
		const {url, upgrades} = await listenForwarding({answer});
		expect(await scrapesOf(url).scrape(targetOf(80), never())).toEqual({failure: {kind, message}});
		expect(upgrades).toHaveLength(0);
	});

	test("a pod's 401 says nothing of our login, nor its pace of the server's", async () => {
		const {url} = await listen(say(401));
		let forgotten = 0;
		const credentials = {
			read: () => Promise.resolve({authorization: 'Bearer 1'}),
			forget: () => void (forgotten += 1),
		};
		const transport = transportTo(accessTo(url, {credentials}));
		await createPodScrapes({transport, clock: createClock()}).scrape(targetOf(80), never());
		expect([forgotten, transport.latencyMs, transport.clockAheadMs]).toEqual([0, undefined, 0]);
	});

	test('a server that asks for patience gets it', async () => {
		const {url} = await listen(say(429, '{"kind":"Status","message":"too many"}', {'Retry-After': '7'}));
		expect(await scrapesOf(url).scrape(targetOf(80), never())).toEqual({
			failure: {kind: 'cluster', message: 'too many', retryAfterMs: 7000},
		});
	});

	test('no server at all is trouble of the cluster', async () => {
		const {url} = await listen(say(200));
		const dead = new URL(url);
		dead.port = '1';
		expect(await scrapesOf(dead).scrape(targetOf(80), never())).toMatchObject({failure: {kind: 'cluster'}});
	});
});

describe('through a tunnel', () => {
	const asOften = async (times: number, answer: RequestListener) => {
		const app = await listen(answer);
		const forwarding = await listenForwarding({answer: say(403, FORBIDDEN('proxy').text)});
		const scrapes = scrapesOf(forwarding.url);
		const results: unknown[] = [];
		for (let time = 0; time < times; time++) results.push(await scrapes.scrape(targetOf(app.port), never()));
		return {results, app, ...forwarding};
	};

	test('metrics are read where the proxy is forbidden, and the tunnel is kept', async () => {
		const heads: IncomingMessage[] = [];
		const {results, upgrades, connections, app} = await asOften(3, (request, response) => {
			heads.push(request);
			response.setHeader('Keep-Alive', 'timeout=60');
			response.end(TEXT);
		});
		expect(results).toEqual(Array.from({length: 3}, () => ({text: TEXT, way: 'tunnel'})));
		expect(upgrades).toHaveLength(1);
		// One for the proxy, which is not asked again, and one for the tunnel.
		expect(connections()).toBe(2);
		expect(heads[0]?.headers).toMatchObject({host: `10.0.0.1:${app.port}`});
		expect(heads[0]?.headers.authorization).toBeUndefined();
	});

	test('a tunnel is not kept for an app that hangs up', async () => {
		const {results, upgrades} = await asOften(3, say(200, TEXT, {Connection: 'close'}));
		expect([results.length, upgrades.length]).toEqual([3, 3]);
		expect(results[2]).toEqual({text: TEXT, way: 'tunnel'});
	});

	test('gzip is read there, too', async () => {
		const {results} = await asOften(1, say(200, gzipSync(TEXT), {'Content-Encoding': 'gzip'}));
		expect(results).toEqual([{text: TEXT, way: 'tunnel'}]);
	});

	test('a tunnel whose app has closed it meanwhile is opened anew', async () => {
		let asked = 0;
		const app = await listen((request, response) => {
			asked += 1;
			response.setHeader('Keep-Alive', 'timeout=60');
			// Gone without a word when the second request comes.
			if (asked === 2) request.socket.destroy();
			else response.end(TEXT);
		});
		const {url, upgrades} = await listenForwarding({answer: say(503, '{"kind":"Status","message":"no route"}')});
		const scrapes = scrapesOf(url);
		for (let time = 0; time < 2; time++)
			expect(await scrapes.scrape(targetOf(app.port), never())).toEqual({text: TEXT, way: 'tunnel'});
		expect([asked, upgrades.length]).toEqual([3, 2]);
	});

	test('TLS is spoken to a port that wants it, whoever signed its certificate', async ({skip}) => {
		const certificates = makeCertificates();
		if ('skipped' in certificates) return skip(certificates.skipped);
		const app = await listen(say(200, TEXT), certificates.otherName);
		const {url} = await listenForwarding({answer: say(502, 'mesh')});
		const target = targetOf(app.port, {scheme: 'https'});
		const scrapes = scrapesOf(url);
		expect(await scrapes.scrape(target, never())).toEqual({text: TEXT, way: 'tunnel'});
		expect(await scrapes.scrape(target, never())).toEqual({text: TEXT, way: 'tunnel'});
	});

	test('never more than eight are open', async () => {
		const app = await listen((_request, response) => {
			response.setHeader('Keep-Alive', 'timeout=60');
			response.end(TEXT);
		});
		const {url, sockets, upgrades} = await listenForwarding({answer: say(502, 'mesh')});
		const scrapes = scrapesOf(url);
		let most = 0;
		await Promise.all(
			Array.from({length: 30}, async (_, number) => {
				await scrapes.scrape({...targetOf(app.port), pod: `api-${number}`}, never());
				most = Math.max(most, sockets.length);
			}),
		);
		expect(upgrades).toHaveLength(30);
		// One that was closed may not yet have said so.
		expect(most).toBeLessThanOrEqual(16);
		await settled();
		expect(sockets).toHaveLength(8);
		scrapes.stop();
		await settled();
		expect(sockets).toHaveLength(0);
	});
});

describe('when both ways fail', () => {
	const failure = async (
		answer: RequestListener,
		refuse?: {status: number; text: string},
		appAnswer: RequestListener = say(200, TEXT),
	): Promise<unknown> => {
		const app = await listen(appAnswer);
		const {url} = await listenForwarding({answer, ...(refuse && {refuse: () => refuse})});
		return scrapesOf(url).scrape(targetOf(app.port), never());
	};

	test('for want of a right, both rights are named', async () => {
		expect(await failure(say(403, FORBIDDEN('proxy').text), FORBIDDEN('portforward', 'create'))).toEqual({
			failure: {
				kind: 'forbidden',
				message: 'no right to get pods/proxy in shop, nor to create pods/portforward in shop',
				permissions: ['get pods/proxy in shop', 'create pods/portforward in shop'],
			},
		});
	});

	test('a server that forbids without a reason wants `create`', async () => {
		const text = '{"kind":"Status","message":"pods \\"api\\" is forbidden: "}';
		expect(await failure(say(403, FORBIDDEN('proxy').text), {status: 403, text})).toMatchObject({
			failure: {permissions: ['get pods/proxy in shop', 'create pods/portforward in shop']},
		});
	});

	test('what the pod itself answers counts', async () => {
		expect(await failure(say(403, FORBIDDEN('proxy').text), undefined, say(404))).toEqual({
			failure: {kind: 'answer', message: '/metrics answers 404'},
		});
	});

	test('a server without tunnels does not say that the pod is gone', async () => {
		const text = '{"kind":"Status","message":"the server could not find the requested resource"}';
		expect(await failure(say(503, '{"kind":"Status","message":"no route"}'), {status: 404, text})).toEqual({
			failure: {
				kind: 'unreachable',
				message: 'no route; by port-forward: the server could not find the requested resource',
			},
		});
	});

	test('who does not know the name of the API server may know its own', async () => {
		expect(await failure(say(400, 'DisallowedHost'))).toEqual({text: TEXT, way: 'tunnel'});
	});

	test('both reasons are told', async () => {
		expect(await failure(say(503, '{"kind":"Status","message":"no route"}'), FORBIDDEN('portforward'))).toEqual({
			failure: {
				kind: 'forbidden',
				message: 'no route; by port-forward: no right to get pods/portforward in shop',
				permissions: ['get pods/portforward in shop'],
			},
		});
	});
});

describe('in time', () => {
	test.each([
		['no head', () => undefined],
		['a body that drips', (_request: IncomingMessage, response: ServerResponse) => void response.write(TEXT)],
	])('%s is given up after 5 s, and the other way after 5 more', async (_what, answer: RequestListener) => {
		const {clock, advance} = createVirtualClock();
		const app = await listen(answer);
		let asked = 0;
		const {url, upgrades} = await listenForwarding({
			answer(request, response) {
				asked += 1;
				answer(request, response);
			},
		});
		const work = scrapesOf(url, clock).scrape(targetOf(app.port), never());
		await until(() => asked === 1, advance);
		await advance(5000);
		await until(() => upgrades.length === 1 && app.connections() === 1, advance);
		await advance(5000);
		expect(await work).toMatchObject({
			failure: {kind: 'timeout', message: expect.stringContaining('longer than 5 s')},
		});
	});

	test('who gives up does not wait for it', async () => {
		const {url} = await listen(() => undefined);
		const asker = new AbortController();
		const work = scrapesOf(url).scrape(targetOf(80), asker.signal);
		asker.abort();
		expect(await work).toEqual({failure: {kind: 'cluster', message: 'the reading was stopped'}});
	});
});

async function until(holds: () => boolean, advance: (ms: number) => Promise<void>): Promise<void> {
	while (!holds()) await advance(0);
}

async function settled(): Promise<void> {
	for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve));
}
