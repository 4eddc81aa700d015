import type {Socket} from 'node:net';
import {gzipSync} from 'node:zlib';
import {afterAll, expect, test} from 'vitest';
import {networkFault} from '../../../src/kube/transport/network-fault.ts';
import {listen, listenRaw} from '../../support/little-server.ts';
import {accessTo, atHost, faultOf, never, transportTo} from './access-to.ts';

const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);
process.on('uncaughtExceptionMonitor', note);
process.on('unhandledRejection', note);
afterAll(() => {
	process.off('uncaughtExceptionMonitor', note);
	process.off('unhandledRejection', note);
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
