import {bearerOf} from './credential-fault.ts';
import {fields, type ShapeProblem, text} from './shape.ts';

const answer = fields({
	apiVersion: text,
	kind: text,
	status: fields({token: text, clientCertificateData: text, clientKeyData: text, expirationTimestamp: text}),
});

export type ExecCredential =
	| {readonly authorization?: string; readonly cert?: Buffer; readonly key?: Buffer; readonly expiresAt?: number}
	| {readonly problem: string};

/**
 * What a login program prints: an ExecCredential in JSON, of the version it was asked for. `problem` is the rest of a sentence.
 * Source: https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
export function execCredentialOf(stdout: string, apiVersion: string): ExecCredential {
	const problems: ShapeProblem[] = [];
	let printed;
	try {
		printed = answer(JSON.parse(stdout), [], problems) ?? {};
	} catch {
		return {problem: stdout.trim() === '' ? 'printed nothing' : 'printed something else than a credential in JSON'};
	}
	const problem = problems[0];
	if (problem !== undefined) {
		return {problem: `printed JSON that is no credential: ${problem.path.join('.') || 'it'} ${problem.message}`};
	}
	if (printed.kind !== 'ExecCredential' || printed.apiVersion !== apiVersion) {
		return {
			problem: `printed ${printed.kind ?? 'an object'} of ${printed.apiVersion ?? 'no version'}, not an ExecCredential of ${apiVersion}`,
		};
	}
	const {token, clientCertificateData: cert, clientKeyData: key, expirationTimestamp} = printed.status ?? {};
	if ((cert === undefined) !== (key === undefined))
		return {problem: 'printed a certificate without its key, or a key alone'};
	if (token === undefined && cert === undefined)
		return {problem: 'printed a credential without token and certificate'};
	const expiresAt = expirationTimestamp === undefined ? undefined : Date.parse(expirationTimestamp);
	if (Number.isNaN(expiresAt)) return {problem: 'printed an expirationTimestamp that is no time'};
	const authorization = token === undefined ? undefined : bearerOf(token.trim());
	if (token !== undefined && authorization === undefined)
		return {problem: 'printed a token with blanks or control characters in it'};
	return {
		...(authorization !== undefined && {authorization}),
		...(cert !== undefined && key !== undefined && {cert: Buffer.from(cert), key: Buffer.from(key)}),
		...(expiresAt !== undefined && {expiresAt}),
	};
}
