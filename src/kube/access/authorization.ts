import {ExpectedFailure} from '../../lib/failure.ts';
import type {ClusterAccess, Credentials} from '../ports.ts';
import {authProviderCredentials} from './auth-provider.ts';
import {bearerOf} from './credential-fault.ts';
import {execPluginCredentials} from './exec-plugin.ts';
import type {ClusterEntry, Placed, UserEntry} from './kubeconfig.ts';
import type {Outside} from './outside.ts';
import {besideFile} from './paths.ts';
import {tokenFileCredentials} from './token-file.ts';

/** The first way to log in that the user has, in client-go's order; undefined when there is none. Throws ExpectedFailure. */
export async function authorizationOf(
	userName: string,
	{entry, file}: Placed<UserEntry>,
	cluster: Placed<ClusterEntry>,
	tls: ClusterAccess['tls'],
	outside: Outside,
): Promise<Credentials | undefined> {
	const {tokenFile, token, username, password, exec, 'auth-provider': provider} = entry;
	if (tokenFile !== undefined) return tokenFileCredentials(besideFile(file, tokenFile), token, outside);
	if (token !== undefined) {
		const authorization = bearerOf(token.trim());
		if (authorization !== undefined) return fixed(authorization);
		throw new ExpectedFailure(
			`The token of the user ${userName} in ${file} has blanks or control characters in it: correct it.`,
		);
	}
	if (username !== undefined || password !== undefined) {
		return fixed(`Basic ${Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64')}`);
	}
	if (exec !== undefined)
		return execPluginCredentials({userName, exec, file, cluster: execCluster(cluster.entry, tls)}, outside);
	if (provider !== undefined) return authProviderCredentials(userName, provider, file, outside);
	return undefined;
}

function fixed(authorization: string): Credentials {
	return {read: () => Promise.resolve({authorization}), forget: () => undefined};
}

/** The cluster as a login program is told of it, under the names of ExecCredential. */
function execCluster(entry: ClusterEntry, {ca}: ClusterAccess['tls']): Record<string, unknown> {
	const config = entry.extensions?.find(({name}) => name === 'client.authentication.k8s.io/exec')?.extension;
	return {
		server: entry.server,
		'tls-server-name': entry['tls-server-name'],
		'insecure-skip-tls-verify': entry['insecure-skip-tls-verify'],
		'certificate-authority-data': ca?.toString('base64'),
		'proxy-url': entry['proxy-url'],
		'disable-compression': entry['disable-compression'],
		config,
	};
}
