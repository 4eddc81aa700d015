import type {TLSSocket} from 'node:tls';
import {describe, expect, test} from 'vitest';
import type {ClusterAccess, Credentials} from '../../../src/kube/ports.ts';
import {makeCertificates, type Pair} from '../../support/certificates.ts';
import {listen} from '../../support/little-server.ts';
import {accessTo, faultOf, never, transportTo} from './access-to.ts';

const made = makeCertificates();
const certificates = 'skipped' in made ? undefined : made;

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

if ('skipped' in made) test.skip(made.skipped, () => undefined);

describe.runIf(certificates !== undefined)('TLS', () => {
	const {ca, otherCa, server, expired, otherName, client, expiredClient} = certificates ?? ({} as never);
	const trust = (tls: Partial<ClusterAccess['tls']>): ClusterAccess['tls'] => ({
		ca,
		insecureSkipVerify: false,
		serverName: undefined,
		...tls,
	});
	const asClient = (pair: Pair): Credentials => ({read: () => Promise.resolve(pair), forget: () => undefined});

	test.each([
		['the right authority', server, {}],
		['no check at all', expired, {ca: undefined, insecureSkipVerify: true}],
		['another name that is expected', otherName, {serverName: 'elsewhere.test'}],
		['an address that is expected as a name', server, {serverName: '127.0.0.1'}],
	])('%s connects', async (_name, pair, tls) => {
		const {url} = await listen((_request, response) => response.end('1'), pair);
		expect(await transportTo(accessTo(url, {tls: trust(tls)})).json({path: '/', signal: never()})).toBe(1);
	});

	test.each([
		[
			'a wrong authority',
			server,
			{ca: otherCa},
			'shows a certificate that was not signed by the certificate authority of the kubeconfig: was the cluster made anew?',
		],
		[
			'a kubeconfig without an authority',
			server,
			{ca: undefined},
			'shows a certificate that nobody known to this machine has signed: the kubeconfig names no certificate-authority for it.',
		],
		[
			'an expired certificate',
			expired,
			{},
			`shows a certificate that expired on ${yesterday}: it must be renewed (or this machine's clock is wrong).`,
		],
		[
			'a wrong name',
			otherName,
			{},
			'shows a certificate for other names (elsewhere.test): is the address right, or tls-server-name missing?',
		],
		[
			'a wrong tls-server-name',
			server,
			{serverName: 'x.test'},
			'shows a certificate for other names (127.0.0.1, kube.test): is the address right, or tls-server-name missing?',
		],
	])('%s is told in words', async (_name, pair, tls, words) => {
		const {url, port} = await listen((_request, response) => response.end('1'), pair);
		expect(await faultOf(transportTo(accessTo(url, {tls: trust(tls)})).json({path: '/', signal: never()}))).toEqual(
			{
				kind: 'tls',
				message: `127.0.0.1:${port} ${words}`,
			},
		);
	});

	test('a server without TLS is told in words', async () => {
		const {port} = await listen((_request, response) => response.end('1'));
		const url = new URL(`https://127.0.0.1:${port}`);
		expect(await faultOf(transportTo(accessTo(url, {tls: trust({})})).json({path: '/', signal: never()}))).toEqual({
			kind: 'tls',
			message: `127.0.0.1:${port} does not speak TLS there: perhaps the server is an http:// address.`,
		});
	});

	test('a client certificate that changes is used for the next request', async () => {
		const names: unknown[] = [];
		const {url} = await listen(
			(request, response) => {
				names.push((request.socket as TLSSocket).getPeerCertificate().subject.CN);
				response.end('1');
			},
			{...server, ca, requestCert: true, rejectUnauthorized: false},
		);
		let pair = client;
		const credentials: Credentials = {read: () => Promise.resolve(pair), forget: () => undefined};
		const transport = transportTo(accessTo(url, {tls: trust({}), credentials}));
		await transport.json({path: '/', signal: never()});
		pair = expiredClient;
		await transport.json({path: '/', signal: never()});
		expect(names).toEqual(['client', 'expired-client']);
	});

	test('a 401 with an expired client certificate says so', async () => {
		const {url} = await listen((_request, response) => response.writeHead(401).end(), {
			...server,
			ca,
			requestCert: true,
			rejectUnauthorized: false,
		});
		const access = accessTo(url, {tls: trust({}), credentials: asClient(expiredClient)});
		expect(await faultOf(transportTo(access).json({path: '/', signal: never()}))).toEqual({
			kind: 'unauthorized',
			message: `The client certificate of the user tester expired on ${yesterday}.`,
		});
	});

	test('a client certificate that cannot be used is a fault of the credential', async () => {
		const {url} = await listen((_request, response) => response.end('1'), server);
		const access = accessTo(url, {tls: trust({}), credentials: asClient({cert: client.cert, key: server.key})});
		expect(await faultOf(transportTo(access).json({path: '/', signal: never()}))).toMatchObject({
			kind: 'credential',
			message: expect.stringContaining('The client certificate of the user tester cannot be used ('),
		});
	});
});
