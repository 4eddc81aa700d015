import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {execCredentialOf} from '../../../src/kube/access/exec-credential.ts';
import {loadAccess} from '../../../src/kube/access/load-access.ts';
import {mergedConfig} from '../../../src/kube/access/merged-config.ts';
import type {Credentials} from '../../../src/kube/ports.ts';
import {Cancelled} from '../../../src/lib/failure.ts';
import {createFiles} from '../../../src/platform/files.ts';
import type {ProgramRun} from '../../../src/platform/processes.ts';
import {createVirtualClock, type VirtualClock} from '../../support/virtual-clock.ts';
import {configured, oneContext, outsideWith} from './outside.ts';

const v1 = 'client.authentication.k8s.io/v1';
const credential = (status: object, apiVersion = v1): string =>
	JSON.stringify({kind: 'ExecCredential', apiVersion, status});

/** A real program beside a real kubeconfig, and the credentials that come of it. */
async function withPlugin(script: string, exec: object = {}): Promise<{folder: string; credentials: Credentials}> {
	const folder = mkdtempSync(join(tmpdir(), 'dogwatch-plugin-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	mkdirSync(join(folder, 'bin'));
	writeFileSync(join(folder, 'bin/plugin'), `#!/bin/sh\ncd ${folder}\n${script}\n`);
	chmodSync(join(folder, 'bin/plugin'), 0o755);
	const user = JSON.stringify({
		exec: {apiVersion: v1, command: './bin/plugin', interactiveMode: 'IfAvailable', ...exec},
	});
	writeFileSync(
		join(folder, 'config'),
		oneContext(
			user,
			'{server: "https://kube.test", tls-server-name: name.test, extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: me}}]}',
		),
	);
	const outside = outsideWith({}, {files: createFiles(), environment: {PATH: process.env['PATH'], OUR: 'own'}});
	return {
		folder,
		credentials: (await loadAccess(outside, await mergedConfig(outside, join(folder, 'config')))).credentials,
	};
}

test('a login program gets its arguments, environment and what the cluster is, and no stdin', async () => {
	const {folder, credentials} = await withPlugin(
		`cat > stdin; printf '%s|%s|%s|%s' "$1" "$2" "$OUR" "$THEIR" > got; printf %s "$KUBERNETES_EXEC_INFO" > info; echo '${credential({token: ' abc '})}'`,
		{args: ['', 'two words'], env: [{name: 'THEIR', value: 'its'}], provideClusterInfo: true},
	);
	expect(await credentials.read()).toEqual({authorization: 'Bearer abc'});
	expect(readFileSync(join(folder, 'stdin'), 'utf8')).toBe('');
	expect(readFileSync(join(folder, 'got'), 'utf8')).toBe('|two words|own|its');
	expect(JSON.parse(readFileSync(join(folder, 'info'), 'utf8'))).toEqual({
		kind: 'ExecCredential',
		apiVersion: v1,
		spec: {
			cluster: {server: 'https://kube.test', 'tls-server-name': 'name.test', config: {audience: 'me'}},
			interactive: false,
		},
	});
});

test('20 readers at once start it once', async () => {
	const {folder, credentials} = await withPlugin(`echo run >> runs; echo '${credential({token: 'abc'})}'`);
	await Promise.all(Array.from({length: 20}, () => credentials.read()));
	await credentials.read();
	expect(readFileSync(join(folder, 'runs'), 'utf8')).toBe('run\n');
});

test.each([
	[
		'fails',
		'echo first >&2; echo "the session has expired." >&2; exit 3',
		'failed with exit code 3: the session has expired.',
	],
	['is killed', 'kill -9 $$', 'was killed.'],
	['prints nothing', 'echo "open a browser" >&2', 'printed nothing: open a browser.'],
	['prints nonsense', 'echo hello', 'printed something else than a credential in JSON.'],
])('a login program that %s is a fault with its last words', async (_name, script, words) => {
	const {credentials} = await withPlugin(script);
	const fault = await credentials.read().catch((error: {fault: {kind: string; message: string}}) => error.fault);
	expect({...fault, message: 'message' in fault ? fault.message.replace(/\/\S*(?=plugin)/, '') : ''}).toEqual({
		kind: 'credential',
		message: `The login program plugin ${words}`,
	});
});

/** A program that is played: `answers` are what it prints, one after the other; undefined is one that hangs. */
async function played(
	answers: readonly (string | undefined)[],
): Promise<VirtualClock & {credentials: Credentials; runs: ProgramRun[]}> {
	const runs: ProgramRun[] = [];
	const virtual = createVirtualClock(Date.UTC(2026, 10, 24, 12));
	const {outside, config} = await configured(
		oneContext(`{exec: {command: aws, apiVersion: ${v1}}}`),
		{},
		{
			clock: virtual.clock,
			processes: {
				find: command => Promise.resolve(`/bin/${command}`),
				run(order) {
					const stdout = answers[runs.push(order) - 1];
					if (stdout !== undefined) return Promise.resolve({exitCode: 0, stdout, stderr: ''});
					return new Promise((_resolve, reject) =>
						order.signal.addEventListener('abort', () => reject(order.signal.reason)),
					);
				},
			},
		},
	);
	return {...virtual, runs, credentials: (await loadAccess(outside, config)).credentials};
}

test('it is run again a minute before its credential ends, and after a 401', async () => {
	const at = (time: string): string => `2026-11-24T${time}Z`;
	const {credentials, advance, runs} = await played([
		credential({token: 'a', expirationTimestamp: at('12:10:00')}),
		credential({token: 'b'}),
		credential({token: 'c'}),
	]);
	const seen = [await credentials.read()];
	await advance(9 * 60_000 - 1);
	seen.push(await credentials.read());
	await advance(1);
	seen.push(await credentials.read());
	await advance(24 * 3_600_000);
	seen.push(await credentials.read());
	credentials.forget();
	seen.push(await credentials.read());
	expect(seen).toEqual(['a', 'a', 'b', 'b', 'c'].map(token => ({authorization: `Bearer ${token}`})));
	expect(runs.length).toBe(3);
});

test('one whose credentials end at once is not run for every request', async () => {
	const brief = credential({token: 'a', expirationTimestamp: '2026-11-24T12:00:10Z'});
	const {credentials, advance, runs} = await played([brief, brief]);
	await credentials.read();
	await advance(4_999);
	await credentials.read();
	expect(runs.length).toBe(1);
	await advance(1);
	await credentials.read();
	expect(runs.length).toBe(2);
});

test('one that hangs is ended after 30 s, and not started again for 10 s', async () => {
	const {credentials, advance, runs, pending} = await played([undefined, credential({token: 'a'})]);
	const failure = credentials.read().catch((error: {fault: unknown}) => error.fault);
	await advance(30_000);
	const fault = {
		kind: 'credential',
		message: 'The login program aws did not end within 30 s: log in with it by hand first.',
	};
	expect([await failure, runs[0]?.signal.aborted, pending()]).toEqual([fault, true, 0]);
	await advance(9_999);
	expect(await credentials.read().catch((error: {fault: unknown}) => error.fault)).toEqual(fault);
	expect(runs.length).toBe(1);
	await advance(1);
	expect(await credentials.read()).toEqual({authorization: 'Bearer a'});
});

test('one that hangs when we end is ended with us', async () => {
	const {credentials, runs, pending} = await played([undefined]);
	const failure = credentials.read().catch((error: unknown) => error);
	await Promise.resolve();
	credentials.stop?.();
	expect([await failure, runs[0]?.signal.aborted, pending()]).toEqual([
		new Cancelled('The login was called off.'),
		true,
		0,
	]);
});

test.each([
	['a token', credential({token: ' abc '}), {authorization: 'Bearer abc'}],
	[
		'a certificate with its end',
		credential({clientCertificateData: 'C', clientKeyData: 'K', expirationTimestamp: '2026-11-24T12:00:00Z'}),
		{cert: Buffer.from('C'), key: Buffer.from('K'), expiresAt: Date.UTC(2026, 10, 24, 12)},
	],
	[
		'another version',
		credential({token: 'a'}, 'client.authentication.k8s.io/v1beta1'),
		{problem: `printed ExecCredential of client.authentication.k8s.io/v1beta1, not an ExecCredential of ${v1}`},
	],
	['a list', '[]', {problem: 'printed JSON that is no credential: it must be a mapping, not a list'}],
	[
		'a number for a token',
		credential({token: 1}),
		{
			problem:
				'printed JSON that is no credential: status.token must be a text (in quotes, if it looks like something else), not a number',
		},
	],
	['no status', credential({}), {problem: 'printed a credential without token and certificate'}],
	[
		'a lone key',
		credential({token: 'a', clientKeyData: 'K'}),
		{problem: 'printed a certificate without its key, or a key alone'},
	],
	[
		'a strange end',
		credential({token: 'a', expirationTimestamp: 'soon'}),
		{problem: 'printed an expirationTimestamp that is no time'},
	],
	[
		'a token that would be a header',
		credential({token: 'a\r\nX: y'}),
		{problem: 'printed a token with blanks or control characters in it'},
	],
	[
		'a hostile key',
		'{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","__proto__":{"status":{"token":"x"}}}',
		{problem: 'printed a credential without token and certificate'},
	],
])('what it prints: %s', (_name, stdout, expected) => {
	expect(execCredentialOf(stdout, v1)).toEqual(expected);
});
