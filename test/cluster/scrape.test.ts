/** The ways to the ports of pods that a real API server offers: its proxy, and its tunnels to what kubelets forward. */
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import http, {type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {homedir} from 'node:os';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {loadAccess} from '../../src/kube/access/load-access.ts';
import {mergedConfig} from '../../src/kube/access/merged-config.ts';
import {openTunnel} from '../../src/kube/port-forward/open-tunnel.ts';
import type {Transport} from '../../src/kube/ports.ts';
import {createPodScrapes} from '../../src/kube/scrape/pod-scrapes.ts';
import {createTransport} from '../../src/kube/transport/create-transport.ts';
import {createClock} from '../../src/platform/clock.ts';
import {createFiles} from '../../src/platform/files.ts';
import {createProcesses} from '../../src/platform/processes.ts';
import {findKit} from '../support/kit.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';

const kit = findKit();
if ('skipped' in kit) test.skip(kit.skipped, () => undefined);

describe.runIf(!('skipped' in kit))('the metrics of a pod of a real API server', () => {
	const clock = createClock();
	const transports: Transport[] = [];
	const signal = new AbortController().signal;
	let cluster: RealCluster;
	let pod = '';
	/** Stands for the network of the pods, which have none: the API server takes it for the proxy that leads to them. */
	let network: Server;
	let isNetworkUp = true;
	const called: unknown[] = [];

	beforeAll(async () => {
		network = http.createServer((request, response) => {
			called.push(request.url);
			if (isNetworkUp) response.setHeader('Content-Type', 'text/plain').end('by_the_network 1\n');
			else request.socket.destroy();
		});
		network.listen(0, '127.0.0.1');
		await once(network, 'listening');
		const address = `http://127.0.0.1:${(network.address() as AddressInfo).port}`;
		if ('skipped' in kit) return;
		cluster = startCluster(kit, {
			HTTP_PROXY: address,
			http_proxy: address,
			NO_PROXY: '127.0.0.1',
			no_proxy: '127.0.0.1',
		});
		cluster.kubectl('create', 'namespace', 'shop');
		cluster.kubectl('-n', 'shop', 'run', 'api', '--image=api', '--port=8080', '--labels=app=api');
		cluster.kubectl('-n', 'shop', 'wait', '--for=condition=Ready', 'pod/api', '--timeout=60s');
		cluster.kubectl('create', 'clusterrole', 'half', '--verb=get', '--resource=pods/portforward');
		cluster.kubectl('create', 'clusterrolebinding', 'half', '--clusterrole=half', '--user=half');
		pod = 'api';
	});
	afterAll(() => {
		for (const transport of transports) transport.close();
		cluster.stop();
		network.close();
	});

	async function connect(file: string, user?: string): Promise<Transport> {
		const outside = {environment: {}, home: homedir(), files: createFiles(), processes: createProcesses(), clock};
		const access = await loadAccess(outside, await mergedConfig(outside, file));
		const impersonation = user === undefined ? access.impersonation : {'Impersonate-User': user};
		const transport = createTransport({...access, impersonation}, {clock, userAgent: 'dogwatch/test'});
		transports.push(transport);
		return transport;
	}

	const targetOf = (port = 8080, path = '/metrics') => ({
		namespace: 'shop',
		pod,
		ip: '10.64.0.1',
		owner: 'api',
		endpoint: {scheme: 'http', port, path} as const,
	});

	test('come by its proxy, by a name that is not that of the pod', async () => {
		isNetworkUp = true;
		const scrapes = createPodScrapes({transport: await connect(cluster.kubeconfig), clock});
		const host = cluster
			.kubectl('config', 'view', '-o', 'jsonpath={.clusters[0].cluster.server}')
			.slice('https://'.length);
		expect(await scrapes.scrape(targetOf(), signal)).toEqual({text: 'by_the_network 1\n', way: 'proxy'});
		// By the name under which we asked the API server: apps that heed their name do not know it.
		expect(called).toContain(`http://${host}/metrics`);
	});

	test('come through a tunnel where that leads nowhere, and by it alone from then on', async () => {
		isNetworkUp = false;
		const scrapes = createPodScrapes({transport: await connect(cluster.kubeconfig), clock});
		const text = expect.stringContaining('# TYPE http_requests_total counter');
		expect(await scrapes.scrape(targetOf(), signal)).toEqual({text, way: 'tunnel'});
		const before = called.length;
		expect(await scrapes.scrape(targetOf(), signal)).toEqual({text, way: 'tunnel'});
		expect(called).toHaveLength(before);
		expect(await scrapes.scrape(targetOf(8080, '/nothing'), signal)).toEqual({
			failure: {kind: 'answer', message: '/nothing answers 404'},
		});
		scrapes.stop();
	});

	test('need one of two rights, which are named', async () => {
		const scrapes = createPodScrapes({transport: await connect(cluster.viewerKubeconfig), clock});
		expect(await scrapes.scrape(targetOf(), signal)).toEqual({
			failure: {
				kind: 'forbidden',
				message: 'no right to get pods/proxy in shop, nor to get pods/portforward in shop',
				permissions: ['get pods/proxy in shop', 'get pods/portforward in shop'],
			},
		});
	});

	test('need the right to create tunnels, not only to get them', async () => {
		const scrapes = createPodScrapes({transport: await connect(cluster.kubeconfig, 'half'), clock});
		expect(await scrapes.scrape(targetOf(), signal)).toMatchObject({
			failure: {permissions: ['get pods/proxy in shop', 'create pods/portforward in shop']},
		});
	});

	test('are told to be gone with their pod', async () => {
		const scrapes = createPodScrapes({transport: await connect(cluster.kubeconfig), clock});
		expect(await scrapes.scrape({...targetOf(), pod: 'nobody'}, signal)).toEqual({
			failure: {kind: 'gone', message: 'pods "nobody" not found'},
		});
	});

	test('are not all that a tunnel carries: a megabyte comes back as it was sent', async () => {
		const tunnel = await openTunnel(
			await connect(cluster.kubeconfig),
			{namespace: 'shop', pod, port: 5555},
			clock,
			signal,
		);
		const sent = randomBytes(1024 * 1024);
		const received: Buffer[] = [];
		let size = 0;
		const whole = new Promise<void>(resolve =>
			tunnel.on('data', (chunk: Buffer) => {
				received.push(chunk);
				size += chunk.length;
				if (size === sent.length) resolve();
			}),
		);
		tunnel.write(sent);
		await whole;
		expect(Buffer.concat(received).equals(sent)).toBe(true);
		tunnel.destroy();
		await once(tunnel, 'close');
	});
});
