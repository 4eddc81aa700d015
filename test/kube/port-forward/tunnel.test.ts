import {createHash, randomBytes} from 'node:crypto';
import {once} from 'node:events';
import type {Socket} from 'node:net';
import {buffer} from 'node:stream/consumers';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {WebSocket} from 'ws';
import {openTunnel} from '../../../src/kube/port-forward/open-tunnel.ts';
import type {Tunnel} from '../../../src/kube/port-forward/tunnel.ts';
import type {ClusterAccess} from '../../../src/kube/ports.ts';
import type {Clock} from '../../../src/lib/clock.ts';
import {createClock} from '../../../src/platform/clock.ts';
import {listenForwarding} from '../../support/forward-server.ts';
import {listenRaw} from '../../support/little-server.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';
import {accessTo, faultOf, never, transportTo} from '../transport/access-to.ts';

const MB = 1024 * 1024;

async function tunnelTo(
	server: URL,
	port: number,
	{access = {}, clock = createClock()}: {access?: Partial<ClusterAccess>; clock?: Clock} = {},
): Promise<Tunnel> {
	const transport = transportTo(accessTo(server, access));
	const tunnel = await openTunnel(transport, {namespace: 'shop', pod: 'api-x2xkq', port}, clock, never());
	onTestFinished(() => void tunnel.destroy());
	return tunnel;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The fault with which it ends. */
async function endOf(tunnel: Tunnel): Promise<unknown> {
	if (!tunnel.closed) await once(tunnel, 'close').catch(() => undefined);
	return tunnel.errored !== null && 'fault' in tunnel.errored ? tunnel.errored.fault : tunnel.errored;
}

test('bytes come through in both directions as they were sent', async () => {
	const app = await listenRaw(socket => socket.pipe(socket));
	const {url, upgrades} = await listenForwarding();
	const tunnel = await tunnelTo(url, app.port);
	const sent = randomBytes(8 * MB);
	const received: Buffer[] = [];
	let size = 0;
	const whole = new Promise<void>(resolve =>
		tunnel.on('data', (chunk: Buffer) => {
			received.push(chunk);
			size += chunk.length;
			if (size === sent.length) resolve();
		}),
	);
	tunnel.write(sent.subarray(0, 1));
	tunnel.write(sent.subarray(1));
	await whole;
	expect(hashOf(Buffer.concat(received))).toBe(hashOf(sent));
	expect(upgrades[0]?.url).toBe(`/api/v1/namespaces/shop/pods/api-x2xkq/portforward?ports=${app.port}`);
	expect(upgrades[0]?.headers['sec-websocket-protocol']).toBe('v4.channel.k8s.io');
});

test('a slow reader holds the sender back, and gets all of it before the end', async () => {
	const piece = randomBytes(64 * 1024);
	const pieces = 800;
	let written = 0;
	const stalls: (() => void)[] = [];
	const app = await listenRaw(socket => {
		const more = (): void => {
			while (written < pieces) {
				written += 1;
				if (socket.write(piece)) continue;
				socket.once('drain', more);
				return;
			}
			socket.end();
		};
		more();
		stalls.push(() => socket.destroy());
	});
	const {url} = await listenForwarding();
	const tunnel = await tunnelTo(url, app.port);
	await untilStill(() => written);
	// What the machine's own sockets hold, and no more: two hops of them.
	expect(written * piece.length).toBeLessThan(30 * MB);
	expect(tunnel.readableLength).toBeLessThan(2 * MB);
	const all = await buffer(tunnel);
	expect([written, all.length]).toEqual([pieces, pieces * piece.length]);
});

test('a slow app holds the writer back', async () => {
	const app = await listenRaw(socket => void socket.pause());
	const {url} = await listenForwarding();
	const tunnel = await tunnelTo(url, app.port);
	let taken = 0;
	const piece = Buffer.alloc(64 * 1024);
	const more = (): void => {
		for (; taken < 1600;) {
			taken += 1;
			if (tunnel.write(piece)) continue;
			tunnel.once('drain', more);
			return;
		}
	};
	more();
	await untilStill(() => taken);
	expect(taken * piece.length).toBeLessThan(40 * MB);
	expect(tunnel.writableLength).toBeLessThan(1 * MB);
});

describe('a tunnel ends', () => {
	test('in the words of the error channel', async () => {
		const {url} = await listenForwarding({
			forward: webSocket =>
				webSocket.send(Buffer.from('\u0001dial tcp4 127.0.0.1:9: connect: connection refused\n')),
		});
		expect(await endOf(await tunnelTo(url, 9))).toEqual({
			kind: 'refused',
			message:
				'The tunnel to port 9 of api-x2xkq cannot be reached: dial tcp4 127.0.0.1:9: connect: connection refused',
		});
	});

	test('properly when the app hangs up', async () => {
		const app = await listenRaw(socket => void socket.end('goodbye'));
		const {url} = await listenForwarding();
		const tunnel = await tunnelTo(url, app.port);
		expect((await buffer(tunnel)).toString()).toBe('goodbye');
		if (!tunnel.closed) await once(tunnel, 'close');
		expect(tunnel.errored).toBeNull();
	});

	test('with a fault when it is cut', async () => {
		const {url} = await listenForwarding({forward: webSocket => webSocket.terminate()});
		const tunnel = await tunnelTo(url, 80);
		tunnel.resume();
		expect(await endOf(tunnel)).toMatchObject({kind: 'unreachable', message: expect.stringContaining('was cut')});
	});

	test('with a fault for a message that is no message', async () => {
		const {url} = await listenForwarding({
			// A text frame whose bytes are no text, and one with bits that mean nothing.
			forward: webSocket =>
				void (webSocket as unknown as {_socket: Socket})._socket.write(Buffer.from([0xf2, 0x01, 0xff])),
		});
		const tunnel = await tunnelTo(url, 80);
		tunnel.resume();
		expect(await endOf(tunnel)).toMatchObject({kind: 'unreachable'});
	});

	test('when nobody has answered a ping by the next one', async () => {
		const {clock, advance} = createVirtualClock();
		const {url, sockets} = await listenForwarding({forward: () => undefined, autoPong: false});
		const tunnel = await tunnelTo(url, 80, {clock});
		const pinged = once(sockets[0] as WebSocket, 'ping');
		await advance(20_000);
		await pinged;
		expect(tunnel.destroyed).toBe(false);
		await advance(20_000);
		expect(await endOf(tunnel)).toMatchObject({kind: 'timeout'});
	});

	test('on the other side too, when it is destroyed here', async () => {
		const {url, sockets} = await listenForwarding({forward: () => undefined});
		const tunnel = await tunnelTo(url, 80);
		const closed = once(sockets[0] as WebSocket, 'close');
		tunnel.destroy();
		expect((await closed)[0]).toBe(1000);
	});
});

describe('what comes on the channels', () => {
	test.each([
		['the port in the first message of the data', ['\u0000\u0050\u0000hello']],
		['the port in two messages', ['\u0000\u0050', '\u0000\u0000hel', '\u0000lo']],
		['channels that nobody knows', ['\u0007zz', '\u0000\u0050\u0000', '', '\u0000hello']],
	])('may hold %s', async (_what, messages) => {
		const {url} = await listenForwarding({
			sendsPort: false,
			forward(webSocket) {
				for (const text of messages) webSocket.send(Buffer.from(text, 'latin1'));
				webSocket.close(1000);
			},
		});
		expect((await buffer(await tunnelTo(url, 80))).toString()).toBe('hello');
	});
});

describe('a tunnel is opened', () => {
	test('as the same user, whose login is renewed once', async () => {
		const {url, upgrades} = await listenForwarding({
			forward: () => undefined,
			refuse: ({headers}) => (headers.authorization === 'Bearer 2' ? undefined : {status: 401, text: ''}),
		});
		let number = 1;
		await tunnelTo(url, 80, {
			access: {
				impersonation: {'Impersonate-User': 'eve', 'Impersonate-Group': ['a', 'b']},
				credentials: {
					read: () => Promise.resolve({authorization: `Bearer ${number}`}),
					forget: () => void (number += 1),
				},
			},
		});
		expect(upgrades.map(({headers}) => headers.authorization)).toEqual(['Bearer 1', 'Bearer 2']);
		expect(upgrades[1]?.headers['impersonate-user']).toBe('eve');
		expect(upgrades[1]?.headers['impersonate-group']).toBe('a, b');
	});

	test('or refused in the words of the server', async () => {
		const message =
			'pods "api-x2xkq" is forbidden: User "v" cannot create resource "pods/portforward" in API group "" in the namespace "shop"';
		const {url} = await listenForwarding({
			refuse: () => ({status: 403, text: JSON.stringify({kind: 'Status', message, code: 403})}),
		});
		expect(await faultOf(tunnelTo(url, 80))).toEqual({
			kind: 'forbidden',
			message,
			permission: 'create pods/portforward in shop',
		});
	});

	test('or not, where the server is none that forwards', async () => {
		const {url} = await listenForwarding({refuse: () => ({status: 200, text: 'hello'})});
		expect(await faultOf(tunnelTo(url, 80))).toMatchObject({
			kind: 'protocol',
			message: expect.stringContaining('opens no WebSocket: it answered 200'),
		});
	});

	test('or given up with its asker, and with the transport', async () => {
		const {url} = await listenRaw(() => undefined);
		const transport = transportTo(accessTo(url));
		const asker = new AbortController();
		const target = {namespace: 'shop', pod: 'a', port: 80};
		const works = [asker.signal, never()].map(signal => openTunnel(transport, target, createClock(), signal));
		asker.abort();
		await expect(works[0]).rejects.toThrow('called off');
		transport.close();
		await expect(works[1]).rejects.toThrow('was closed');
	});
});

/** Turns of the loop until a count stands still. */
async function untilStill(count: () => number): Promise<void> {
	let [before, still] = [-1, 0];
	while (still < 200) {
		await new Promise(resolve => setImmediate(resolve));
		still = count() === before ? still + 1 : 0;
		before = count();
	}
}
