import {bareHost, portOf} from '../access/proxy.ts';
import type {Ask, ClusterAccess} from '../ports.ts';
import type {Exchange} from './exchange.ts';
import {proxyAuthorization} from './proxy-connection.ts';

/** Until the head of an answer: the API server itself gives up on short requests after 60 s, people do before. */
const HEAD_MS_MAX = 30_000;

/** What goes over the wire for a request: the server's own path before ours, and who asks. */
export function requestTo(
	access: ClusterAccess,
	ask: Ask,
	authorization: string | undefined,
	userAgent: string,
): Omit<Exchange, 'agent' | 'signal'> {
	const {server, proxy, impersonation} = access;
	const isTls = server.protocol === 'https:';
	const path = `${server.pathname.replace(/\/$/, '')}${ask.path}`;
	const isAskedOfProxy = !isTls && proxy !== undefined && proxy.protocol.startsWith('http');
	const mayCompress = ask.compress !== false && access.disableCompression !== true;
	return {
		isTls,
		host: bareHost(server),
		port: portOf(server),
		method: ask.method ?? 'GET',
		path: isAskedOfProxy ? `${server.origin}${path}` : path,
		headers: {
			Host: server.host,
			Accept: ask.accept ?? 'application/json',
			'Accept-Encoding': mayCompress ? 'gzip' : 'identity',
			'User-Agent': userAgent,
			...(authorization !== undefined && {Authorization: authorization}),
			...impersonation,
			...(isAskedOfProxy && proxyAuthorization(proxy)),
			...(ask.body && {'Content-Type': ask.body.type, 'Content-Length': Buffer.byteLength(ask.body.text)}),
		},
		text: ask.body?.text,
		headTimeoutMs: ask.headTimeoutMs ?? HEAD_MS_MAX,
	};
}
