import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {configMap, pod, startSmallCluster, workload, type SmallCluster} from './small-cluster.ts';

const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io, application/json';

let cluster: SmallCluster;

beforeAll(async () => {
	const maps = ['a', 'b', 'c', 'd', 'e'].map(name => configMap(name, {}, {tier: name < 'c' ? 'front' : 'back'}));
	cluster = await startSmallCluster([...maps, pod('x'), workload('Deployment', 'api', 'app:1', {replicas: 2})]);
	await cluster.advance(60_000);
});
afterAll(() => cluster.sim.stop());

const MAPS = '/api/v1/namespaces/shop/configmaps';
const PODS = '/api/v1/namespaces/shop/pods';

describe('a list', () => {
	test('has items without kind, and the version of the whole', async () => {
		const {body} = await cluster.ask('GET', MAPS);
		expect({...body, items: body.items.map((item: object) => Object.keys(item))}).toEqual({
			kind: 'ConfigMapList',
			apiVersion: 'v1',
			metadata: {resourceVersion: String(cluster.sim.resourceVersion)},
			items: Array.from({length: 5}, () => ['metadata', 'data']),
		});
	});

	test('comes in pages that go on where they ended', async () => {
		const pages: unknown[] = [];
		let token = '';
		do {
			const {body} = await cluster.ask('GET', `${MAPS}?limit=2&continue=${token}`);
			pages.push([body.items.map(nameOf), body.metadata.remainingItemCount]);
			token = body.metadata.continue ?? '';
		} while (token !== '');
		expect(pages).toEqual([
			[['a', 'b'], 3],
			[['c', 'd'], 1],
			[['e'], undefined],
		]);
	});

	test('whose token has expired says so, and gives one to go on with', async () => {
		const {sim, ask} = await startSmallCluster([configMap('a'), configMap('b'), configMap('c')]);
		const {body} = await ask('GET', `${MAPS}?limit=1`);
		sim.apply(configMap('d'));
		sim.faults.expireHistory();
		const refused = await ask('GET', `${MAPS}?limit=1&continue=${body.metadata.continue}`);
		const again = await ask('GET', `${MAPS}?continue=${refused.body.metadata.continue}`);
		await sim.stop();
		expect([refused.status, refused.body.reason, again.body.items.map(nameOf)]).toEqual([
			410,
			'Expired',
			['b', 'c', 'd'],
		]);
	});

	test.each([
		['labelSelector=tier%3Dfront', ['a', 'b']],
		['labelSelector=tier!%3Dfront', ['c', 'd', 'e']],
		['labelSelector=tier in (front,back),!x', ['a', 'b', 'c', 'd', 'e']],
		['labelSelector=tier notin (front)', ['c', 'd', 'e']],
		['labelSelector=x', []],
		['fieldSelector=metadata.name%3Dc', ['c']],
		['fieldSelector=metadata.name!%3Dc,metadata.namespace%3Dshop', ['a', 'b', 'd', 'e']],
	])('selects by %s', async (query, names) => {
		const {body} = await cluster.ask('GET', `/api/v1/configmaps?${query.replaceAll(' ', '%20')}`);
		expect(body.items.map(nameOf)).toEqual(names);
	});

	test('of pods selects by their node', async () => {
		const {body: all} = await cluster.ask('GET', '/api/v1/pods');
		const {body} = await cluster.ask('GET', '/api/v1/pods?fieldSelector=spec.nodeName%3Dnode-1');
		const expected = all.items
			.filter((item: {spec: {nodeName: string}}) => item.spec.nodeName === 'node-1')
			.map(nameOf);
		expect(body.items.map(nameOf)).toEqual(expected);
		expect(expected.length).toBeGreaterThan(0);
	});

	test('is compressed when it is large and the client takes gzip', async () => {
		const {sim, ask} = await startSmallCluster([configMap('large', {text: 'x'.repeat(200_000)})]);
		const large = await ask('GET', MAPS);
		const small = await ask('GET', '/api/v1/nodes');
		await sim.stop();
		expect([large.headers.get('content-encoding'), large.body.items[0].data.text.length]).toEqual([
			'gzip',
			200_000,
		]);
		expect(small.headers.get('content-encoding')).toBeNull();
	});
});

describe('a table', () => {
	test('of pods has the usual columns', async () => {
		const {body} = await cluster.ask('GET', `${PODS}?fieldSelector=metadata.name%3Dx`, {accept: TABLE});
		expect([body.kind, body.columnDefinitions.map(({name}: {name: string}) => name), body.rows[0].cells]).toEqual([
			'Table',
			['Name', 'Ready', 'Status', 'Restarts', 'Age', 'IP', 'Node', 'Nominated Node', 'Readiness Gates'],
			['x', '1/1', 'Running', '0', '60s', expect.any(String), expect.any(String), '<none>', '<none>'],
		]);
		expect([body.rows[0].object.kind, body.rows[0].object.metadata.name]).toEqual(['PartialObjectMetadata', 'x']);
	});

	test('of Deployments, and of anything else', async () => {
		const deployments = await cluster.ask('GET', '/apis/apps/v1/deployments', {accept: TABLE});
		const maps = await cluster.ask('GET', `${MAPS}/a?includeObject=None`, {accept: TABLE});
		expect([deployments.body.rows[0].cells, maps.body.rows]).toEqual([
			['api', '2/2', 2, 2, '60s', 'app', 'app:1', 'app=api'],
			[{cells: ['a', '60s']}],
		]);
	});
});

describe('metrics', () => {
	test('are there for pods that have run long enough', async () => {
		const young = await startSmallCluster([pod('x')]);
		await young.advance(10_000);
		const early = await young.ask('GET', '/apis/metrics.k8s.io/v1beta1/pods');
		await young.advance(35_000);
		const late = await young.ask('GET', '/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods');
		await young.sim.stop();
		expect([early.body.items, late.body.items]).toEqual([
			[],
			[
				{
					metadata: {
						name: 'x',
						namespace: 'shop',
						creationTimestamp: '2026-11-24T12:00:45Z',
						labels: {app: 'x', 'topology.kubernetes.io/zone': 'z1'},
					},
					timestamp: '2026-11-24T12:00:45Z',
					window: '15.012s',
					containers: [{name: 'app', usage: {cpu: '2000000n', memory: '24576Ki'}}],
				},
			],
		]);
	});

	test('of a node are those of its pods and its own', async () => {
		const {body} = await cluster.ask('GET', '/apis/metrics.k8s.io/v1beta1/nodes/node-1');
		expect([body.kind, body.metadata.name, body.usage]).toEqual([
			'NodeMetrics',
			'node-1',
			{cpu: expect.stringMatching(/^12[0-9]{7}n$/), memory: expect.stringMatching(/^1[12]\d{5}Ki$/)},
		]);
	});
});

function nameOf({metadata}: {metadata: {name: string}}): string {
	return metadata.name;
}
