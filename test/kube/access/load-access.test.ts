import {describe, expect, test} from 'vitest';
import {loadAccess} from '../../../src/kube/access/load-access.ts';
import type {ClusterAccess} from '../../../src/kube/ports.ts';
import {makeCertificates} from '../../support/certificates.ts';
import {configured, oneContext} from './outside.ts';

async function load(
	text: string,
	wanted: Parameters<typeof loadAccess>[2] = {},
	files: Readonly<Record<string, string>> = {},
	environment: Record<string, string> = {},
): Promise<ClusterAccess> {
	const {outside, config} = await configured(text, files, {environment});
	return loadAccess(outside, config, wanted);
}

async function failure(work: Promise<unknown>): Promise<unknown> {
	return work.then(
		() => 'no failure',
		(error: unknown) => (error instanceof Error && error.name === 'ExpectedFailure' ? error.message : error),
	);
}

test('a plain context gives all there is to know', async () => {
	const {credentials, ...access} = await load(
		oneContext('{token: " abc "}', '{server: "https://kube.test:6443/base"}', ', namespace: shop'),
	);
	expect({...access, credentials: await credentials.read()}).toEqual({
		contextName: 'main',
		clusterName: 'c',
		userName: 'u',
		namespace: 'shop',
		server: new URL('https://kube.test:6443/base'),
		tls: {ca: undefined, insecureSkipVerify: false, serverName: undefined},
		proxy: undefined,
		impersonation: {},
		credentials: {authorization: 'Bearer abc'},
	});
});

test.each([
	[
		'no user',
		'current-context: a\ncontexts: [{name: a, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: "https://x"}}]',
		{},
	],
	[
		'a token file, which wins over a token',
		oneContext('{tokenFile: sub/token, token: t}'),
		{authorization: 'Bearer from-file'},
	],
	['a token when its file is missing', oneContext('{tokenFile: none, token: t}'), {authorization: 'Bearer t'}],
	[
		'user and password',
		oneContext('{username: me, password: "pä:ss"}'),
		{authorization: `Basic ${Buffer.from('me:pä:ss').toString('base64')}`},
	],
])('credentials: %s', async (_name, text, expected) => {
	const {credentials} = await load(text, {}, {'/home/me/.kube/sub/token': 'from-file\n'});
	expect(await credentials.read()).toEqual(expected);
});

test('after a 401 a token file is read anew', async () => {
	const {outside, config} = await configured(oneContext('{tokenFile: /token}'), {'/token': 'old'});
	const {credentials} = await loadAccess(outside, config);
	await credentials.read();
	outside.contents.set('/token', 'new');
	const kept = await credentials.read();
	credentials.forget();
	expect([kept, await credentials.read()]).toEqual([{authorization: 'Bearer old'}, {authorization: 'Bearer new'}]);
});

test('a token file that is missing, empty or strange is a fault of the credential', async () => {
	const faults = [];
	for (const content of ['!ENOENT', ' \n', 'a\nHost: evil']) {
		const {credentials} = await load(oneContext('{tokenFile: /token}'), {}, {'/token': content});
		faults.push(await credentials.read().catch((error: {fault: unknown}) => error.fault));
	}
	expect(faults).toEqual([
		{kind: 'credential', message: 'The token file /token does not exist.'},
		{kind: 'credential', message: 'The token file /token is empty.'},
		{kind: 'credential', message: 'The token in /token has blanks or control characters in it.'},
	]);
});

test.each([
	['https://a.test', {}, 'https://a.test/'],
	['http://127.0.0.1:8001', {}, 'http://127.0.0.1:8001/'],
	['a.test:6443', {}, 'http://a.test:6443/'],
	['a.test:6443', {'insecure-skip-tls-verify': true}, 'https://a.test:6443/'],
])('the server %s with %j is %s', async (server, more, expected) => {
	expect((await load(oneContext('{}', JSON.stringify({server, ...more})))).server.href).toBe(expected);
});

test('the flags win over the context', async () => {
	const text = `${oneContext('{}', '{server: "https://x"}', ', namespace: shop')}\n`.replace(
		'contexts: [',
		'contexts: [{name: other, context: {cluster: c}}, ',
	);
	const of = async (wanted: Parameters<typeof loadAccess>[2]): Promise<unknown> => {
		const {contextName, namespace} = await load(text, wanted);
		return [contextName, namespace];
	};
	expect([await of({}), await of({context: 'other'}), await of({namespace: 'flag'})]).toEqual([
		['main', 'shop'],
		['other', ''],
		['main', 'flag'],
	]);
});

test('impersonation becomes headers', async () => {
	const user = '{as: jäne, as-uid: "7", as-groups: [dev, ops], as-user-extra: {Reason/a%: [x, z]}}';
	expect((await load(oneContext(user))).impersonation).toEqual({
		'Impersonate-User': Buffer.from('jäne').toString('latin1'),
		'Impersonate-Uid': '7',
		'Impersonate-Group': ['dev', 'ops'],
		'Impersonate-Extra-reason%2Fa%25': ['x', 'z'],
	});
});

const file = '/home/me/.kube/config';

test.each([
	[
		'an unknown context names the nearest',
		oneContext('{}'),
		{context: 'mian'},
		`There is no context "mian" in ${file}, perhaps "main" was meant; there are: main.`,
	],
	[
		'no current context',
		oneContext('{}').replace('current-context: main', ''),
		{},
		`${file} sets no current context: choose one with --context; there are: main.`,
	],
	[
		'an unknown cluster',
		oneContext('{}').replace('cluster: c', 'cluster: d'),
		{},
		`The context "main" in ${file} names the cluster "d", which does not exist: correct it, or choose another --context.`,
	],
	[
		'an unknown user',
		oneContext('{}').replace('user: u', 'user: v'),
		{},
		`The context "main" in ${file} names the user "v", which does not exist: correct it, or choose another --context.`,
	],
	[
		'a context without a cluster',
		oneContext('{}').replace('cluster: c,', ''),
		{},
		`The context "main" in ${file} names no cluster: add one.`,
	],
	[
		'a cluster without a server',
		oneContext('{}', '{}'),
		{},
		`The cluster c in ${file} names no server: add "server: https://…".`,
	],
	[
		'a server that is no URL',
		oneContext('{}', '{server: "ftp://x"}'),
		{},
		`The server "ftp://x" of the cluster c in ${file} must look like https://host:port.`,
	],
	[
		'a missing authority',
		oneContext('{}', '{server: "https://x", certificate-authority: pki/ca.crt}'),
		{},
		`The certificate authority /home/me/.kube/pki/ca.crt of the cluster c, named in ${file}, does not exist.`,
	],
	[
		'an authority that is none',
		oneContext('{}', `{server: "https://x", certificate-authority-data: ${btoa('hello')}}`),
		{},
		`The certificate authority of the cluster c in ${file} is not a certificate in PEM form.`,
	],
	[
		'a missing client certificate',
		oneContext('{client-certificate: c.crt, client-key: c.key}'),
		{},
		`The client certificate or key /home/me/.kube/c.crt, named in ${file}, does not exist.`,
	],
	[
		'a client certificate without its key',
		oneContext('{client-certificate: c.crt}'),
		{},
		`The user u in ${file} lacks its client-key: add it, or client-key-data.`,
	],
	[
		'a proxy that is none',
		oneContext('{}', '{server: "https://x", proxy-url: "ftp://p"}'),
		{},
		'The proxy in proxy-url must look like http://host:port, https://host:port or socks5://host:port.',
	],
	[
		'groups without a user',
		oneContext('{as-groups: [a]}'),
		{},
		'The user u has as-uid, as-groups or as-user-extra without "as": add the user to act as.',
	],
	[
		'a name that would be a header',
		oneContext('{as: "a\\r\\nX: y"}'),
		{},
		'The user u acts as a name with control characters in it: correct it in the kubeconfig.',
	],
	[
		'a token that would be a header',
		oneContext('{token: "a\\r\\nX: y"}'),
		{},
		`The token of the user u in ${file} has blanks or control characters in it: correct it.`,
	],
	[
		'an unknown auth-provider',
		oneContext('{auth-provider: {name: rot13}}'),
		{},
		`The user u in ${file} has the auth-provider "rot13", which is not supported: use a login program (exec) instead.`,
	],
	[
		'an exec without a command',
		oneContext('{exec: {apiVersion: client.authentication.k8s.io/v1}}'),
		{},
		`The user u in ${file} has an exec section without a command.`,
	],
	[
		'an old exec',
		oneContext('{exec: {command: aws, apiVersion: client.authentication.k8s.io/v1alpha1}}'),
		{},
		`The login program aws of the user u in ${file} speaks client.authentication.k8s.io/v1alpha1, which is not supported: use client.authentication.k8s.io/v1.`,
	],
	[
		'an exec that asks',
		oneContext('{exec: {command: aws, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Always}}'),
		{},
		`The login program aws of the user u in ${file} wants to ask questions (interactiveMode: Always), which it cannot do here: set interactiveMode to IfAvailable, and log in beforehand.`,
	],
	[
		'an exec that is not installed',
		oneContext(
			'{exec: {command: no-such-program, apiVersion: client.authentication.k8s.io/v1, installHint: "Get it at x.test"}}',
		),
		{},
		`The login program no-such-program of the user u in ${file} is not installed: Get it at x.test`,
	],
])('%s is told in a sentence', async (_name, text, wanted, expected) => {
	expect(await failure(load(text, wanted))).toBe(expected);
});

test('among many contexts twenty are listed', async () => {
	const contexts = Array.from({length: 25}, (_, index) => `{name: "c${String(index).padStart(2, '0')}"}`);
	const message = await failure(load(`contexts: [${contexts.join(', ')}]`, {context: 'zzz'}));
	expect(message).toMatch(/; there are: c00, c01, .*, c19 …\.$/);
});

const made = makeCertificates();
if ('skipped' in made) test.skip(made.skipped, () => undefined);

describe.runIf(!('skipped' in made))('certificates', () => {
	const {ca, otherCa, client, server} = 'skipped' in made ? ({} as never) : made;
	const inBase64 = (bytes: Buffer): string => bytes.toString('base64');

	test('data wins over files, paths start from the kubeconfig, and files are read again', async () => {
		const files = {
			'/home/me/.kube/c.crt': client.cert.toString(),
			'/home/me/.kube/c.key': client.key.toString(),
			'/ca': otherCa.toString(),
		};
		const {outside, config} = await configured(
			oneContext(
				'{client-certificate: c.crt, client-key: ./c.key}',
				`{server: "https://x", certificate-authority: /ca, certificate-authority-data: ${inBase64(ca)}}`,
			),
			files,
		);
		const access = await loadAccess(outside, config);
		expect([access.tls.ca, await access.credentials.read()]).toEqual([ca, client]);
		outside.contents.set('/home/me/.kube/c.crt', server.cert.toString());
		outside.contents.set('/home/me/.kube/c.key', server.key.toString());
		await outside.advance(60_000);
		expect(await access.credentials.read()).toEqual(server);
	});

	test('a key that belongs to another certificate is told at once', async () => {
		const user = `{client-certificate-data: ${inBase64(client.cert)}, client-key-data: ${inBase64(server.key)}}`;
		expect(await failure(load(oneContext(user)))).toMatch(
			/^The client certificate and key of the user u cannot be used \(.*\): both must be in PEM form, and belong together\.$/,
		);
	});

	test('an authority and no check together are refused, as kubectl does', async () => {
		const cluster = `{server: "https://x", insecure-skip-tls-verify: true, certificate-authority-data: ${inBase64(ca)}}`;
		expect(await failure(load(oneContext('{}', cluster)))).toBe(
			`The cluster c in ${file} has a certificate authority and insecure-skip-tls-verify: remove one of them.`,
		);
	});
});
