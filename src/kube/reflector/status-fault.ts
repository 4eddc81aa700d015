import type {Fault} from '../fault.ts';
import {fieldOf} from './json.ts';

/** The fault behind the Status object of a watch's ERROR event (k8s.io/apimachinery `meta/v1` Status). Never throws. */
export function faultOfStatus(status: unknown): Fault {
	const code = fieldOf(status, 'code');
	const message = fieldOf(status, 'message');
	const retryAfterSeconds = fieldOf(fieldOf(status, 'details'), 'retryAfterSeconds');
	return {
		kind: kindOf(code),
		message:
			typeof message === 'string' && message !== ''
				? message
				: `The server ended the watch with error ${String(code)}.`,
		...(typeof retryAfterSeconds === 'number' && {retryAfterMs: retryAfterSeconds * 1000}),
	};
}

function kindOf(code: unknown): Fault['kind'] {
	return KINDS.get(code) ?? (typeof code === 'number' && code >= 500 ? 'server' : 'protocol');
}

const KINDS: ReadonlyMap<unknown, Fault['kind']> = new Map([
	[401, 'unauthorized'],
	[403, 'forbidden'],
	[404, 'missing'],
	[410, 'expired'],
	[429, 'throttled'],
]);

/**
 * Only a new list helps: the version is too old, or (after a restore of etcd) newer than anything that the server has, which it says with
 * a 504 and these words (k8s.io/apiserver `storage/errors.go`).
 */
export function needsList(fault: Fault): boolean {
	return fault.kind === 'expired' || /too large resource version/i.test(fault.message);
}
