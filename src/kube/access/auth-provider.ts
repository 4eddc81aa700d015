import {ExpectedFailure, messageOf} from '../../lib/failure.ts';
import type {Credentials} from '../ports.ts';
import {bearerOf, credentialFault} from './credential-fault.ts';
import {createKept} from './kept.ts';
import type {UserEntry} from './kubeconfig.ts';
import type {Outside} from './outside.ts';

/** The providers that the official library knows; they were superseded by login programs in Kubernetes 1.26. */
const PROVIDERS = ['oidc', 'gcp', 'azure'];

/** An identity provider that does not answer must not hang us. */
const LOGIN_MS_MAX = 30_000;

/** Renewed so long before the token ends, and asked again so often when the token does not say when. */
const MINUTE_MS = 60_000;

/** A user with `auth-provider`, by way of the official library, which is loaded only then: it is large. */
export function authProviderCredentials(
	userName: string,
	provider: NonNullable<UserEntry['auth-provider']>,
	file: string,
	{clock}: Outside,
): Credentials {
	const {name = ''} = provider;
	if (!PROVIDERS.includes(name)) {
		throw new ExpectedFailure(
			`The user ${userName} in ${file} has the auth-provider "${name}", which is not supported: use a login program (exec) instead.`,
		);
	}
	// The library writes renewed tokens into this object, so it lives as long as we do.
	const user = {name: userName, authProvider: {name, config: {...provider.config}}};
	const authorization = createKept(clock, async () => {
		const value = await within(clock, LOGIN_MS_MAX, login(user)).catch((error: unknown) => {
			throw credentialFault(`The ${name} login of the user ${userName} failed: ${messageOf(error)}`, error);
		});
		const token = value?.replace(/^Bearer /, '').trim() ?? '';
		const header = bearerOf(token);
		if (header === undefined)
			throw credentialFault(`The ${name} login of the user ${userName} has ended: log in again.`);
		return {value: header, until: (expiryOf(token) ?? clock.now() + 2 * MINUTE_MS) - MINUTE_MS};
	});
	return {
		async read() {
			return {authorization: await authorization.read()};
		},
		forget: () => authorization.forget(),
	};
}

/** The Authorization header; undefined when the provider has nothing to renew the token with. */
async function login(user: {
	name: string;
	authProvider: {name: string; config: Record<string, string>};
}): Promise<string | undefined> {
	const {KubeConfig} = await import('@kubernetes/client-node');
	const config = new KubeConfig();
	config.loadFromOptions({
		users: [user],
		clusters: [{name: 'cluster', server: 'https://cluster.invalid'}],
		contexts: [{name: 'context', user: user.name, cluster: 'cluster'}],
		currentContext: 'context',
	});
	const options: {headers: Record<string, string>} = {headers: {}};
	await config.applyToHTTPSOptions(options);
	return options.headers['Authorization'];
}

/** The `exp` of a JSON web token, in milliseconds; it is not verified, since the server does that. */
function expiryOf(token: string): number | undefined {
	try {
		const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
		const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : undefined;
		return typeof exp === 'number' ? exp * 1000 : undefined;
	} catch {
		return undefined;
	}
}

function within<Value>(clock: Outside['clock'], limitMs: number, work: Promise<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		const cancel = clock.after(limitMs, () => reject(new Error(`no answer within ${limitMs / 1000} s`)));
		work.then(resolve, reject).finally(cancel);
	});
}
