import {Cancelled, messageOf} from '../../lib/failure.ts';
import {type Fault, FaultError} from '../fault.ts';

type Words = readonly [kind: Fault['kind'], sentence: string];

/** What Node's error codes mean to a person; the sentence goes on from `api.example.com:6443`. */
const WORDS: Readonly<Record<string, Words>> = {
	ECONNREFUSED: ['refused', 'refuses the connection: is the server running, and the address right?'],
	ENOTFOUND: ['unreachable', 'is not known by name (DNS): is the network or VPN up?'],
	EAI_AGAIN: ['unreachable', 'cannot be looked up by name just now (DNS does not answer).'],
	EHOSTUNREACH: ['unreachable', 'cannot be reached: there is no route to it.'],
	ENETUNREACH: ['unreachable', 'cannot be reached: there is no network to it.'],
	EADDRNOTAVAIL: ['unreachable', 'cannot be reached from this address.'],
	ECONNRESET: ['unreachable', 'cut the connection.'],
	EPIPE: ['unreachable', 'cut the connection.'],
	ERR_STREAM_PREMATURE_CLOSE: ['unreachable', 'cut the connection.'],
	ETIMEDOUT: ['timeout', 'does not answer the call for a connection.'],
	Z_BUF_ERROR: ['unreachable', 'cut the connection in the middle of a compressed answer.'],
	Z_DATA_ERROR: ['protocol', 'sent an answer whose gzip is broken.'],
	EPROTO: ['tls', 'does not speak TLS there: perhaps the server is an http:// address.'],
	ERR_SSL_WRONG_VERSION_NUMBER: ['tls', 'does not speak TLS there: perhaps the server is an http:// address.'],
	ERR_SSL_PACKET_LENGTH_TOO_LONG: ['tls', 'does not speak TLS there: perhaps the server is an http:// address.'],
	CERT_HAS_EXPIRED: ['tls', 'shows a certificate that has expired.'],
	CERT_NOT_YET_VALID: ['tls', "shows a certificate that is not valid yet: is this machine's clock right?"],
	CERT_REVOKED: ['tls', 'shows a certificate that was revoked.'],
	ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'shows a certificate for other names.'],
};

const UNTRUSTED: Words = [
	'tls',
	'shows a certificate that was not signed by the certificate authority of the kubeconfig: was the cluster made anew?',
];

/** OpenSSL's words for a chain that leads to nobody we trust. */
const UNTRUSTED_CODES = new Set([
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'CERT_SIGNATURE_FAILURE',
	'CERT_UNTRUSTED',
	'INVALID_CA',
]);

/** The names in a foreign certificate come from outside: so many characters of them are shown. */
const NAMES_CHARS_MAX = 200;

/** What anything thrown by sockets, TLS, HTTP or gzip means; `where` is the host and port that were spoken to. */
export function networkFault(error: unknown, where: string): Fault {
	if (error instanceof FaultError) return error.fault;
	const code = codeOf(error);
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return wrongNameFault(error, where);
	const [kind, sentence] = WORDS[code] ?? (isUntrusted(code) ? UNTRUSTED : otherWords(code, messageOf(error)));
	return {kind, message: `${where} ${sentence}`};
}

/** The error to throw onward: a cancellation and a fault stay what they are. */
export function faultError(error: unknown, where: string): FaultError | Cancelled {
	if (error instanceof FaultError || error instanceof Cancelled) return error;
	return new FaultError(networkFault(error, where), {cause: error});
}

/** Whether the chain of the server's certificate leads to nobody we trust. */
export function isUntrusted(code: string): boolean {
	return UNTRUSTED_CODES.has(code);
}

export function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function otherWords(code: string, message: string): Words {
	if (code.startsWith('HPE_')) return ['protocol', 'is no web server: its answer is not HTTP.'];
	if (/^ERR_SSL_.*ALERT/.test(code))
		return ['tls', `refuses our TLS or client certificate (${message.split('\n')[0]}).`];
	if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
		return ['tls', `cannot be spoken to by TLS (${message.split('\n')[0]}).`];
	return ['unreachable', `cannot be reached (${message}).`];
}

function wrongNameFault(error: unknown, where: string): Fault {
	const certificate = error instanceof Error && 'cert' in error ? error.cert : undefined;
	const names =
		typeof certificate === 'object' && certificate !== null && 'subjectaltname' in certificate
			? String(certificate.subjectaltname)
			: 'none';
	const shown = names.replace(/DNS:|IP Address:/g, '').slice(0, NAMES_CHARS_MAX);
	return {
		kind: 'tls',
		message: `${where} shows a certificate for other names (${shown}): is the address right, or tls-server-name missing?`,
	};
}
