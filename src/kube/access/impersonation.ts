import {ExpectedFailure} from '../../lib/failure.ts';
import type {UserEntry} from './kubeconfig.ts';

/** What a header's name may hold besides letters and digits (RFC 9110), without the percent sign that we escape with. */
const NAME_BYTES = new Set([...Buffer.from("!#$&'*+-.^_`|~")]);

/**
 * The headers by which a user acts as somebody else.
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
 * Throws ExpectedFailure: kubectl refuses groups without a user, since the server would ignore them.
 */
export function impersonationOf(userName: string, user: UserEntry): Record<string, string | string[]> {
	const {as, 'as-uid': uid, 'as-groups': groups = [], 'as-user-extra': extra = {}} = user;
	if (as === undefined) {
		if (uid === undefined && groups.length === 0 && Object.keys(extra).length === 0) return {};
		throw new ExpectedFailure(
			`The user ${userName} has as-uid, as-groups or as-user-extra without "as": add the user to act as.`,
		);
	}
	const header = (value: string): string => headerValue(value, userName);
	return {
		'Impersonate-User': header(as),
		...(uid !== undefined && {'Impersonate-Uid': header(uid)}),
		...(groups.length > 0 && {'Impersonate-Group': groups.map(header)}),
		...Object.fromEntries(
			Object.entries(extra).map(([key, values]) => [`Impersonate-Extra-${escapeName(key)}`, values.map(header)]),
		),
	};
}

/** As UTF-8, each byte a character, which is how Node writes headers. */
function headerValue(value: string, userName: string): string {
	const hasControl = [...value].some(character => character < ' ' || character === '\u007F');
	if (!hasControl) return Buffer.from(value).toString('latin1');
	throw new ExpectedFailure(
		`The user ${userName} acts as a name with control characters in it: correct it in the kubeconfig.`,
	);
}

function escapeName(key: string): string {
	return [...Buffer.from(key.toLowerCase())]
		.map(byte => (isNameByte(byte) ? String.fromCharCode(byte) : percent(byte)))
		.join('');
}

function isNameByte(byte: number): boolean {
	return NAME_BYTES.has(byte) || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a);
}

function percent(byte: number): string {
	return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
