import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export interface Pair {
	readonly cert: Buffer;
	readonly key: Buffer;
}

export interface Certificates {
	readonly ca: Buffer;
	readonly otherCa: Buffer;
	/** For 127.0.0.1 and kube.test. */
	readonly server: Pair;
	/** The same; it expired yesterday. */
	readonly expired: Pair;
	/** For elsewhere.test only. */
	readonly otherName: Pair;
	readonly client: Pair;
	readonly expiredClient: Pair;
}

/** Certificates made on the spot, so that none in the repository can expire; `skipped` says why there are none. */
export function makeCertificates(): Certificates | {readonly skipped: string} {
	const folder = mkdtempSync(join(tmpdir(), 'dogwatch-certificates-'));
	const openssl = (...args: readonly string[]): void => {
		execFileSync('openssl', args, {cwd: folder, stdio: 'pipe'});
	};
	const key = (name: string): void =>
		openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`);
	const authority = (name: string): Buffer => {
		key(name);
		openssl(
			'req',
			'-x509',
			'-new',
			'-key',
			`${name}.key`,
			'-subj',
			`/CN=${name}`,
			'-days',
			'30',
			'-out',
			`${name}.crt`,
		);
		return readFileSync(join(folder, `${name}.crt`));
	};
	const signed = (name: string, altNames: string, days = '30'): Pair => {
		key(name);
		writeFileSync(join(folder, 'extensions'), altNames === '' ? '' : `subjectAltName=${altNames}\n`);
		openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', `${name}.csr`);
		openssl(
			...['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
			...['-days', days, '-extfile', 'extensions', '-out', `${name}.crt`],
		);
		return {cert: readFileSync(join(folder, `${name}.crt`)), key: readFileSync(join(folder, `${name}.key`))};
	};
	try {
		return {
			ca: authority('ca'),
			otherCa: authority('other-ca'),
			server: signed('server', 'IP:127.0.0.1,DNS:kube.test'),
			expired: signed('expired', 'IP:127.0.0.1', '-1'),
			otherName: signed('other-name', 'DNS:elsewhere.test'),
			client: signed('client', ''),
			expiredClient: signed('expired-client', '', '-1'),
		};
	} catch (error) {
		return {skipped: `openssl is missing or failed: ${error instanceof Error ? error.message : String(error)}`};
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}
