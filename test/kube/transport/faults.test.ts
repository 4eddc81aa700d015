import type {Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import {gzipSync} from 'node:zlib';
import {afterAll, expect, test} from 'vitest';
import {networkFault} from '../../../src/kube/transport/network-fault.ts';
import {listen, listenRaw} from '../../support/little-server.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';
import {accessTo, faultOf, never, transportTo} from './access-to.ts';

const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);
process.on('uncaughtExceptionMonitor', note);
process.on('unhandledRejection', note);
afterAll(() => {
	process.off('uncaughtExceptionMonitor', note);
	process.off('unhandledRejection', note);
});

/** `HOST` stands for the host and port of the server. */
const atHost = (fault: unknown, port: number): unknown =>
	JSON.parse(JSON.stringify(fault).replaceAll('HOST', `127.0.0.1:${port}`));

const forbidden = (message: string): string =>
	JSON.stringify({kind: 'Status', code: 403, reason: 'Forbidden', message});
const json = {'Content-Type': 'application/json'};
const html = {'Content-Type': 'text/html; charset=utf-8'};

test.each([
	[
		'a forbidden list names the right that is missing',
		403,
		json,
		forbidden('pods is forbidden: User "v" cannot list resource "pods" in API group "" in the namespace "shop"'),
		{
			kind: 'forbidden',
			message: 'pods is forbidden: User "v" cannot list resource "pods" in API group "" in the namespace "shop"',
			permission: 'list pods in shop',
		},
	],
	[
		'so does one of the whole cluster',
		403,
		json,
		forbidden('nodes is forbidden: User "v" cannot list resource "nodes" in API group "" at the cluster scope'),
		{
			kind: 'forbidden',
			message: 'nodes is forbidden: User "v" cannot list resource "nodes" in API group "" at the cluster scope',
			permission: 'list nodes',
		},
	],
	[
		'and one of a path',
		403,
		json,
		forbidden('forbidden: User "v" cannot get path "/metrics"'),
		{kind: 'forbidden', message: 'forbidden: User "v" cannot get path "/metrics"', permission: 'get /metrics'},
	],
	[
		'a quota is no missing right',
		403,
		json,
		forbidden('pods "a" is forbidden: exceeded quota: q'),
		{kind: 'forbidden', message: 'pods "a" is forbidden: exceeded quota: q'},
	],
	['an expired version', 410, json, '{"kind":"Status","message":"too old"}', {kind: 'expired', message: 'too old'}],
	[
		'a kind that is not served',
		404,
		{},
		'404 page not found\n',
		{kind: 'missing', message: 'HOST answered 404: 404 page not found'},
	],
	[
		'a conflict keeps its words',
		409,
		json,
		'{"kind":"Status","message":"modified"}',
		{kind: 'protocol', message: 'modified'},
	],
	[
		'throttling says how long, in seconds',
		429,
		{'Retry-After': '7'},
		'',
		{
			kind: 'throttled',
			message: 'HOST answered 429 without a word.',
			retryAfterMs: 7_000,
		},
	],
	[
		'or until when',
		503,
		{'Retry-After': 'Tue, 24 Nov 2026 12:00:09 GMT'},
		'wait',
		{
			kind: 'server',
			message: 'HOST answered 503: wait',
			retryAfterMs: 9_000,
		},
	],
	[
		'a time that has passed is now',
		503,
		{'Retry-After': 'Tue, 24 Nov 2026 11:00:00 GMT'},
		'wait',
		{
			kind: 'server',
			message: 'HOST answered 503: wait',
			retryAfterMs: 0,
		},
	],
	[
		'a wait without end has one',
		503,
		{'Retry-After': '99999999'},
		'wait',
		{
			kind: 'server',
			message: 'HOST answered 503: wait',
			retryAfterMs: 300_000,
		},
	],
	[
		'a wait that is none is left out',
		503,
		{'Retry-After': 'soon'},
		'wait',
		{kind: 'server', message: 'HOST answered 503: wait'},
	],
	[
		'a login page',
		200,
		html,
		'<html>',
		{kind: 'protocol', message: 'HOST is not a Kubernetes API server: it answered with HTML (200).'},
	],
	[
		'a page instead of a Status',
		403,
		html,
		'<html>',
		{
			kind: 'protocol',
			message: 'HOST is not a Kubernetes API server: it answered with HTML (403).',
		},
	],
	[
		'a balancer in trouble',
		502,
		html,
		'<html>',
		{
			kind: 'server',
			message: 'HOST answered 502 with an HTML page: something in front of the API server is in trouble.',
		},
	],
	[
		'a redirect is not followed',
		302,
		{Location: 'https://login.test/'},
		'',
		{
			kind: 'protocol',
			message: 'HOST sends us elsewhere (302 to https://login.test/): is the address right?',
		},
	],
	[
		'a Status without an end is cut',
		500,
		{},
		'x'.repeat(1_000_000),
		{
			kind: 'server',
			message: `HOST answered 500: ${'x'.repeat(300)}`,
		},
	],
	[
		'a Status whose message is no text',
		500,
		json,
		'{"kind":"Status","message":{}}',
		{
			kind: 'server',
			message: 'HOST answered 500: {"kind":"Status","message":{}}',
		},
	],
])('%s', async (_name, status, headers, body, expected) => {
	const {url, port} = await listen((_request, response) => response.writeHead(status, headers).end(body));
	const {clock} = createVirtualClock(Date.UTC(2026, 10, 24, 12));
	expect(await faultOf(transportTo(accessTo(url), clock).ask({path: '/api', signal: never()}))).toEqual(
		atHost(expected, port),
	);
});

test('HTML that was asked for is no fault', async () => {
	const {url} = await listen((_request, response) => response.writeHead(200, html).end('<p>'));
	const {body} = await transportTo(accessTo(url)).ask({path: '/', signal: never(), accept: '*/*'});
	expect(await text(body)).toBe('<p>');
});

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const packed = gzipSync(JSON.stringify('x'.repeat(10_000)));

test.each<[string, (socket: Socket) => void, unknown]>([
	['a reset', socket => socket.resetAndDestroy(), {kind: 'unreachable', message: 'HOST cut the connection.'}],
	['an early end', socket => socket.end(), {kind: 'unreachable', message: 'HOST cut the connection.'}],
	['half a head', socket => socket.end('HTTP/1.1 200'), {kind: 'unreachable', message: 'HOST cut the connection.'}],
	[
		'garbage',
		socket => socket.end('SSH-2.0-OpenSSH_9\r\n'),
		{kind: 'protocol', message: 'HOST is no web server: its answer is not HTTP.'},
	],
	[
		'a head without end',
		socket => socket.end(`${head}X: ${'x'.repeat(100_000)}`),
		{kind: 'protocol', message: 'HOST is no web server: its answer is not HTTP.'},
	],
	[
		'half a body',
		socket => socket.end(`${head}Content-Length: 100\r\n\r\n{`),
		{kind: 'unreachable', message: 'HOST cut the connection.'},
	],
	[
		'a body whose chunks break',
		socket => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\nzz\r\n`),
		{kind: 'unreachable', message: 'HOST cut the connection.'},
	],
	[
		'broken gzip',
		socket => socket.end(`${head}Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!`),
		{kind: 'protocol', message: 'HOST sent an answer whose gzip is broken.'},
	],
	[
		'half of a gzip',
		socket => {
			socket.write(`${head}Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n`);
			socket.end(packed.subarray(0, 20));
		},
		{kind: 'unreachable', message: 'HOST cut the connection in the middle of a compressed answer.'},
	],
	[
		'a reset in a gzip',
		socket => {
			socket.write(`${head}Content-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`);
			socket.write(packed.subarray(0, 20), () => socket.resetAndDestroy());
		},
		{kind: 'unreachable', message: 'HOST cut the connection.'},
	],
	[
		'an encoding that nobody asked for',
		socket => socket.end(`${head}Content-Encoding: br\r\nContent-Length: 1\r\n\r\nx`),
		{kind: 'protocol', message: 'HOST answered in the encoding br, which was not asked for.'},
	],
	[
		'no JSON',
		socket => socket.end(`${head}Content-Length: 1\r\n\r\n{`),
		{kind: 'protocol', message: 'HOST sent JSON that is not whole or not right.'},
	],
	[
		'a Status that is cut off',
		socket => socket.end('HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\nhalf'),
		{kind: 'server', message: 'HOST answered 500: half'},
	],
	[
		'HTTP on the port of TLS',
		socket => socket.end('HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n'),
		{kind: 'protocol', message: 'HOST answered 400: Client sent an HTTP request to an HTTPS server.'},
	],
	[
		'a change of protocol',
		socket => socket.end('HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
		{
			kind: 'unreachable',
			message: 'HOST cut the connection.',
		},
	],
])('%s becomes a fault', async (_name, misbehave, expected) => {
	const {url, port} = await listenRaw(socket => socket.once('data', () => misbehave(socket)));
	expect(await faultOf(transportTo(accessTo(url)).json({path: '/', signal: never()}))).toEqual(
		atHost(expected, port),
	);
});

test('a body that nobody reads breaks in silence', async () => {
	const {url} = await listenRaw(socket =>
		socket.once('data', () => socket.end(`${head}Content-Length: 100\r\n\r\n{`)),
	);
	const {body} = await transportTo(accessTo(url)).ask({path: '/', signal: never()});
	await new Promise(resolve => body.once('close', resolve));
	expect(body.errored).toMatchObject({fault: {kind: 'unreachable'}});
});

test('a Status that stalls is shown without its words', async () => {
	const {clock, advance} = createVirtualClock();
	let stalled: (() => void) | undefined;
	const here = new Promise<void>(resolve => (stalled = resolve));
	const {url, port} = await listen((_request, response) => {
		response.writeHead(500, {'Content-Length': 100}).flushHeaders();
		stalled?.();
	});
	const failure = faultOf(transportTo(accessTo(url), clock).ask({path: '/', signal: never()}));
	await here;
	// The head takes a moment to arrive; only then does the wait for the body begin.
	for (let turn = 0; turn < 50; turn++) await advance(200);
	expect(await failure).toEqual({kind: 'server', message: `127.0.0.1:${port} answered 500 without a word.`});
});

test('nothing listens there', async () => {
	const {url, port, server} = await listen(() => undefined);
	await new Promise(resolve => server.close(resolve));
	expect(await faultOf(transportTo(accessTo(url)).ask({path: '/', signal: never()}))).toEqual({
		kind: 'refused',
		message: `127.0.0.1:${port} refuses the connection: is the server running, and the address right?`,
	});
});

test.each([
	['ENOTFOUND', 'unreachable', 'k:1 is not known by name (DNS): is the network or VPN up?'],
	['EHOSTUNREACH', 'unreachable', 'k:1 cannot be reached: there is no route to it.'],
	['ETIMEDOUT', 'timeout', 'k:1 does not answer the call for a connection.'],
	['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls', 'k:1 refuses our TLS or client certificate (words).'],
	['EWHATEVER', 'unreachable', 'k:1 cannot be reached (words).'],
])('%s in words', (code, kind, message) => {
	expect(networkFault(Object.assign(new Error('words'), {code}), 'k:1')).toEqual({kind, message});
});

test('none of all this went unhandled', async () => {
	await new Promise(resolve => setImmediate(resolve));
	expect(unhandled).toEqual([]);
});
