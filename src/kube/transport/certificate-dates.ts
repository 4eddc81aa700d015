import {X509Certificate} from 'node:crypto';
import {isIP} from 'node:net';
import {connect} from 'node:tls';
import type {Clock} from '../../lib/clock.ts';
import {bareHost, portOf} from '../access/proxy.ts';
import type {ClusterAccess} from '../ports.ts';

/** This only adds a date to a sentence. */
const LOOK_MS_MAX = 3_000;

/** A chain has two or three; a loop in it must not hold us. */
const CHAIN_MAX = 10;

/**
 * When the certificate that a server shows expired: `2026-11-23`. OpenSSL says only that it did, and hands nothing out, so this
 * connects once more, without trust, sends nothing, and looks. Undefined through a proxy, and when the server shows another one now.
 */
export function serverCertificateExpiry(
	{server, proxy, tls}: ClusterAccess,
	clock: Clock,
): Promise<string | undefined> {
	if (proxy !== undefined) return Promise.resolve(undefined);
	const host = bareHost(server);
	const name = tls.serverName ?? host;
	return new Promise(resolve => {
		const socket = connect({
			host,
			port: portOf(server),
			servername: isIP(name) === 0 ? name : '',
			rejectUnauthorized: false,
		});
		const finish = (date?: string): void => {
			cancel();
			socket.destroy();
			resolve(date);
		};
		const cancel = clock.after(LOOK_MS_MAX, finish);
		socket.on('error', () => finish());
		socket.on('close', () => finish());
		socket.on('secureConnect', () => {
			let certificate = socket.getPeerX509Certificate();
			for (let depth = 0; certificate !== undefined && depth < CHAIN_MAX; depth++) {
				const date = expiredOn(certificate, clock.now());
				if (date !== undefined) return finish(date);
				certificate = certificate.issuerCertificate;
			}
			finish();
		});
	});
}

/** When our own certificate expired; undefined while it has not. */
export function clientCertificateExpiry(cert: Buffer | undefined, now: number): string | undefined {
	try {
		return cert === undefined ? undefined : expiredOn(new X509Certificate(cert), now);
	} catch {
		return undefined;
	}
}

function expiredOn({validToDate}: X509Certificate, now: number): string | undefined {
	return validToDate.getTime() < now ? validToDate.toISOString().slice(0, 10) : undefined;
}
