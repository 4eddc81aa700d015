import {isObject} from '../json.ts';
import {badRequest, tokenTooOld} from '../refusal.ts';

/** Where a list goes on: after that key, in the list as it was at that version. */
export interface PageStart {
	readonly version: number;
	/** `NAMESPACE/NAME` of the last item of the page before. */
	readonly afterKey: string;
}

/** The opaque token of the real server: base64url of JSON with these fields. */
export function continueToken({version, afterKey}: PageStart): string {
	const json = {v: 'meta.k8s.io/v1', rv: version, start: `${afterKey}\u0000`};
	return Buffer.from(JSON.stringify(json)).toString('base64url');
}

/** Throws a Refusal: 400 for nonsense, 410 for a version older than `oldest`. A version of -1 is never too old. */
export function parseContinueToken(token: string, oldest: number): PageStart {
	let json: unknown;
	try {
		json = JSON.parse(Buffer.from(token, 'base64url').toString());
	} catch (error) {
		throw badRequest(`invalid continue token: continue key is not valid: ${String(error)}`);
	}
	if (!isObject(json) || typeof json['rv'] !== 'number' || typeof json['start'] !== 'string') {
		throw badRequest('invalid continue token: continue key is not valid');
	}
	const start = {version: json['rv'], afterKey: json['start'].replace(/\u0000$/, '')};
	if (start.version !== -1 && start.version < oldest) throw tokenTooOld(continueToken({...start, version: -1}));
	return start;
}
