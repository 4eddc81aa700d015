import {expect, test} from 'vitest';
import {configMap, pod, startSmallCluster, workload, type AskOptions} from './small-cluster.ts';

const MAPS = '/api/v1/namespaces/shop/configmaps';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/shop/deployments';
const json = 'application/json-patch+json';
const merge = 'application/merge-patch+json';
const strategic = 'application/strategic-merge-patch+json';
const map = {apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'new'}, data: {k: 'v'}};

/** Each on a fresh cluster with the ConfigMap `a` and the Deployment `api`. `is` is the status and a part of the body. */
const CASES: readonly {
	readonly name: string;
	readonly ask: readonly [method: string, path: string, options?: AskOptions];
	readonly is: readonly [number, object];
}[] = [
	{
		name: 'creates, and stamps what it created',
		ask: ['POST', MAPS, {body: map}],
		is: [
			201,
			{
				kind: 'ConfigMap',
				metadata: expect.objectContaining({
					namespace: 'shop',
					uid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
					creationTimestamp: '2026-11-24T12:00:00Z',
					managedFields: [
						{
							manager: 'kubectl',
							operation: 'Update',
							apiVersion: 'v1',
							time: '2026-11-24T12:00:00Z',
							fieldsType: 'FieldsV1',
							fieldsV1: {'f:metadata': {}, 'f:data': {'.': {}, 'f:k': {}}},
						},
					],
				}),
			},
		],
	},
	{
		name: 'makes a name from generateName',
		ask: ['POST', MAPS, {body: {...map, metadata: {generateName: 'new-'}}}],
		is: [201, {metadata: expect.objectContaining({name: expect.stringMatching(/^new-[a-z0-9]{5}$/)})}],
	},
	{
		name: 'does not create what is there',
		ask: ['POST', MAPS, {body: {...map, metadata: {name: 'a'}}}],
		is: [409, {reason: 'AlreadyExists', message: 'configmaps "a" already exists'}],
	},
	{
		name: 'does not create in a namespace that is not there',
		ask: ['POST', '/api/v1/namespaces/nope/configmaps', {body: map}],
		is: [404, {message: 'namespaces "nope" not found'}],
	},
	{
		name: 'refuses a bad name',
		ask: ['POST', MAPS, {body: {...map, metadata: {name: 'A b'}}}],
		is: [422, {reason: 'Invalid'}],
	},
	{
		name: 'refuses another kind',
		ask: ['POST', MAPS, {body: {...map, kind: 'Secret'}}],
		is: [400, {reason: 'BadRequest'}],
	},
	{
		name: 'refuses a pod without containers',
		ask: [
			'POST',
			'/api/v1/namespaces/shop/pods',
			{body: {apiVersion: 'v1', kind: 'Pod', metadata: {name: 'x'}, spec: {}}},
		],
		is: [422, {message: 'Pod "x" is invalid: spec.containers: Required value'}],
	},
	{
		name: 'refuses a Deployment that makes no sense',
		ask: ['PATCH', `${DEPLOYMENTS}/api`, {type: merge, body: {spec: {replicas: 'many'}}}],
		is: [
			422,
			{
				message:
					'Deployment.apps "api" is invalid: spec.replicas: Invalid value: "many": must be greater than or equal to 0',
			},
		],
	},
	{
		name: 'refuses a status that makes no sense',
		ask: ['PATCH', `${DEPLOYMENTS}/api/status`, {type: merge, body: {status: {conditions: 'all fine'}}}],
		is: [422, {reason: 'Invalid'}],
	},
	{
		name: 'writes a status alone',
		ask: ['PATCH', `${DEPLOYMENTS}/api/status`, {type: merge, body: {spec: {replicas: 9}, status: {replicas: 5}}}],
		is: [200, {spec: expect.objectContaining({replicas: 1}), status: expect.objectContaining({replicas: 5})}],
	},
	{name: 'refuses what is no JSON', ask: ['POST', MAPS, {body: 'nope'}], is: [400, {reason: 'BadRequest'}]},
	{name: 'refuses a body without an object', ask: ['POST', MAPS, {body: '[1]'}], is: [400, {reason: 'BadRequest'}]},
	{
		name: 'replaces',
		ask: ['PUT', `${MAPS}/a`, {body: {...map, metadata: {name: 'a'}}}],
		is: [200, {data: {k: 'v'}}],
	},
	{
		name: 'does not replace an older version',
		ask: ['PUT', `${MAPS}/a`, {body: {...map, metadata: {name: 'a', resourceVersion: '1'}}}],
		is: [409, {reason: 'Conflict'}],
	},
	{
		name: 'patches as RFC 7396 has it',
		ask: ['PATCH', `${MAPS}/a`, {type: merge, body: {data: {one: null, two: '2'}}}],
		is: [200, {data: {two: '2'}}],
	},
	{
		name: 'patches as RFC 6902 has it',
		ask: [
			'PATCH',
			`${MAPS}/a`,
			{
				type: json,
				body: [
					{op: 'test', path: '/data/one', value: '1'},
					{op: 'add', path: '/data/x~1y', value: '3'},
				],
			},
		],
		is: [200, {data: {one: '1', 'x/y': '3'}}],
	},
	{
		name: 'refuses a patch whose test fails',
		ask: ['PATCH', `${MAPS}/a`, {type: json, body: [{op: 'test', path: '/metadata/resourceVersion', value: '1'}]}],
		is: [422, {reason: 'Invalid'}],
	},
	{
		name: 'refuses a patch for an older version',
		ask: ['PATCH', `${MAPS}/a`, {type: merge, body: {metadata: {resourceVersion: '1'}}}],
		is: [409, {reason: 'Conflict'}],
	},
	{
		name: 'refuses a patch of no known type',
		ask: ['PATCH', `${MAPS}/a`, {body: {}}],
		is: [415, {reason: 'UnsupportedMediaType'}],
	},
	{
		name: 'refuses a body that is not JSON by its type',
		ask: ['POST', MAPS, {type: 'application/vnd.kubernetes.protobuf', body: 'k8s'}],
		is: [415, {reason: 'UnsupportedMediaType'}],
	},
	{
		name: 'merges containers by their names',
		ask: [
			'PATCH',
			`${DEPLOYMENTS}/api`,
			{type: strategic, body: {spec: {template: {spec: {containers: [{name: 'app', image: 'app:2'}]}}}}},
		],
		is: [
			200,
			{
				metadata: expect.objectContaining({generation: 2}),
				spec: expect.objectContaining({
					template: expect.objectContaining({
						spec: expect.objectContaining({
							containers: [
								expect.objectContaining({name: 'app', image: 'app:2', imagePullPolicy: 'IfNotPresent'}),
							],
						}),
					}),
				}),
			},
		],
	},
	{
		name: 'gives a scale',
		ask: ['GET', `${DEPLOYMENTS}/api/scale`],
		is: [200, {kind: 'Scale', spec: {replicas: 1}, status: {replicas: 0, selector: 'app=api'}}],
	},
	{
		name: 'scales',
		ask: ['PATCH', `${DEPLOYMENTS}/api/scale`, {type: merge, body: {spec: {replicas: 4}}}],
		is: [200, {kind: 'Scale', spec: {replicas: 4}}],
	},
	{
		name: 'does not scale to nonsense',
		ask: ['PATCH', `${DEPLOYMENTS}/api/scale`, {type: merge, body: {spec: {replicas: -1}}}],
		is: [400, {reason: 'BadRequest'}],
	},
	{
		name: 'deletes',
		ask: ['DELETE', `${MAPS}/a`],
		is: [
			200,
			{kind: 'Status', status: 'Success', details: {name: 'a', kind: 'configmaps', uid: expect.any(String)}},
		],
	},
	{
		name: 'does not delete another with the same name',
		ask: ['DELETE', `${MAPS}/a`, {body: {preconditions: {uid: 'other'}}}],
		is: [409, {reason: 'Conflict'}],
	},
];

test.each(CASES)('the API $name', async ({ask: [method, path, options], is: [status, part]}) => {
	const {sim, ask} = await startSmallCluster([configMap('a', {one: '1'}), workload('Deployment', 'api', 'app:1')]);
	const found = await ask(method, path, options);
	await sim.stop();
	expect([found.status, found.body]).toEqual([status, expect.objectContaining(part)]);
});

test.each([
	['POST', MAPS, {...map}],
	['DELETE', `${MAPS}/a`, undefined],
	['PUT', `${MAPS}/a`, {...map, metadata: {name: 'a'}}],
] as const)('a trial %s changes nothing', async (method, path, body) => {
	const {sim, ask} = await startSmallCluster([configMap('a', {one: '1'})]);
	const before = JSON.stringify(sim.list('configmaps'));
	const {status} = await ask(method, `${path}?dryRun=All`, body === undefined ? {} : {body});
	const after = JSON.stringify(sim.list('configmaps'));
	await sim.stop();
	expect([status < 300, after]).toEqual([true, before]);
});

test('a pod is deleted at once when no grace is given', async () => {
	const {sim, ask, advance} = await startSmallCluster([pod('x')]);
	await advance(10_000);
	const {body} = await ask('DELETE', '/api/v1/namespaces/shop/pods/x', {body: {gracePeriodSeconds: 0}});
	expect([body.kind, sim.get('pods', 'shop', 'x')]).toEqual(['Pod', undefined]);
	await sim.stop();
});

test('keys such as __proto__ stay plain data and reach no prototype', async () => {
	const {sim, ask} = await startSmallCluster([configMap('a')]);
	const body = '{"data":{"__proto__":{"polluted":"yes"},"constructor":"c"}}';
	const {body: answer} = await ask('PATCH', `${MAPS}/a`, {type: merge, body});
	await sim.stop();
	expect(JSON.stringify(answer.data)).toBe('{"__proto__":{"polluted":"yes"},"constructor":"c"}');
	expect(({} as {polluted?: string}).polluted).toBeUndefined();
});
