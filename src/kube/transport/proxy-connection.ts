import http from 'node:http';
import https from 'node:https';
import {connect as connectTcp, type Socket} from 'node:net';
import {connect as connectTls, type ConnectionOptions} from 'node:tls';
import type {Clock} from '../../lib/clock.ts';
import {bareHost, portOf} from '../access/proxy.ts';
import {FaultError} from '../fault.ts';
import {faultError} from './network-fault.ts';
import {askSocks} from './socks.ts';

/** A proxy that does not lead anywhere by then has lost its way. */
const CONNECT_MS_MAX = 30_000;

export interface ProxyRoute {
	readonly proxy: URL;
	/** For https:// proxies. */
	readonly proxyTls: ConnectionOptions | undefined;
	readonly server: URL;
	/** Missing for http:// servers. */
	readonly tls: ConnectionOptions | undefined;
	readonly keepAliveMs: number;
	readonly clock: Clock;
	readonly closing: AbortSignal;
}

/** A connection to the server by way of the proxy, ready for HTTP. Rejects with FaultError; the words name the proxy. */
export async function connectThrough(route: ProxyRoute): Promise<Socket> {
	const {proxy, tls, keepAliveMs, clock, closing} = route;
	const giveUp = new AbortController();
	const cancel = clock.after(CONNECT_MS_MAX, () => giveUp.abort(proxyFault(proxy, 'timeout', 'does not answer.')));
	const close = (): void => giveUp.abort(closing.reason);
	closing.addEventListener('abort', close, {once: true});
	try {
		if (closing.aborted) throw closing.reason;
		const open = proxy.protocol.startsWith('socks') ? throughSocks : tls === undefined ? toProxy : throughConnect;
		const socket = await open(route, giveUp.signal);
		socket.setKeepAlive(true, keepAliveMs);
		return tls === undefined ? socket : connectTls({...tls, socket});
	} catch (error) {
		throw faultError(error, `The proxy ${proxy.host}`);
	} finally {
		cancel();
		closing.removeEventListener('abort', close);
	}
}

/** What an http proxy wants to see first of us; empty without a user in its URL. */
export function proxyAuthorization({username, password}: URL): Record<string, string> {
	if (username === '') return {};
	const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return {'Proxy-Authorization': `Basic ${Buffer.from(pair).toString('base64')}`};
}

/** Source: RFC 9110, 9.3.6. */
function throughConnect({proxy, proxyTls, server}: ProxyRoute, signal: AbortSignal): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const target = `${server.hostname}:${portOf(server)}`;
		const request = (proxyTls === undefined ? http : https).request({
			...proxyTls,
			host: bareHost(proxy),
			port: portOf(proxy),
			method: 'CONNECT',
			path: target,
			headers: {Host: target, ...proxyAuthorization(proxy)},
			agent: false,
		});
		const stop = (): void => {
			request.destroy(signal.reason);
		};
		signal.addEventListener('abort', stop, {once: true});
		const settled = (): void => signal.removeEventListener('abort', stop);
		request.on('connect', ({statusCode = 0}, socket) => {
			settled();
			if (statusCode >= 200 && statusCode < 300) {
				resolve(socket);
				return;
			}
			socket.destroy();
			reject(
				statusCode === 407
					? proxyFault(proxy, 'credential', 'wants a user and password: put them into its URL.')
					: proxyFault(proxy, 'unreachable', `does not lead to ${target}: it answered ${statusCode}.`),
			);
		});
		request.on('response', response => {
			response.destroy();
			reject(proxyFault(proxy, 'protocol', 'is no proxy: it answered like a web server.'));
		});
		request.on('error', reject);
		request.on('close', () => {
			settled();
			reject(Object.assign(new Error('closed'), {code: 'ECONNRESET'}));
		});
		request.end();
	});
}

/** For http:// servers the proxy itself is asked, with the whole URL. */
function toProxy({proxy, proxyTls}: ProxyRoute, signal: AbortSignal): Promise<Socket> {
	const address = {host: bareHost(proxy), port: portOf(proxy)};
	if (proxyTls === undefined) return opened(connectTcp(address), 'connect', signal);
	return opened(connectTls({...proxyTls, ...address}), 'secureConnect', signal);
}

async function throughSocks({proxy, server}: ProxyRoute, signal: AbortSignal): Promise<Socket> {
	const socket = await opened(connectTcp({host: bareHost(proxy), port: portOf(proxy)}), 'connect', signal);
	await askSocks(socket, proxy, {host: bareHost(server), port: portOf(server)}, signal);
	return socket;
}

function opened(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const stop = (): void => {
			socket.destroy(signal.reason);
		};
		signal.addEventListener('abort', stop, {once: true});
		socket.once(event, () => {
			signal.removeEventListener('abort', stop);
			resolve(socket);
		});
		socket.on('error', reject);
		if (signal.aborted) stop();
	});
}

function proxyFault(
	proxy: URL,
	kind: 'timeout' | 'credential' | 'unreachable' | 'protocol',
	words: string,
): FaultError {
	return new FaultError({kind, message: `The proxy ${proxy.host} ${words}`});
}
