import {FaultError} from '../fault.ts';

/** Who we are cannot be told: the sentence says why. */
export function credentialFault(message: string, cause?: unknown): FaultError {
	return new FaultError({kind: 'credential', message}, {cause});
}

/** `Bearer …`; undefined for a token with a blank, a line break or a control character in it: it could be a header of its own. */
export function bearerOf(token: string): string | undefined {
	return /^[\x21-\x7e]+$/.test(token) ? `Bearer ${token}` : undefined;
}
