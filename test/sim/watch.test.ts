import {once} from 'node:events';
import {get, type IncomingMessage} from 'node:http';
import {describe, expect, test} from 'vitest';
import {configMap, startSmallCluster, type SmallCluster} from './small-cluster.ts';

const MAPS = '/api/v1/namespaces/shop/configmaps';
const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io';

interface Watch {
	/** The next event as `TYPE NAME`; `end` or the error's code when there is none. */
	next(): Promise<string>;
	nextLine(): Promise<string>;
}

describe('a watch', () => {
	test('tells what changes after its version', async () => {
		const cluster = await startSmallCluster([configMap('a')]);
		const {sim} = cluster;
		const watch = await open(cluster, `resourceVersion=${sim.resourceVersion}`);
		sim.apply(configMap('b'));
		sim.apply(configMap('b', {k: 'v'}));
		sim.delete('configmaps', 'shop', 'a');
		sim.apply({...configMap('c'), metadata: {name: 'c', namespace: 'other'}});
		sim.apply(configMap('d'));
		const seen = [await watch.next(), await watch.next(), await watch.next(), await watch.next()];
		await sim.stop();
		expect(seen).toEqual(['ADDED b', 'MODIFIED b', 'DELETED a', 'ADDED d']);
	});

	test('without a version begins with what there is', async () => {
		const cluster = await startSmallCluster([configMap('a'), configMap('b')]);
		const watch = await open(cluster, '');
		expect([await watch.next(), await watch.next()]).toEqual(['ADDED a', 'ADDED b']);
		await cluster.sim.stop();
	});

	test('catches up with what it missed', async () => {
		const cluster = await startSmallCluster();
		const {sim} = cluster;
		const version = sim.resourceVersion;
		sim.apply(configMap('a'));
		sim.delete('configmaps', 'shop', 'a');
		const watch = await open(cluster, `resourceVersion=${version}`);
		expect([await watch.next(), await watch.next()]).toEqual(['ADDED a', 'DELETED a']);
		await sim.stop();
	});

	test('through a selector sees objects come and go with their labels', async () => {
		const cluster = await startSmallCluster([configMap('a', {}, {tier: 'x'})]);
		const {sim} = cluster;
		const watch = await open(cluster, `resourceVersion=${sim.resourceVersion}&labelSelector=tier%3Dfront`);
		sim.apply(configMap('a', {}, {tier: 'front'}));
		sim.apply(configMap('a', {k: 'v'}, {tier: 'front'}));
		sim.apply(configMap('a', {}, {tier: 'back'}));
		expect([await watch.next(), await watch.next(), await watch.next()]).toEqual([
			'ADDED a',
			'MODIFIED a',
			'DELETED a',
		]);
		await sim.stop();
	});

	test('gets a bookmark on demand and once a minute, when it takes them', async () => {
		const cluster = await startSmallCluster();
		const {sim} = cluster;
		const watch = await open(cluster, `resourceVersion=${sim.resourceVersion}&allowWatchBookmarks=true`);
		const deaf = await open(cluster, `resourceVersion=${sim.resourceVersion}`);
		sim.bookmark();
		const first = JSON.parse(await watch.nextLine());
		expect(first).toEqual({
			type: 'BOOKMARK',
			object: {kind: 'ConfigMap', apiVersion: 'v1', metadata: {resourceVersion: String(sim.resourceVersion)}},
		});
		await cluster.advance(60_000);
		expect(await watch.next()).toBe('BOOKMARK undefined');
		sim.apply(configMap('a'));
		expect(await deaf.next()).toBe('ADDED a');
		await sim.stop();
	});

	test('ends when its time is over', async () => {
		const cluster = await startSmallCluster();
		const watch = await open(cluster, `resourceVersion=${cluster.sim.resourceVersion}&timeoutSeconds=300`);
		await cluster.advance(300_000);
		expect(await watch.next()).toBe('end');
		await cluster.sim.stop();
		expect(cluster.pending()).toBe(0);
	});

	test.each([
		['older than the cluster', '1'],
		['that has expired', undefined],
	])('from a version %s is told to list again', async (_, given) => {
		const cluster = await startSmallCluster();
		const {sim} = cluster;
		const version = given ?? String(sim.resourceVersion);
		sim.apply(configMap('a'));
		sim.faults.expireHistory();
		const watch = await open(cluster, `resourceVersion=${version}`);
		const {type, object} = JSON.parse(await watch.nextLine());
		expect([type, object.reason, object.code, object.message]).toEqual([
			'ERROR',
			'Expired',
			410,
			`too old resource version: ${version} (${sim.resourceVersion})`,
		]);
		expect(await watch.next()).toBe('end');
		await sim.stop();
	});

	test('remembers a thousand changes and no more', async () => {
		const cluster = await startSmallCluster();
		const {sim} = cluster;
		const version = sim.resourceVersion;
		for (let count = 0; count < 1000; count++) sim.apply(configMap('a', {count: String(count)}));
		const kept = await open(cluster, `resourceVersion=${version}`);
		expect(await kept.next()).toBe('ADDED a');
		sim.apply(configMap('a', {count: '1000'}));
		const lost = await open(cluster, `resourceVersion=${version}`);
		expect((await lost.next()).split(' ')[0]).toBe('ERROR');
		await sim.stop();
	});

	test('of a table defines its columns once', async () => {
		const cluster = await startSmallCluster();
		const {sim} = cluster;
		const watch = await open(cluster, `resourceVersion=${sim.resourceVersion}`, TABLE);
		sim.apply(configMap('a'));
		sim.apply(configMap('b'));
		const events = [JSON.parse(await watch.nextLine()), JSON.parse(await watch.nextLine())];
		expect(events.map(({type, object}) => [type, object.columnDefinitions?.length, object.rows[0].cells])).toEqual([
			['ADDED', 2, ['a', '0s']],
			['ADDED', undefined, ['b', '0s']],
		]);
		await sim.stop();
	});
});

describe('a watch that is cut', () => {
	test.each([
		['clean', 'end'],
		['reset', 'ECONNRESET'],
		['mid-line', '{"type":"MODIFIED","object":{"kind":"Po'],
	] as const)('%s', async (how, expected) => {
		const cluster = await startSmallCluster();
		const watch = await open(cluster, `resourceVersion=${cluster.sim.resourceVersion}`);
		cluster.sim.faults.cutWatches(how);
		expect(await watch.nextLine()).toBe(expected);
		await cluster.sim.stop();
	});

	test('may be sent nonsense', async () => {
		const cluster = await startSmallCluster();
		const watch = await open(cluster, `resourceVersion=${cluster.sim.resourceVersion}`);
		cluster.sim.faults.sendLine('{"type": nonsense');
		expect(await watch.nextLine()).toBe('{"type": nonsense');
		await cluster.sim.stop();
	});
});

async function open({sim}: SmallCluster, query: string, accept = 'application/json'): Promise<Watch> {
	const request = get(`${sim.url}${MAPS}?watch=1&${query}`, {headers: {accept}});
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	// The response tells it too.
	request.on('error', () => {});
	const lines: string[] = [];
	let rest = '';
	let wake = (): void => {};
	let failure = 'end';
	response.setEncoding('utf8');
	response.on('data', (text: string) => {
		const parts = (rest + text).split('\n');
		rest = parts.pop() ?? '';
		lines.push(...parts);
		wake();
	});
	response.on('error', (error: NodeJS.ErrnoException) => {
		failure = error.code ?? 'error';
	});
	response.once('close', () => {
		lines.push(rest === '' ? failure : rest);
		wake();
	});
	const nextLine = async (): Promise<string> => {
		while (lines.length === 0) await new Promise<void>(resolve => (wake = resolve));
		return lines.shift() ?? '';
	};
	return {
		nextLine,
		async next() {
			const line = await nextLine();
			if (!line.startsWith('{')) return line;
			const {type, object} = JSON.parse(line);
			return `${type} ${object.metadata.name}`;
		},
	};
}
