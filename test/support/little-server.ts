import {once} from 'node:events';
import http, {type RequestListener, type Server} from 'node:http';
import https from 'node:https';
import net, {type AddressInfo, type Socket} from 'node:net';
import {onTestFinished} from 'vitest';
import type {Pair} from './certificates.ts';

/** A server on 127.0.0.1 that ends with the test. */
export interface LittleServer {
	readonly port: number;
	readonly url: URL;
	/** How many connections it has seen. */
	connections(): number;
}

/** `pair` makes it an https server; `ca` has it ask for client certificates. */
export async function listen(
	answer: RequestListener,
	tls?: Pair & {readonly ca?: Buffer; readonly requestCert?: boolean; readonly rejectUnauthorized?: boolean},
): Promise<LittleServer & {readonly server: Server}> {
	const server = tls === undefined ? http.createServer(answer) : https.createServer(tls, answer);
	return {...(await start(server, tls === undefined ? 'http' : 'https')), server};
}

/** A server below HTTP. */
export function listenRaw(handle: (socket: Socket) => void): Promise<LittleServer> {
	return start(net.createServer(handle), 'http');
}

async function start(server: net.Server, scheme: string): Promise<LittleServer> {
	let connections = 0;
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		connections += 1;
		sockets.add(socket);
		socket.on('error', () => undefined);
		socket.on('close', () => sockets.delete(socket));
	});
	server.on('tlsClientError', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	return {port, url: new URL(`${scheme}://127.0.0.1:${port}`), connections: () => connections};
}
