import {expect, test} from 'vitest';
import {contextNames, mergedConfig} from '../../../src/kube/access/merged-config.ts';
import {loadAccess} from '../../../src/kube/access/load-access.ts';
import {outsideWith} from './outside.ts';

const home = '/home/me/.kube/config';

/** The sentence it failed with. */
async function sentence(work: Promise<unknown>): Promise<string> {
	try {
		return `resolved: ${JSON.stringify(await work)}`;
	} catch (error) {
		return error instanceof Error && error.name === 'ExpectedFailure'
			? error.message
			: `no ExpectedFailure: ${String(error)}`;
	}
}

const empty = 'is empty: it names no cluster and no context.';
const bomb = [
	'a0: &a0 [x, x, x, x, x, x, x, x, x]',
	...Array.from({length: 8}, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`),
].join('\n');

test.each([
	['an empty file', '', empty],
	['a file of comments', '# nothing\n', empty],
	['an empty second document', '---\n---\n', empty],
	['a text', 'hello', 'is not a kubeconfig: it must be a mapping, not a text.'],
	['a list', '- a\n', 'is not a kubeconfig: it must be a mapping, not a list.'],
	['broken YAML', 'contexts:\n- name: a\n  context: {cluster: c\nusers: []\n', 'is not valid YAML at line 4:'],
	['a tab', 'contexts:\n\t- name: a\n', 'is not valid YAML at line 2:'],
	[
		'a number for a token',
		'users:\n- name: a\n  user:\n    token: 12345\n',
		'is not a kubeconfig: users[0].user.token (line 4) must be a text (in quotes, if it looks like something else), not a number.',
	],
	[
		'a text for a flag',
		'clusters: [{name: a, cluster: {insecure-skip-tls-verify: "true"}}]',
		'is not a kubeconfig: clusters[0].cluster.insecure-skip-tls-verify (line 1) must be true or false, not a text.',
	],
	['a mapping for a list', '{"contexts": {}}', 'is not a kubeconfig: contexts must be a list, not a mapping.'],
	[
		'a list for a mapping',
		'users: [{name: a, user: []}]',
		'is not a kubeconfig: users[0].user (line 1) must be a mapping, not a list.',
	],
	[
		'data that is no base64',
		'clusters: [{name: a, cluster: {certificate-authority-data: "%%%"}}]',
		'is not a kubeconfig: clusters[0].cluster.certificate-authority-data (line 1) is not valid base64.',
	],
	['another object', 'apiVersion: v1\nkind: Pod\n', 'is not a kubeconfig: kind (line 2) must be Config, not Pod.'],
	['two of one name', 'users: [{name: a}, {name: a}]', 'is not a kubeconfig: users[1] (line 1) repeats the name a.'],
	['aliases without end', bomb, 'is not valid YAML:'],
	['brackets without end', `a: ${'['.repeat(100_000)}`, 'is not valid YAML'],
	['a file without permission', '!EACCES', 'may not be read by you: check its permissions.'],
	['a folder', '!EISDIR', 'is a folder.'],
	['a file too large', '!EFBIG', 'is too large to be one.'],
])('%s is refused in a sentence', async (_name, text, expected) => {
	const found = await sentence(mergedConfig(outsideWith({[home]: text})));
	expect(found.slice(0, `The kubeconfig ${home} ${expected}`.length)).toBe(`The kubeconfig ${home} ${expected}`);
	expect(found.length).toBeLessThan(400);
});

test('no kubeconfig anywhere is told with what to do', async () => {
	const advice = "Name one with --kubeconfig, or let your cluster's tool write it; --demo needs none.";
	expect([
		await sentence(mergedConfig(outsideWith({}))),
		await sentence(mergedConfig(outsideWith({}, {environment: {KUBECONFIG: '/a:/b'}}))),
		await sentence(mergedConfig(outsideWith({}), '/flag')),
	]).toEqual([
		`No kubeconfig: /home/me/.kube/config does not exist. ${advice}`,
		`No kubeconfig: none of the files in KUBECONFIG exists. ${advice}`,
		'/flag does not exist: check --kubeconfig.',
	]);
});

const file = (name: string, server: string, current = name): string =>
	`current-context: "${current}"\ncontexts: [{name: ${name}, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: "${server}"}}]`;

test('of several files the first current context and the first of each name win; missing files and empty names are passed over', async () => {
	const outside = outsideWith(
		{'/a': file('a', 'https://a.test', ''), '/b': file('b', 'https://b.test')},
		{environment: {KUBECONFIG: '/none::/a:/b:/a:'}},
	);
	const config = await mergedConfig(outside);
	expect(contextNames(config)).toEqual(['a', 'b']);
	const access = await loadAccess(outside, config);
	expect([access.contextName, access.server.href]).toEqual(['b', 'https://a.test/']);
	expect(config.files).toEqual(['/a', '/b']);
});

test('the flag wins over KUBECONFIG, which wins over the home folder', async () => {
	const files = {
		'/flag': file('flag', 'https://x'),
		'/env': file('env', 'https://x'),
		[home]: file('home', 'https://x'),
	};
	const environment = {KUBECONFIG: '/env'};
	expect([
		(await mergedConfig(outsideWith(files, {environment}), '/flag')).currentContext,
		(await mergedConfig(outsideWith(files, {environment}))).currentContext,
		(await mergedConfig(outsideWith(files))).currentContext,
	]).toEqual(['flag', 'env', 'home']);
});

test('hostile keys are keys like others, and harm nobody', async () => {
	const text =
		'{"__proto__": {"polluted": 1}, "users": [{"name": "__proto__", "user": {"__proto__": {"token": "x"}, "as": "y", "as-user-extra": {"__proto__": ["z"]}}}],' +
		'"contexts": [{"name": "constructor", "context": {"cluster": "c", "user": "__proto__"}}], "clusters": [{"name": "c", "cluster": {"server": "https://x"}}]}';
	const outside = outsideWith({[home]: text});
	const access = await loadAccess(outside, await mergedConfig(outside), {context: 'constructor'});
	expect([access.userName, access.impersonation, await access.credentials.read()]).toEqual([
		'__proto__',
		{'Impersonate-User': 'y', 'Impersonate-Extra-__proto__': ['z']},
		{},
	]);
	expect('polluted' in {}).toBe(false);
});

const service = '/var/run/secrets/kubernetes.io/serviceaccount';
const inside = {environment: {KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '443'}};

test('in a pod without a kubeconfig the service account is used, whose token is read again each minute', async () => {
	const outside = outsideWith({[`${service}/token`]: ' one\n', [`${service}/namespace`]: 'shop\n'}, inside);
	const access = await loadAccess(outside, await mergedConfig(outside));
	expect([access.contextName, access.namespace, access.server.href]).toEqual([
		'in-cluster',
		'shop',
		'https://[fd00::1]/',
	]);
	const read = (): Promise<unknown> => access.credentials.read();
	const first = await read();
	outside.contents.set(`${service}/token`, 'two\n');
	const same = await read();
	await outside.advance(60_000);
	const second = await read();
	outside.contents.set(`${service}/token`, '!EACCES');
	await outside.advance(60_000);
	expect([first, same, second, await read()]).toEqual(
		['one', 'one', 'two', 'two'].map(token => ({authorization: `Bearer ${token}`})),
	);
});

test('in a pod a kubeconfig comes first, and an empty one does not count', async () => {
	const files = {[`${service}/token`]: 'one'};
	expect([
		(await mergedConfig(outsideWith({...files, [home]: file('home', 'https://x')}, inside))).currentContext,
		(await mergedConfig(outsideWith({...files, [home]: ''}, inside))).currentContext,
	]).toEqual(['home', 'in-cluster']);
});
