import {ExpectedFailure} from '../../lib/failure.ts';
import {FaultError} from '../fault.ts';
import type {Credentials} from '../ports.ts';
import {credentialFault} from './credential-fault.ts';
import {createKept} from './kept.ts';
import type {Placed, UserEntry} from './kubeconfig.ts';
import {CREDENTIAL_BYTES_MAX, type Outside, whyUnreadable} from './outside.ts';
import {besideFile} from './paths.ts';

/** Tools such as kubeadm renew certificate files in place. */
const REREAD_MS = 60_000;

/** The certificate and key of a user; undefined when the user has none. Throws ExpectedFailure when they cannot be read now. */
export async function clientCertificateCredentials(
	name: string,
	{entry, file}: Placed<UserEntry>,
	outside: Outside,
): Promise<Credentials | undefined> {
	const cert = sourceOf(entry['client-certificate-data'], entry['client-certificate'], file, outside);
	const key = sourceOf(entry['client-key-data'], entry['client-key'], file, outside);
	if (cert === undefined && key === undefined) return undefined;
	if (cert === undefined || key === undefined) {
		const missing = cert === undefined ? 'client-certificate' : 'client-key';
		throw new ExpectedFailure(`The user ${name} in ${file} lacks its ${missing}: add it, or ${missing}-data.`);
	}
	const pair = createKept(outside.clock, async () => ({
		value: {cert: await cert(), key: await key()},
		until: outside.clock.now() + REREAD_MS,
	}));
	try {
		await pair.read();
	} catch (error) {
		if (error instanceof FaultError) throw new ExpectedFailure(error.message, undefined, {cause: error});
		throw error;
	}
	return {read: () => pair.read(), forget: () => pair.forget()};
}

/** Data in the kubeconfig wins over a file, as in kubectl. */
function sourceOf(
	data: Buffer | undefined,
	path: string | undefined,
	file: string,
	{files}: Outside,
): (() => Promise<Buffer>) | undefined {
	if (data !== undefined) return () => Promise.resolve(data);
	if (path === undefined) return undefined;
	const full = besideFile(file, path);
	return async () => {
		try {
			return await files.read(full, CREDENTIAL_BYTES_MAX);
		} catch (error) {
			throw credentialFault(
				`The client certificate or key ${full}, named in ${file}, ${whyUnreadable(error)}.`,
				error,
			);
		}
	};
}
