import type {Credentials} from '../ports.ts';
import {bearerOf, credentialFault} from './credential-fault.ts';
import {createKept} from './kept.ts';
import {CREDENTIAL_BYTES_MAX, type Outside, whyUnreadable} from './outside.ts';

/** The kubelet renews a service account's token well before it ends; client-go reads the file as often. */
const REREAD_MS = 60_000;

/** A token from a file that others renew. `instead` is used while the file was never readable, as kubectl does. */
export function tokenFileCredentials(path: string, instead: string | undefined, outside: Outside): Credentials {
	const {files, clock} = outside;
	let newest = instead;
	const token = createKept(clock, async () => {
		try {
			newest = (await readToken(path, files)) || newest;
		} catch (error) {
			if (newest === undefined) throw credentialFault(`The token file ${path} ${whyUnreadable(error)}.`, error);
		}
		if (newest === undefined) throw credentialFault(`The token file ${path} is empty.`);
		return {value: newest, until: clock.now() + REREAD_MS};
	});
	return {
		async read() {
			const authorization = bearerOf(await token.read());
			if (authorization === undefined)
				throw credentialFault(`The token in ${path} has blanks or control characters in it.`);
			return {authorization};
		},
		forget: () => token.forget(),
	};
}

async function readToken(path: string, files: Outside['files']): Promise<string> {
	return (await files.read(path, CREDENTIAL_BYTES_MAX)).toString().trim();
}
