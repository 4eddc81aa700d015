import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import {expect, onTestFinished, test} from 'vitest';
import {createReflector} from '../../../src/kube/reflector/reflector.ts';
import type {ClusterAccess} from '../../../src/kube/ports.ts';
import {createTransport} from '../../../src/kube/transport/create-transport.ts';
import {createClock} from '../../../src/platform/clock.ts';
import {bookmark, event, listOf} from './rig.ts';

/** A server that answers each request in turn, and a reflector on it whose waits are nothing. */
async function reflect(
	answers: readonly RequestListener[],
): Promise<{log: string[]; heard: (entry: string) => Promise<void>}> {
	const waiting = [...answers];
	const server = createServer((request, response) => waiting.shift()?.(request, response));
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const clock = createClock();
	const access: ClusterAccess = {
		contextName: 'c',
		clusterName: 'c',
		userName: 'u',
		namespace: 'default',
		server: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
		tls: {ca: undefined, insecureSkipVerify: false, serverName: undefined},
		proxy: undefined,
		impersonation: {},
		credentials: {read: () => Promise.resolve({}), forget() {}},
	};
	const transport = createTransport(access, {clock, userAgent: 'test'});
	const log: string[] = [];
	let listener: (() => void) | undefined;
	const note = (entry: string): void => {
		log.push(entry);
		listener?.();
	};
	const reflector = createReflector({
		transport,
		path: '/api/v1/pods',
		project: object => (object as {metadata: {name: string}}).metadata,
		clock,
		random: () => 0,
		sink: {
			begin: () => note('begin'),
			put: ({name}) => note(`put ${name}`),
			drop: uid => note(`drop ${uid}`),
			complete: () => note('complete'),
			state: state => note(state.phase === 'watching' ? `watching from ${state.resourceVersion}` : state.phase),
			problem: what => note(what),
		},
	});
	onTestFinished(() => {
		reflector.stop();
		transport.close();
		server.close();
	});
	const heard = (entry: string): Promise<void> =>
		new Promise(resolve => {
			listener = () => log.includes(entry) && resolve();
			listener();
		});
	return {log, heard};
}

test('over HTTP: a compressed list that is cut, a reset watch, and a watch that goes on', async () => {
	const list = gzipSync(listOf(['a', 'b']));
	const {log, heard} = await reflect([
		(_, response) => {
			response.writeHead(200, {'content-encoding': 'gzip', 'content-length': list.length});
			response.write(list.subarray(0, list.length - 30), () => response.destroy());
		},
		(_, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end(list),
		(_, response) => {
			response.writeHead(200);
			response.write(`${event('ADDED', 'c', '11')}${event('ADDED', 'd', '12').slice(0, 50)}`, () =>
				response.socket?.resetAndDestroy(),
			);
		},
		(request, response) =>
			response
				.writeHead(200)
				.write(event('ADDED', 'd', '12') + bookmark(`${request.url?.endsWith('resourceVersion=11')}`)),
	]);
	await heard('watching from true');
	const rows = log.filter(entry => !entry.startsWith('listing'));
	expect(rows.slice(rows.lastIndexOf('begin'))).toEqual([
		...['begin', 'put a', 'put b', 'complete', 'watching from 10', 'put c'],
		...['watching from 11', 'put d', 'watching from true'],
	]);
	expect(log.filter(entry => entry === 'begin')).toHaveLength(2);
});
