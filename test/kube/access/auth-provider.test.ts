import {expect, test} from 'vitest';
import {loadAccess} from '../../../src/kube/access/load-access.ts';
import {configured, oneContext} from './outside.ts';

const token = (expiresAtMs: number): string =>
	['{"alg":"none"}', JSON.stringify({exp: expiresAtMs / 1000}), 'x']
		.map(part => Buffer.from(part).toString('base64url'))
		.join('.');

async function read(idToken: string): Promise<unknown> {
	const {outside, config} = await configured(
		oneContext(`{auth-provider: {name: oidc, config: {id-token: ${idToken}, client-id: me}}}`),
	);
	const {credentials} = await loadAccess(outside, config);
	return credentials.read().catch((error: {fault: unknown}) => error.fault);
}

test('an oidc token that is good is used; one that has ended and cannot be renewed is a fault', async () => {
	const [good, ended] = [token(Date.now() + 3_600_000), token(Date.now() - 3_600_000)];
	expect([await read(good), await read(ended)]).toEqual([
		{authorization: `Bearer ${good}`},
		{kind: 'credential', message: 'The oidc login of the user u has ended: log in again.'},
	]);
});
