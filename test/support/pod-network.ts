import {chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Kit} from './kit.ts';

/**
 * What stands between the kit's API server and processes of this machine that play its pods. Pods of the kit have addresses at which
 * nothing listens, and the API server does not call loopback; but it asks a proxy when its environment names one, which is this.
 */
export interface PodNetwork {
	/** For the programs of the kit. */
	readonly environment: Readonly<Record<string, string>>;
	/** Where the requests to a pod are answered; undefined for a pod that is gone. */
	set(namespace: string, pod: string, url: string | undefined): void;
	/** While it is false the API server does not reach any pod, and port-forward is the only way. */
	isOpen: boolean;
	/** Namespaces and pods asked for, the newest last. */
	readonly asked: readonly string[];
	stop(): Promise<void>;
}

/** A network for one cluster, which must be started with its environment. */
export async function startPodNetwork(kit: Kit): Promise<PodNetwork> {
	const urls = new Map<string, string>();
	const asked: string[] = [];
	const network = {isOpen: true};
	const server = http.createServer((request, response) => {
		// `/api/v1/namespaces/shop/pods/api-1:8000/proxy/metrics`, as it was asked for.
		const asWritten = String(request.headers['x-forwarded-uri'] ?? '');
		const {namespace, pod, path} = PROXIED.exec(asWritten)?.groups ?? {};
		asked.push(`${namespace}/${pod}`);
		const url = network.isOpen ? urls.get(`${namespace}/${pod}`) : undefined;
		if (url === undefined) {
			request.socket.destroy();
			return;
		}
		const {search} = new URL(request.url ?? '', url);
		const onward = http.request(new URL(`${path ?? '/'}${search}`, url), {
			method: request.method ?? 'GET',
			headers: {...request.headers, host: new URL(url).host},
		});
		onward.once('error', () => response.destroy());
		onward.once('response', answer => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		request.pipe(onward);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const programs = programsOf(kit);
	return {
		environment: {
			HTTP_PROXY: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
			KUBEBUILDER_ASSETS: programs,
		},
		set(namespace, pod, url) {
			if (url === undefined) urls.delete(`${namespace}/${pod}`);
			else urls.set(`${namespace}/${pod}`, url);
		},
		get isOpen() {
			return network.isOpen;
		},
		set isOpen(isOpen) {
			network.isOpen = isOpen;
		},
		asked,
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
			rmSync(programs, {recursive: true, force: true});
		},
	};
}

const PROXIED =
	/^\/api\/v1\/namespaces\/(?<namespace>[^/]+)\/pods\/(?:http:)?(?<pod>[^/:]+)(?::\d+)?\/proxy(?<path>\/[^?]*)?/;

/** The kit's programs, with a kwok that also reads Logs and PortForwards from the cluster: each pod can have its own. */
function programsOf(kit: Kit): string {
	const from = dirname(kit.kubectl);
	const folder = mkdtempSync(join(tmpdir(), 'dogwatch-programs-'));
	for (const name of readdirSync(from).filter(one => one !== 'kwok'))
		symlinkSync(join(from, name), join(folder, name));
	const kwok = join(folder, 'kwok');
	writeFileSync(kwok, `#!/bin/sh\nexec '${join(from, 'kwok')}' --enable-crds Logs,PortForward "$@"\n`);
	chmodSync(kwok, 0o755);
	return folder;
}
