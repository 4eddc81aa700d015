import {once} from 'node:events';
import {text} from 'node:stream/consumers';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {Cancelled} from '../../../src/lib/failure.ts';
import {listen} from '../../support/little-server.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';
import {accessTo, faultOf, never, transportTo} from './access-to.ts';

test('a request carries the path of the server, who asks, and what is accepted', async () => {
	const seen: unknown[] = [];
	const {url, port} = await listen((request, response) => {
		seen.push([request.method, request.url, request.rawHeaders]);
		response.end('{}');
	});
	const transport = transportTo(
		accessTo(new URL('/k8s/clusters/c-1/', url), {
			credentials: {read: () => Promise.resolve({authorization: 'Bearer abc'}), forget: () => undefined},
			impersonation: {'Impersonate-User': 'jane', 'Impersonate-Group': ['a', 'b']},
		}),
	);
	await transport.json({
		method: 'PATCH',
		path: '/api?x=1',
		body: {type: 'application/json', text: '"ü"'},
		signal: never(),
	});
	expect(seen).toEqual([
		[
			'PATCH',
			'/k8s/clusters/c-1/api?x=1',
			[
				...['Host', `127.0.0.1:${port}`, 'Accept', 'application/json', 'Accept-Encoding', 'gzip'],
				...['User-Agent', 'dogwatch/test', 'Authorization', 'Bearer abc', 'Impersonate-User', 'jane'],
				...['Impersonate-Group', 'a', 'Impersonate-Group', 'b'],
				...['Content-Type', 'application/json', 'Content-Length', '4', 'Connection', 'keep-alive'],
			],
		],
	]);
});

test('100 requests, one after the other and compressed, share one connection', async () => {
	const server = await listen((_request, response) => {
		response.setHeader('Content-Encoding', 'gzip');
		response.write(gzipSync(JSON.stringify({filler: 'x'.repeat(100_000)})));
		response.end();
	});
	const transport = transportTo(accessTo(server.url));
	for (let count = 0; count < 100; count++) await transport.json({path: '/', signal: never()});
	expect(server.connections()).toBe(1);
	expect(transport.latencyMs).toBeGreaterThanOrEqual(0);
});

test('40 watches that stay open leave room for short requests, of which at most 32 are under way', async () => {
	let [short, shortMax] = [0, 0];
	const {url} = await listen((request, response) => {
		if (request.url === '/watch') {
			response.write('{}\n');
			return;
		}
		shortMax = Math.max(shortMax, ++short);
		setImmediate(() => {
			short -= 1;
			response.end('1');
		});
	});
	const transport = transportTo(accessTo(url));
	const watches = Array.from({length: 40}, () => transport.ask({path: '/watch', signal: never(), compress: false}));
	await Promise.all(watches);
	const answers = await Promise.all(Array.from({length: 100}, () => transport.json({path: '/', signal: never()})));
	expect(answers).toEqual(Array.from({length: 100}, () => 1));
	expect(shortMax).toBeLessThanOrEqual(32);
});

test.each([
	['a watch is not compressed', {compress: false}, {}, 'identity'],
	['nor is anything when the kubeconfig forbids it', {}, {disableCompression: true}, 'identity'],
	['else gzip is asked for', {}, {}, 'gzip'],
])('%s', async (_name, ask, access, expected) => {
	const {url} = await listen((request, response) => response.end(request.headers['accept-encoding']));
	const {body} = await transportTo(accessTo(url, access)).ask({path: '/', signal: never(), ...ask});
	expect(await text(body)).toBe(expected);
});

test('a watch is read as it is written, no faster than it is read, and destroying it ends the request', async () => {
	let written = 0;
	let ended: Promise<unknown> | undefined;
	const {url} = await listen((_request, response) => {
		ended = once(response, 'close');
		const chunk = Buffer.alloc(64 * 1024, 'x');
		const write = (): void => {
			while (!response.destroyed && written < 2_000) {
				written += 1;
				if (!response.write(chunk)) {
					response.once('drain', write);
					return;
				}
			}
		};
		write();
	});
	const {body} = await transportTo(accessTo(url)).ask({path: '/', signal: never(), compress: false});
	await once(body, 'readable');
	await new Promise(resolve => setImmediate(resolve));
	expect(body.read()).not.toBeNull();
	// 128 MB are on offer; what the kernel buffers is a few MB.
	expect(written).toBeLessThan(1_000);
	body.destroy();
	await ended;
});

test('a body that is called off fails with Cancelled, and a request before its answer, too', async () => {
	const {url} = await listen((request, response) => {
		if (request.url === '/body') response.write('x');
	});
	const transport = transportTo(accessTo(url));
	const [first, second] = [new AbortController(), new AbortController()];
	const {body} = await transport.ask({path: '/body', signal: first.signal});
	const failure = text(body).catch((error: unknown) => error);
	first.abort();
	expect(await failure).toBeInstanceOf(Cancelled);
	const pending = faultOf(transport.ask({path: '/', signal: second.signal}));
	second.abort();
	expect(await pending).toBeInstanceOf(Cancelled);
	expect(await faultOf(transport.ask({path: '/', signal: second.signal}))).toBeInstanceOf(Cancelled);
});

test('closing ends what is under way, and what comes after', async () => {
	const {url, port} = await listen((request, response) => {
		if (request.url === '/body') response.write('x');
	});
	const transport = transportTo(accessTo(url));
	const fault = {kind: 'unreachable', message: `The connection to 127.0.0.1:${port} was closed.`};
	const {body} = await transport.ask({path: '/body', signal: never()});
	const waiting = [faultOf(text(body)), faultOf(transport.ask({path: '/', signal: never()}))];
	transport.close();
	expect(await Promise.all([...waiting, faultOf(transport.ask({path: '/', signal: never()}))])).toEqual([
		fault,
		fault,
		fault,
	]);
});

test('a head that does not come is a timeout, and so is a document that does not end', async () => {
	const arrived: (() => void)[] = [];
	const {url, port} = await listen((request, response) => {
		if (request.url === '/half') response.write('{');
		arrived.shift()?.();
	});
	const {clock, advance, pending} = createVirtualClock();
	const transport = transportTo(accessTo(url), clock);
	const fails = async (work: () => Promise<unknown>, afterMs: number): Promise<unknown> => {
		const here = new Promise<void>(resolve => arrived.push(resolve));
		const failure = faultOf(work());
		await here;
		await advance(afterMs);
		return failure;
	};
	expect([
		await fails(() => transport.ask({path: '/', signal: never()}), 30_000),
		await fails(() => transport.ask({path: '/', signal: never(), headTimeoutMs: 3_000}), 3_000),
		await fails(() => transport.json({path: '/half', signal: never()}), 10_000),
	]).toEqual([
		{kind: 'timeout', message: `127.0.0.1:${port} gave no answer within 30 s.`},
		{kind: 'timeout', message: `127.0.0.1:${port} gave no answer within 3 s.`},
		{kind: 'timeout', message: `127.0.0.1:${port} did not answer within 10 s.`},
	]);
	expect(pending()).toBe(0);
});

test('a document has a size', async () => {
	const {url, port} = await listen((_request, response) => response.end(JSON.stringify('x'.repeat(2_000))));
	expect(await faultOf(transportTo(accessTo(url)).json({path: '/', signal: never(), bytesMax: 1_000}))).toEqual({
		kind: 'protocol',
		message: `127.0.0.1:${port} sent more than the 1000 bytes that were expected.`,
	});
});

test('a kept connection that the server has closed meanwhile is not an error', async () => {
	const server = await listen((request, response) => {
		// The second request on a connection is met by a reset, as after a server's idle time-out.
		if ('used' in request.socket) request.socket.resetAndDestroy();
		else response.end('1');
		Object.assign(request.socket, {used: true});
	});
	const transport = transportTo(accessTo(server.url));
	const ask = (): Promise<unknown> => transport.json({path: '/', signal: never()});
	expect([await ask(), await ask(), await ask()]).toEqual([1, 1, 1]);
	expect(server.connections()).toBe(3);
	expect(await faultOf(transport.json({path: '/', method: 'POST', signal: never()}))).toMatchObject({
		kind: 'unreachable',
	});
});
