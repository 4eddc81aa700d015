import {createSecureContext} from 'node:tls';
import {ExpectedFailure, messageOf} from '../../lib/failure.ts';
import {nearest} from '../../lib/nearest.ts';
import type {ClusterAccess, Credentials} from '../ports.ts';
import {authorizationOf} from './authorization.ts';
import {clientCertificateCredentials} from './client-certificate.ts';
import {impersonationOf} from './impersonation.ts';
import type {ContextEntry, Kubeconfig, Placed} from './kubeconfig.ts';
import {contextNames} from './merged-config.ts';
import type {Outside} from './outside.ts';
import {proxyFor} from './proxy.ts';
import {serverOf, tlsOf} from './server.ts';

/**
 * One cluster of the kubeconfig, ready to be spoken to: that of `context`, else of the current context. `namespace` wins over the
 * context's own. Nothing is sent and no login program is run; certificates are read. Throws ExpectedFailure.
 */
export async function loadAccess(
	outside: Outside,
	config: Kubeconfig,
	wanted: {readonly context?: string; readonly namespace?: string} = {},
): Promise<ClusterAccess> {
	const contextName = wanted.context ?? config.currentContext;
	const context = contextOf(config, contextName);
	const {cluster: clusterName = '', user: userName = ''} = context.entry;
	const cluster = config.clusters.get(clusterName);
	if (cluster === undefined) throw danglingFailure(contextName, context, 'cluster', clusterName);
	// A context without a user is anonymous; one with an unknown user is a slip.
	const user = userName === '' ? {file: context.file, entry: {}} : config.users.get(userName);
	if (user === undefined) throw danglingFailure(contextName, context, 'user', userName);
	const certificate = await clientCertificateCredentials(userName, user, outside);
	const tls = await tlsOf(clusterName, cluster, outside);
	await checkPair(userName, certificate);
	const authorization = await authorizationOf(userName, user, cluster, tls, outside);
	const server = serverOf(clusterName, cluster, certificate !== undefined);
	return {
		contextName: contextName ?? '',
		clusterName,
		userName,
		namespace: namespaceOf(wanted.namespace, context),
		server,
		tls,
		proxy: proxyFor(server, cluster.entry['proxy-url'], outside.environment),
		impersonation: impersonationOf(userName, user.entry),
		credentials: join([certificate, authorization].filter(part => part !== undefined)),
		...(cluster.entry['disable-compression'] === true && {disableCompression: true}),
	};
}

function contextOf(config: Kubeconfig, name: string | undefined): Placed<ContextEntry> {
	const names = contextNames(config);
	const listed =
		names.length === 0
			? 'there is none'
			: `there are: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}`;
	if (name === undefined) {
		throw new ExpectedFailure(
			`${config.files.join(', ')} sets no current context: choose one with --context; ${listed}.`,
		);
	}
	const context = config.contexts.get(name);
	if (context !== undefined) return context;
	const meant = nearest(name, names);
	throw new ExpectedFailure(
		`There is no context "${name}" in ${config.files.join(', ')}${meant === undefined ? '' : `, perhaps "${meant}" was meant`}; ${listed}.`,
	);
}

/** RFC 1123 label: what the API server accepts as the name of a namespace. */
const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A name that cannot exist would be watched for ever, and look like an empty namespace. */
function namespaceOf(wanted: string | undefined, {entry, file}: Placed<ContextEntry>): string {
	const namespace = wanted ?? entry.namespace ?? '';
	if (namespace === '' || NAMESPACE.test(namespace)) return namespace;
	const where = wanted === undefined ? ` in ${file}` : '';
	throw new ExpectedFailure(
		`The namespace "${namespace}"${where} cannot exist: names have lower-case letters, digits and dashes.`,
	);
}

function danglingFailure(
	contextName = '',
	{file}: Placed<ContextEntry>,
	what: 'cluster' | 'user',
	name: string,
): ExpectedFailure {
	return new ExpectedFailure(
		name === ''
			? `The context "${contextName}" in ${file} names no ${what}: add one.`
			: `The context "${contextName}" in ${file} names the ${what} "${name}", which does not exist: correct it, or choose another --context.`,
	);
}

/** OpenSSL's word on a certificate and key, before the first request fails by them. */
async function checkPair(userName: string, certificate: Credentials | undefined): Promise<void> {
	if (certificate === undefined) return;
	const {cert, key} = await certificate.read();
	try {
		createSecureContext({...(cert && {cert}), ...(key && {key})});
	} catch (error) {
		throw new ExpectedFailure(
			`The client certificate and key of the user ${userName} cannot be used (${messageOf(error)}): both must be in PEM form, and belong together.`,
		);
	}
}

function join(parts: readonly Credentials[]): Credentials {
	return {
		async read() {
			const read = await Promise.all(parts.map(part => part.read()));
			return Object.assign({}, ...read);
		},
		forget: () => parts.forEach(part => part.forget()),
		stop: () => parts.forEach(part => part.stop?.()),
	};
}
