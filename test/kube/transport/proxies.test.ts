import {connect, type Socket} from 'node:net';
import {describe, expect, test} from 'vitest';
import {makeCertificates} from '../../support/certificates.ts';
import {listen, listenRaw} from '../../support/little-server.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';
import {accessTo, faultOf, never, transportTo} from './access-to.ts';

const made = makeCertificates();
if ('skipped' in made) test.skip(made.skipped, () => undefined);

/** A CONNECT proxy that notes what it is asked. */
async function connectProxy(tls?: Parameters<typeof listen>[1]): Promise<{url: URL; asked: unknown[]}> {
	const asked: unknown[] = [];
	const {server, url} = await listen((request, response) => {
		asked.push([request.method, request.url, request.headers['proxy-authorization'], request.headers.host]);
		response.end('1');
	}, tls);
	server.on('connect', (request, client: Socket) => {
		asked.push([request.method, request.url, request.headers['proxy-authorization'], request.headers.host]);
		const upstream = connect(Number(String(request.url).split(':').at(-1)), '127.0.0.1', () => {
			client.write('HTTP/1.1 200 OK\r\n\r\n');
			client.pipe(upstream).pipe(client);
		});
		for (const socket of [client, upstream]) {
			socket.on('error', () => undefined);
			socket.on('close', () => [client, upstream].forEach(other => other.destroy()));
		}
	});
	return {url, asked};
}

/** A SOCKS5 server that connects to this machine whatever the name is, and notes what it is asked. */
async function socksProxy(login?: string): Promise<{url: URL; asked: unknown[]}> {
	const asked: unknown[] = [];
	const {port} = await listenRaw(client => {
		client.once('data', greeting => {
			asked.push([...greeting]);
			const wanted = login === undefined ? 0 : 2;
			client.write(Buffer.of(5, greeting.includes(wanted, 2) ? wanted : 255));
			if (login !== undefined)
				client.once('data', given => {
					client.write(Buffer.of(1, given.includes(login) ? 0 : 1));
					client.once('data', serve);
				});
			else client.once('data', serve);
		});
		const serve = (order: Buffer): void => {
			asked.push(order.subarray(5, -2).toString());
			const upstream = connect(order.readUInt16BE(order.length - 2), '127.0.0.1', () => {
				// In two pieces, with the address in its long form.
				client.write(Buffer.of(5, 0, 0));
				setImmediate(() => {
					client.write(Buffer.of(3, 4, 104, 111, 115, 116, 0, 1));
					client.pipe(upstream).pipe(client);
				});
			});
			for (const socket of [client, upstream]) {
				socket.on('error', () => undefined);
				socket.on('close', () => [client, upstream].forEach(other => other.destroy()));
			}
		};
	});
	return {url: new URL(`socks5://127.0.0.1:${port}`), asked};
}

describe.runIf(!('skipped' in made))('an https server', () => {
	const {ca, server} = 'skipped' in made ? ({} as never) : made;
	const tls = {ca, insecureSkipVerify: false, serverName: undefined};

	test('is reached by CONNECT, once for many requests, with the user and password of the proxy', async () => {
		const {port} = await listen((_request, response) => response.end('1'), server);
		const {url: proxy, asked} = await connectProxy();
		proxy.username = 'me';
		proxy.password = 'p%40ss';
		// The name is known to the proxy alone.
		const transport = transportTo(accessTo(new URL(`https://kube.test:${port}`), {tls, proxy}));
		for (let count = 0; count < 3; count++) expect(await transport.json({path: '/', signal: never()})).toBe(1);
		const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
		expect(asked).toEqual([['CONNECT', `kube.test:${port}`, basic, `kube.test:${port}`]]);
	});

	test('is reached through a proxy that speaks TLS itself', async () => {
		const {url} = await listen((_request, response) => response.end('1'), server);
		const {url: proxy, asked} = await connectProxy(server);
		expect(await transportTo(accessTo(url, {tls, proxy})).json({path: '/', signal: never()})).toBe(1);
		expect(asked).toEqual([['CONNECT', url.host, undefined, url.host]]);
	});

	test('is reached through SOCKS, which looks the name up', async () => {
		const {port} = await listen((_request, response) => response.end('1'), server);
		const {url: proxy, asked} = await socksProxy();
		const access = accessTo(new URL(`https://kube.test:${port}`), {tls, proxy});
		expect(await transportTo(access).json({path: '/', signal: never()})).toBe(1);
		expect(asked).toEqual([[5, 1, 0], 'kube.test']);
	});

	test('is checked behind a proxy, too', async () => {
		const {port} = await listen((_request, response) => response.end('1'), server);
		const {url: proxy} = await connectProxy();
		const url = new URL(`https://wrong.test:${port}`);
		expect(
			await faultOf(transportTo(accessTo(url, {tls, proxy})).json({path: '/', signal: never()})),
		).toMatchObject({kind: 'tls'});
	});
});

test('an http server is asked for at the proxy, by its whole URL', async () => {
	const {url: proxy, asked} = await connectProxy();
	const transport = transportTo(accessTo(new URL('http://kube.test:8001/base'), {proxy}));
	expect(await transport.json({path: '/api', signal: never()})).toBe(1);
	expect(asked).toEqual([['GET', 'http://kube.test:8001/base/api', undefined, 'kube.test:8001']]);
});

test('an http server is reached through SOCKS with a user and password', async () => {
	const {port} = await listen((_request, response) => response.end('1'));
	const {url: proxy, asked} = await socksProxy('secret');
	proxy.username = 'me';
	const url = new URL(`http://kube.test:${port}`);
	expect(await faultOf(transportTo(accessTo(url, {proxy})).json({path: '/', signal: never()}))).toEqual({
		kind: 'credential',
		message: `The SOCKS proxy ${proxy.host} refuses the user or password.`,
	});
	proxy.password = 'secret';
	expect(await transportTo(accessTo(url, {proxy})).json({path: '/', signal: never()})).toBe(1);
	expect(asked).toEqual([[5, 1, 2], [5, 1, 2], 'kube.test']);
});

const answering =
	(...bytes: readonly number[]) =>
	(socket: Socket): void =>
		void socket.end(Buffer.from(bytes));

test.each<[string, string, (socket: Socket) => void, unknown]>([
	[
		'refuses',
		'http',
		socket => socket.end('HTTP/1.1 502 Bad\r\n\r\n'),
		{kind: 'unreachable', message: 'The proxy HOST does not lead to kube.test:443: it answered 502.'},
	],
	[
		'wants a password',
		'http',
		socket => socket.end('HTTP/1.1 407 No\r\n\r\n'),
		{kind: 'credential', message: 'The proxy HOST wants a user and password: put them into its URL.'},
	],
	[
		'cuts',
		'http',
		socket => socket.resetAndDestroy(),
		{kind: 'unreachable', message: 'The proxy HOST cut the connection.'},
	],
	[
		'ends early',
		'http',
		socket => socket.end(),
		{kind: 'unreachable', message: 'The proxy HOST cut the connection.'},
	],
	[
		'talks nonsense',
		'http',
		socket => socket.end('220 mail.test\r\n'),
		{kind: 'protocol', message: 'The proxy HOST is no web server: its answer is not HTTP.'},
	],
	[
		'is no SOCKS',
		'socks5',
		socket => socket.end('HTTP/1.1 400 Bad\r\n\r\n'),
		{kind: 'protocol', message: 'The SOCKS proxy HOST does not speak SOCKS5.'},
	],
	[
		'wants a SOCKS login',
		'socks5',
		answering(5, 255),
		{kind: 'credential', message: 'The SOCKS proxy HOST wants a user and password.'},
	],
	[
		'ends in its greeting',
		'socks5',
		answering(5),
		{kind: 'unreachable', message: 'The proxy HOST cut the connection.'},
	],
	[
		'cannot connect',
		'socks5',
		answering(5, 0, 5, 5, 0, 1, 0, 0, 0, 0, 0, 0),
		{kind: 'unreachable', message: 'The SOCKS proxy HOST cannot connect to kube.test: it was refused by it.'},
	],
])('a proxy that %s becomes a fault', async (_name, scheme, misbehave, expected) => {
	const {port} = await listenRaw(socket => socket.once('data', () => misbehave(socket)));
	const proxy = new URL(`${scheme}://127.0.0.1:${port}`);
	const access = accessTo(new URL('https://kube.test'), {
		proxy,
		tls: {ca: undefined, insecureSkipVerify: true, serverName: undefined},
	});
	const expectedHere: unknown = JSON.parse(JSON.stringify(expected).replace('HOST', proxy.host));
	expect(await faultOf(transportTo(access).json({path: '/', signal: never()}))).toEqual(expectedHere);
});

test('a proxy that does not answer is given up, and closing does not wait for it', async () => {
	const arrived: (() => void)[] = [];
	const {port} = await listenRaw(socket => socket.once('data', () => arrived.shift()?.()));
	const proxy = new URL(`http://127.0.0.1:${port}`);
	const tls = {ca: undefined, insecureSkipVerify: true, serverName: undefined};
	const {clock, advance, pending} = createVirtualClock();
	const transport = transportTo(accessTo(new URL('https://kube.test'), {proxy, tls}), clock);
	const ask = async (): Promise<{failure: Promise<unknown>}> => {
		const here = new Promise<void>(resolve => arrived.push(resolve));
		const failure = faultOf(transport.ask({path: '/', signal: never(), headTimeoutMs: 60_000}));
		await here;
		return {failure};
	};
	const {failure} = await ask();
	await advance(30_000);
	expect(await failure).toEqual({kind: 'timeout', message: `The proxy 127.0.0.1:${port} does not answer.`});
	const second = await ask();
	transport.close();
	expect(await second.failure).toEqual({kind: 'unreachable', message: 'The connection to kube.test was closed.'});
	await advance(0);
	expect(pending()).toBe(0);
});
