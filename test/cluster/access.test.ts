/** The way to a real API server: its TLS, its users, its refusals, its gzip, its watch. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {json} from 'node:stream/consumers';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {acceptOf} from '../../src/kinds/contract.ts';
import {loadAccess} from '../../src/kube/access/load-access.ts';
import {mergedConfig} from '../../src/kube/access/merged-config.ts';
import type {Transport} from '../../src/kube/ports.ts';
import {createTransport} from '../../src/kube/transport/create-transport.ts';
import {createClock} from '../../src/platform/clock.ts';
import {createFiles} from '../../src/platform/files.ts';
import {createProcesses} from '../../src/platform/processes.ts';
import {findKit} from '../support/kit.ts';

const kit = findKit();
if ('skipped' in kit) test.skip(kit.skipped, () => undefined);

describe.runIf(!('skipped' in kit))('a real API server', () => {
	const {up, down} = 'skipped' in kit ? {up: '', down: ''} : kit;
	const parent = mkdtempSync(join(tmpdir(), 'dogwatch-access-'));
	const folder = join(parent, 'kit');
	const transports: Transport[] = [];
	const signal = new AbortController().signal;

	beforeAll(() => {
		execFileSync(up, ['--dir', folder, '--no-kwok'], {stdio: 'pipe'});
	});
	afterAll(() => {
		for (const transport of transports) transport.close();
		execFileSync(down, [folder], {stdio: 'pipe'});
		rmSync(parent, {recursive: true, force: true});
	});

	async function connect(file: string): Promise<Transport> {
		const outside = {
			environment: {},
			home: folder,
			files: createFiles(),
			processes: createProcesses(),
			clock: createClock(),
		};
		const access = await loadAccess(outside, await mergedConfig(outside, join(folder, file)));
		const transport = createTransport(access, {clock: outside.clock, userAgent: 'dogwatch/test'});
		transports.push(transport);
		return transport;
	}

	test('is spoken to with a client certificate', async () => {
		const transport = await connect('kubeconfig');
		expect(await transport.json({path: '/version', signal})).toMatchObject({
			gitVersion: expect.stringMatching(/^v1\./),
		});
		expect(transport.latencyMs).toBeLessThan(10_000);
	});

	test('compresses what has more than 128 KB, and we read it', async () => {
		const transport = await connect('kubeconfig');
		const path = '/api/v1/namespaces/default/configmaps';
		const data = {long: 'x'.repeat(300_000)};
		const text = JSON.stringify({apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'long'}, data});
		await transport.json({method: 'POST', path, body: {type: 'application/json', text}, signal});
		const {headers, body} = await transport.ask({path: `${path}/long`, signal});
		expect([headers['content-encoding'], await json(body)]).toMatchObject(['gzip', {data}]);
	});

	test('forbids a viewer the nodes, in so many words', async () => {
		const fault = await (
			await connect('viewer.kubeconfig')
		)
			.json({path: '/api/v1/nodes', signal})
			.catch((error: {fault: unknown}) => error.fault);
		expect(fault).toMatchObject({
			kind: 'forbidden',
			permission: 'list nodes',
			message: expect.stringContaining('User "viewer" cannot list'),
		});
	});

	test('does not serve a kind of tomorrow', async () => {
		const fault = await (
			await connect('kubeconfig')
		)
			.json({path: '/apis/x.test/v1/things', signal})
			.catch((error: {fault: unknown}) => error.fault);
		expect(fault).toMatchObject({kind: 'missing'});
	});

	test('shows a change in a watch at once', async () => {
		const transport = await connect('kubeconfig');
		const namespaces = '/api/v1/namespaces/default/configmaps';
		const {body} = await transport.ask({
			path: `${namespaces}?watch=1&fieldSelector=metadata.name%3Dours`,
			signal,
			compress: false,
		});
		const line = new Promise<string>(resolve => createInterface({input: body}).once('line', resolve));
		const text = JSON.stringify({apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'ours'}});
		await transport.json({method: 'POST', path: namespaces, body: {type: 'application/json', text}, signal});
		expect(JSON.parse(await line)).toMatchObject({type: 'ADDED', object: {metadata: {name: 'ours'}}});
		body.destroy();
	});

	test('lists and watches secrets without what is secret', async () => {
		const transport = await connect('kubeconfig');
		const path = '/api/v1/namespaces/default/secrets';
		const accept = acceptOf({metadataOnly: true});
		const {body} = await transport.ask({path: `${path}?watch=1`, accept: accept.watch, signal, compress: false});
		const line = new Promise<string>(resolve => createInterface({input: body}).once('line', resolve));
		const data = {password: Buffer.from('hunter2').toString('base64')};
		const text = JSON.stringify({apiVersion: 'v1', kind: 'Secret', metadata: {name: 'ours'}, data});
		await transport.json({method: 'POST', path, body: {type: 'application/json', text}, signal});
		const list = JSON.stringify(await transport.json({path, accept: accept.list, signal}));
		for (const seen of [await line, list]) {
			expect(seen).toContain('"name":"ours"');
			expect(seen).not.toContain(data.password);
		}
		body.destroy();
	});
});
