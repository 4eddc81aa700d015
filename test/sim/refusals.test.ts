import {expect, test, describe, beforeAll, afterAll} from 'vitest';
import {pod, startSmallCluster, type SmallCluster} from './small-cluster.ts';

let cluster: SmallCluster;

beforeAll(async () => {
	cluster = await startSmallCluster([pod('x')]);
});
afterAll(() => cluster.sim.stop());

describe('discovery', () => {
	test.each([
		['/version', {major: '1', minor: '35', gitVersion: 'v1.35.4+simulated'}],
		['/api', {kind: 'APIVersions', versions: ['v1']}],
		['/apis/apps', {kind: 'APIGroup', name: 'apps', preferredVersion: {groupVersion: 'apps/v1', version: 'v1'}}],
		['/api/v1', {kind: 'APIResourceList', groupVersion: 'v1'}],
		['/apis/apps/v1', {kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'apps/v1'}],
		['/apis/metrics.k8s.io/v1beta1', {groupVersion: 'metrics.k8s.io/v1beta1'}],
		['/apis/authorization.k8s.io/v1', {groupVersion: 'authorization.k8s.io/v1'}],
	])('%s', async (path, expected) => {
		const {status, body} = await cluster.ask('GET', path);
		expect([status, body]).toEqual([200, expect.objectContaining(expected)]);
	});

	test('names every resource with its verbs, short names and subresources', async () => {
		const {body} = await cluster.ask('GET', '/apis/apps/v1');
		expect(body.resources.slice(0, 2)).toEqual([
			{
				name: 'deployments',
				singularName: 'deployment',
				namespaced: true,
				kind: 'Deployment',
				verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
				shortNames: ['deploy'],
				categories: ['all'],
			},
			{
				name: 'deployments/scale',
				singularName: '',
				namespaced: true,
				group: 'autoscaling',
				version: 'v1',
				kind: 'Scale',
				verbs: ['get', 'patch', 'update'],
			},
		]);
	});

	test('is ready', async () => {
		expect((await cluster.ask('GET', '/readyz')).body).toBe('ok');
	});
});

const PODS = '/api/v1/namespaces/shop/pods';
const MAPS = '/api/v1/namespaces/shop/configmaps';

describe('what goes wrong is told as Kubernetes tells it', () => {
	test.each([
		[
			'GET',
			`${PODS}/nope`,
			{code: 404, reason: 'NotFound', message: 'pods "nope" not found', details: {name: 'nope', kind: 'pods'}},
		],
		[
			'GET',
			'/apis/apps/v1/namespaces/shop/deployments/nope',
			{
				code: 404,
				reason: 'NotFound',
				message: 'deployments.apps "nope" not found',
				details: {name: 'nope', group: 'apps', kind: 'deployments'},
			},
		],
		[
			'GET',
			'/apis/apps/v1/namespaces/shop/foo',
			{code: 404, reason: 'NotFound', message: 'the server could not find the requested resource', details: {}},
		],
		[
			'DELETE',
			'/version',
			{
				code: 405,
				reason: 'MethodNotAllowed',
				message: 'the server does not allow this method on the requested resource',
				details: {},
			},
		],
		[
			'PUT',
			PODS,
			{
				code: 405,
				reason: 'MethodNotAllowed',
				message: 'the server does not allow this method on the requested resource',
				details: {},
			},
		],
		[
			'GET',
			'/api/v1/pods?limit=abc',
			{code: 400, reason: 'BadRequest', message: 'strconv.ParseInt: parsing "abc": invalid syntax'},
		],
		[
			'GET',
			'/api/v1/pods?fieldSelector=foo.bar%3Dx',
			{code: 400, reason: 'BadRequest', message: 'field label not supported: foo.bar'},
		],
		[
			'GET',
			'/api/v1/pods?watch=1&resourceVersion=abc',
			{
				code: 500,
				message: 'resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
			},
		],
		['GET', '/api/v1/pods?watch=1&sendInitialEvents=true', expect.objectContaining({code: 422, reason: 'Invalid'})],
		['GET', '/api/v1/pods?continue=abc', expect.objectContaining({code: 400, reason: 'BadRequest'})],
		['GET', '/api/v1/pods?labelSelector=a%3D%3D%3D', expect.objectContaining({code: 400, reason: 'BadRequest'})],
		[
			'DELETE',
			`${MAPS}/nope`,
			{
				code: 404,
				reason: 'NotFound',
				message: 'configmaps "nope" not found',
				details: {name: 'nope', kind: 'configmaps'},
			},
		],
		[
			'GET',
			`${PODS}/x/exec`,
			{code: 404, reason: 'NotFound', message: 'the server could not find the requested resource', details: {}},
		],
	])('%s %s', async (method, path, expected) => {
		const {status, body} = await cluster.ask(method, path);
		const {kind, apiVersion, metadata, status: state, ...rest} = body;
		expect([kind, apiVersion, metadata, state]).toEqual(['Status', 'v1', {}, 'Failure']);
		expect(rest).toEqual(expected);
		expect(status).toBe(body.code);
	});

	test('a group that nobody knows is a plain 404', async () => {
		const {status, body, headers} = await cluster.ask('GET', '/apis/nope/v1/things');
		expect([status, body, headers.get('content-type')]).toEqual([
			404,
			'404 page not found\n',
			'text/plain; charset=utf-8',
		]);
	});

	test('a form that is not served is refused', async () => {
		const {status, body} = await cluster.ask('GET', PODS, {accept: 'application/vnd.kubernetes.protobuf'});
		expect([status, body.reason]).toEqual([406, 'NotAcceptable']);
	});
});

test('an access review allows what nothing has forbidden', async () => {
	const {sim, ask} = await startSmallCluster([pod('x')]);
	sim.faults.forbid('get', 'pods/log', 'shop');
	const review = async (verb: string, subresource: string): Promise<boolean> => {
		const resourceAttributes = {verb, resource: 'pods', subresource, namespace: 'shop'};
		const body = {
			kind: 'SelfSubjectAccessReview',
			apiVersion: 'authorization.k8s.io/v1',
			spec: {resourceAttributes},
		};
		return (await ask('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {body})).body.status
			.allowed;
	};
	const found = [await review('get', 'log'), await review('get', ''), await review('delete', '')];
	const refused = await ask('GET', `${PODS}/x/log`);
	await sim.stop();
	expect(found).toEqual([false, true, true]);
	expect(refused.body.message).toBe(
		'pods "x" is forbidden: User "simulated" cannot get resource "pods/log" in API group "" in the namespace "shop"',
	);
});
