/** Our merged kubeconfig against kubectl's, over files that are nasty on purpose. */
import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {Kubeconfig, Placed} from '../../src/kube/access/kubeconfig.ts';
import {mergedConfig} from '../../src/kube/access/merged-config.ts';
import {createClock} from '../../src/platform/clock.ts';
import {createFiles} from '../../src/platform/files.ts';
import {createProcesses} from '../../src/platform/processes.ts';
import {findKit} from '../support/kit.ts';

const kit = findKit();
if ('skipped' in kit) test.skip(kit.skipped, () => undefined);

/** Every field that there is, in each of the sections. */
const whole = `
apiVersion: v1
kind: Config
preferences: {colors: true}
current-context: full
clusters:
- name: full
  cluster:
    server: https://a.test:6443/base
    tls-server-name: name.test
    certificate-authority: pki/ca.crt
    certificate-authority-data: aGVsbG8=
    proxy-url: socks5://p.test
    disable-compression: true
    extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: [1, 2, {x: y1}]}}]
- {name: careless, cluster: {server: "https://b.test", insecure-skip-tls-verify: yes}}
users:
- name: full
  user:
    client-certificate: pki/c.crt
    client-certificate-data: aGVsbG8=
    client-key: /abs/c.key
    client-key-data: aGVsbG8=
    token: t
    tokenFile: ./token
    as: jane
    as-uid: "7"
    as-groups: [a, b]
    as-user-extra: {scopes: [x, z], "a/b": [c]}
    username: u
    password: p
    auth-provider: {name: oidc, config: {id-token: i, client-id: c}}
- name: program
  user:
    exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plug, args: ["", two words], env: [{name: A, value: ""}, {name: B, value: c}], installHint: "get it", interactiveMode: Never, provideClusterInfo: true}
contexts:
- {name: full, context: {cluster: full, user: full, namespace: shop}}
- {name: bare, context: {cluster: careless}}
`;

const server = (name: string, url: string): string => `clusters: [{name: ${name}, cluster: {server: "${url}"}}]\n`;

/** Files, and KUBECONFIG over them, in which DIR is where they are; without one it is the file `a`. */
const agreeing: [name: string, files: Readonly<Record<string, string>>, list?: string][] = [
	['every field', {a: whole}],
	[
		'first current context, first entry as a whole',
		{
			a: `current-context: ""\n${server('one', 'https://a')}`,
			b: `current-context: b\n${server('one', 'https://b')}users: [{name: one, user: {token: t}}]\n`,
			c: 'current-context: c\n',
		},
		'DIR/a:DIR/b:DIR/c',
	],
	[
		'an entry is not completed from a later file',
		{
			a: 'users: [{name: u, user: {token: t}}]',
			b: 'users: [{name: u, user: {as: x, exec: {command: z, apiVersion: v1}}}]',
		},
		'DIR/a:DIR/b',
	],
	[
		'missing files, empty names, the same file twice',
		{a: server('one', 'https://a'), b: server('two', 'https://b')},
		'DIR/none::DIR/a:DIR/a::DIR/b:',
	],
	['an empty file among others', {a: '', b: '# nothing\n', c: server('one', 'https://a')}, 'DIR/a:DIR/b:DIR/c'],
	['nothing in any file', {a: '', b: '---\n'}, 'DIR/a:DIR/b'],
	['no file at all', {}, 'DIR/none'],
	[
		'folders apart, relative paths',
		{
			'x/a': 'clusters: [{name: a, cluster: {server: "https://a", certificate-authority: ca.crt}}]',
			'y/b': 'users: [{name: b, user: {client-certificate: ../c.crt, tokenFile: t, exec: {apiVersion: v1, command: bin/x}}}]',
		},
		'DIR/x/a:DIR/y/b',
	],
	['null everywhere', {a: 'clusters: null\nusers: ~\ncontexts:\ncurrent-context: null\n'}],
	[
		'entries of null',
		{a: 'clusters: [{name: a, cluster: null}, {name: b}]\nusers: [null]\ncontexts: [{context: {cluster: a}}]\n'},
	],
	['the second document is ignored', {a: 'current-context: a\n---\ncurrent-context: b\n'}],
	['a key twice: the last', {a: 'current-context: a\ncurrent-context: b\n'}],
	[
		'what looks like a date, a time, a binary',
		{a: 'contexts: [{name: 2026-01-01, context: {namespace: 12:30, cluster: 2026-01-01T00:00:00Z, user: "=="}}]\n'},
	],
	[
		'merge keys and aliases',
		{
			a: 'x: &x {server: "https://m", tls-server-name: m}\nclusters: [{name: a, cluster: {<<: *x, tls-server-name: own}}, {name: b, cluster: *x}]\n',
		},
	],
	[
		'unknown fields, wrong case',
		{a: `foo: [1]\nCurrent-Context: a\n${server('a', 'https://a').replace('server:', 'odd: 3, server:')}`},
	],
	[
		'JSON with tabs',
		{a: '{\n\t"current-context": "x",\n\t"users": [\n\t\t{"name": "u", "user": {"token": "t"}}]\n}'},
	],
	['a byte order mark and Windows line ends', {a: '\uFEFFcurrent-context: a\r\nclusters: []\r\n'}],
	[
		'base64 in several lines',
		{a: 'clusters:\n- name: a\n  cluster:\n    certificate-authority-data: |\n      aGVs\n      bG8=\n'},
	],
	['block and folded texts', {a: 'users:\n- name: >-\n    two\n    words\n  user:\n    password: |+\n      a\n\n'}],
	[
		'keys that are hostile in JavaScript',
		{
			a: 'clusters: [{name: __proto__, cluster: {server: "https://p"}}, {name: constructor, cluster: {server: "https://c", __proto__: {proxy-url: x}}}]\nusers: [{name: u, user: {as-user-extra: {__proto__: [x]}}}]',
		},
	],
];

const refused: readonly (readonly [string, string])[] = [
	['broken YAML', 'a: b: c\n'],
	['a text', 'hello\n'],
	['another kind', 'kind: Pod\napiVersion: v1\n'],
	['another version', 'kind: Config\napiVersion: v2\n'],
	['a number for a text', 'current-context: 12\n'],
	['yes for a text', 'users: [{name: a, user: {as: y}}]\n'],
	['an octal for a text', 'contexts: [{name: a, context: {namespace: 012}}]\n'],
	['a text for a flag', 'clusters: [{name: a, cluster: {insecure-skip-tls-verify: "true"}}]\n'],
	['a number among arguments', 'users: [{name: a, user: {exec: {command: x, args: [1]}}}]\n'],
	['a mapping for a list', 'clusters: {a: b}\n'],
	['broken base64', 'clusters: [{name: a, cluster: {certificate-authority-data: "%%%%"}}]\n'],
	['a name twice', 'users: [{name: a, user: {}}, {name: a, user: {}}]\n'],
];

describe.runIf(!('skipped' in kit))('kubectl and we', () => {
	const kubectl = 'skipped' in kit ? '' : kit.kubectl;

	test.each(agreeing)('agree: %s', async (_name, files, list = 'DIR/a') => {
		// One cluster more, without which there would be nothing to reach, and so a failure of ours.
		const folder = laid({...files, filler: server('filler', 'https://filler.test')});
		const environment = {KUBECONFIG: `${list}:DIR/filler`.replaceAll('DIR', folder), HOME: folder};
		const theirs: unknown = JSON.parse(await view(kubectl, environment));
		const ours = asKubectlPrints(await mergedConfig({...machine(folder), environment}));
		expect(pruned(ours)).toEqual(pruned(theirs));
	});

	test.each(refused)('refuse: %s', async (_name, text) => {
		const folder = laid({a: text});
		const environment = {KUBECONFIG: join(folder, 'a'), HOME: folder};
		await expect(view(kubectl, environment)).rejects.toThrow('error loading config file');
		await expect(mergedConfig({...machine(folder), environment})).rejects.toMatchObject({name: 'ExpectedFailure'});
	});
});

function laid(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'dogwatch-kubeconfig-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), {recursive: true});
		writeFileSync(join(folder, name), text);
	}
	return folder;
}

function machine(home: string) {
	return {home, files: createFiles(), processes: createProcesses(), clock: createClock()};
}

function view(kubectl: string, environment: Record<string, string>): Promise<string> {
	const args = ['config', 'view', '--merge', '--flatten=false', '-o', 'json', '--raw'];
	return new Promise((resolve, reject) => {
		execFile(kubectl, args, {env: environment}, (error, stdout, stderr) => {
			if (error === null) resolve(stdout);
			else reject(new Error(stderr));
		});
	});
}

function asKubectlPrints({currentContext, clusters, users, contexts}: Kubeconfig): object {
	const named = <Entry>(entries: ReadonlyMap<string, Placed<Entry>>, as: string): object[] =>
		[...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, {entry}]) => ({name, [as]: entry}));
	return {
		'current-context': currentContext,
		clusters: named(clusters, 'cluster'),
		users: named(users, 'user'),
		contexts: named(contexts, 'context'),
	};
}

/** Without what kubectl adds of its own, and without empty values, which it prints in several ways; bytes as base64. */
function pruned(value: unknown): unknown {
	if (Buffer.isBuffer(value)) return value.toString('base64');
	if (Array.isArray(value)) return value.map(item => pruned(item) ?? '');
	if (typeof value !== 'object' || value === null)
		return value === '' || value === false || value === null ? undefined : value;
	const added = new Set(['kind', 'apiVersion', 'preferences']);
	const isConfig = 'current-context' in value;
	const kept = Object.entries(value).flatMap(([key, item]) => {
		const short: unknown = key === 'interactiveMode' && item === 'IfAvailable' ? undefined : pruned(item);
		return short === undefined || (isConfig && added.has(key)) ? [] : [[key, short] as const];
	});
	const filled = kept.filter(
		([, item]) => !(typeof item === 'object' && item !== null && Object.keys(item).length === 0),
	);
	return filled.length === 0 ? undefined : Object.fromEntries(filled);
}
