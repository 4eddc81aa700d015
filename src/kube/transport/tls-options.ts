import {isIP} from 'node:net';
import {
	checkServerIdentity,
	type ConnectionOptions,
	createSecureContext,
	getCACertificates,
	type PeerCertificate,
} from 'node:tls';
import {bareHost} from '../access/proxy.ts';
import type {ClusterAccess} from '../ports.ts';

export interface ClientPair {
	readonly cert?: Buffer;
	readonly key?: Buffer;
}

/** How TLS is spoken to the API server. Throws OpenSSL's error for a certificate or key that it cannot use. */
export function serverTlsOptions({tls, server}: ClusterAccess, {cert, key}: ClientPair) {
	const name = tls.serverName ?? bareHost(server);
	return {
		secureContext: createSecureContext({...trusted(tls), ...(cert && {cert}), ...(key && {key})}),
		rejectUnauthorized: !tls.insecureSkipVerify,
		ALPNProtocols: ['http/1.1'],
		servername: serverNameOf(name),
		checkServerIdentity: (_host: string, certificate: PeerCertificate) => checkServerIdentity(name, certificate),
	} satisfies ConnectionOptions;
}

/** How TLS is spoken to an https:// proxy: it is trusted on the same terms as the cluster, as in Go. */
export function proxyTlsOptions({tls}: ClusterAccess, proxy: URL) {
	return {
		secureContext: createSecureContext(trusted(tls)),
		rejectUnauthorized: !tls.insecureSkipVerify,
		// Set in any case: else Node would take it from the Host header, which names the server behind the proxy.
		servername: serverNameOf(bareHost(proxy)),
	} satisfies ConnectionOptions;
}

/** An address is no server name in TLS, and Node would warn about it on the screen. */
function serverNameOf(name: string): string {
	return isIP(name) === 0 ? name : '';
}

function trusted({ca, insecureSkipVerify}: ClusterAccess['tls']): {ca?: Buffer | string[]} {
	return insecureSkipVerify ? {} : {ca: ca ?? trustedByMachine()};
}

/** Node's own list and the machine's, where companies put theirs; kubectl trusts the latter. Costs 0.2 s, so only when needed. */
function trustedByMachine(): string[] {
	return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
}
