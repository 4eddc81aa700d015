import {X509Certificate} from 'node:crypto';
import {ExpectedFailure} from '../../lib/failure.ts';
import type {ClusterAccess} from '../ports.ts';
import type {ClusterEntry, Placed} from './kubeconfig.ts';
import {CREDENTIAL_BYTES_MAX, type Outside, whyUnreadable} from './outside.ts';
import {besideFile} from './paths.ts';

/** The URL of a cluster's server. Without a scheme it is https when something about TLS is configured, as in kubectl. */
export function serverOf(name: string, {entry, file}: Placed<ClusterEntry>, hasClientCertificate: boolean): URL {
	const {server} = entry;
	if (server === undefined)
		throw new ExpectedFailure(`The cluster ${name} in ${file} names no server: add "server: https://…".`);
	const speaksTls =
		hasClientCertificate ||
		entry['insecure-skip-tls-verify'] === true ||
		entry['certificate-authority'] !== undefined ||
		entry['certificate-authority-data'] !== undefined;
	const url = URL.parse(server.includes('://') ? server : `${speaksTls ? 'https' : 'http'}://${server}`);
	if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '') return url;
	throw new ExpectedFailure(
		`The server "${server}" of the cluster ${name} in ${file} must look like https://host:port.`,
	);
}

/** Whom to trust. Data in the kubeconfig wins over a file, as in kubectl. */
export async function tlsOf(
	name: string,
	{entry, file}: Placed<ClusterEntry>,
	outside: Outside,
): Promise<ClusterAccess['tls']> {
	const ca = entry['certificate-authority-data'] ?? (await authorityFile(name, {entry, file}, outside));
	const insecureSkipVerify = entry['insecure-skip-tls-verify'] === true;
	if (ca !== undefined && insecureSkipVerify) {
		throw new ExpectedFailure(
			`The cluster ${name} in ${file} has a certificate authority and insecure-skip-tls-verify: remove one of them.`,
		);
	}
	if (ca !== undefined && !isCertificate(ca)) {
		throw new ExpectedFailure(
			`The certificate authority of the cluster ${name} in ${file} is not a certificate in PEM form.`,
		);
	}
	return {ca, insecureSkipVerify, serverName: entry['tls-server-name']};
}

async function authorityFile(
	name: string,
	{entry, file}: Placed<ClusterEntry>,
	{files}: Outside,
): Promise<Buffer | undefined> {
	const path = entry['certificate-authority'];
	if (path === undefined) return undefined;
	const full = besideFile(file, path);
	try {
		return await files.read(full, CREDENTIAL_BYTES_MAX);
	} catch (error) {
		throw new ExpectedFailure(
			`The certificate authority ${full} of the cluster ${name}, named in ${file}, ${whyUnreadable(error)}.`,
		);
	}
}

function isCertificate(pem: Buffer): boolean {
	try {
		return new X509Certificate(pem).subject !== undefined || pem.includes('BEGIN CERTIFICATE');
	} catch {
		return false;
	}
}
