import {expect, test} from 'vitest';
import {configMap, startSmallCluster} from './small-cluster.ts';

const MAPS = '/api/v1/namespaces/shop/configmaps';

test.each([
	[401, {}, {reason: 'Unauthorized', message: 'Unauthorized'}],
	[403, {}, {reason: 'Forbidden'}],
	[410, {}, {reason: 'Expired'}],
	[429, {'Retry-After': '3'}, {reason: 'TooManyRequests', details: {retryAfterSeconds: 3}}],
	[500, {}, {reason: 'InternalError'}],
] as const)('%i is answered as often as asked for, and no more', async (status, headers, part) => {
	const {sim, ask} = await startSmallCluster();
	sim.faults.answer({path: '/api/v1/namespaces/shop', status, headers, times: 2});
	const other = await ask('GET', '/api/v1/nodes');
	const answers = [await ask('GET', MAPS), await ask('GET', MAPS), await ask('GET', MAPS)];
	await sim.stop();
	expect([other.status, ...answers.map(answer => answer.status)]).toEqual([200, status, status, 200]);
	expect(answers[0]?.body).toEqual(expect.objectContaining({kind: 'Status', code: status, ...part}));
	for (const [name, value] of Object.entries(headers)) expect(answers[0]?.headers.get(name)).toBe(value);
});

test('HTML can come instead of an answer', async () => {
	const {sim, ask} = await startSmallCluster();
	sim.faults.answer({
		path: '/',
		status: 502,
		body: '<html>Bad Gateway</html>',
		headers: {'Content-Type': 'text/html'},
	});
	const {status, body, headers} = await ask('GET', MAPS);
	await sim.stop();
	expect([status, body, headers.get('content-type')]).toEqual([502, '<html>Bad Gateway</html>', 'text/html']);
});

test('a server that hangs accepts and says nothing', async () => {
	const {sim, ask} = await startSmallCluster();
	sim.faults.hang('/api/v1/nodes');
	const hung = ask('GET', '/api/v1/nodes').catch(() => 'ended');
	const other = await ask('GET', MAPS);
	await sim.stop();
	expect([other.status, await hung]).toEqual([200, 'ended']);
});

test('a server that refuses comes back on the same port', async () => {
	const {sim, ask} = await startSmallCluster();
	await sim.faults.refuse();
	const refused = await ask('GET', MAPS).catch((error: Error & {cause?: {code?: string}}) => error.cause?.code);
	await sim.faults.accept();
	const accepted = await ask('GET', MAPS);
	await sim.stop();
	expect([refused, accepted.status]).toEqual(['ECONNREFUSED', 200]);
});

test('latency passes by the clock', async () => {
	const {sim, ask, advance, pending} = await startSmallCluster();
	sim.faults.slow(2000);
	const before = pending();
	let isAnswered = false;
	const answer = ask('GET', MAPS).then(({status}) => {
		isAnswered = true;
		return status;
	});
	while (pending() === before) await new Promise(resolve => setImmediate(resolve));
	await advance(1999);
	expect(isAnswered).toBe(false);
	await advance(1);
	expect(await answer).toBe(200);
	await sim.stop();
});

test('an object can swell', async () => {
	const {sim, ask} = await startSmallCluster([configMap('a')]);
	sim.faults.swell('configmaps', 'shop', 'a');
	const {body} = await ask('GET', `${MAPS}/a`);
	await sim.stop();
	expect(body.metadata.annotations['example.com/note']).toHaveLength(1024 * 1024);
});

test('rights can be taken, and given back', async () => {
	const {sim, ask} = await startSmallCluster();
	sim.faults.forbid('*', 'nodes');
	sim.faults.forbid('list', 'pods.metrics.k8s.io');
	const taken = await Promise.all(
		['/api/v1/nodes', '/apis/metrics.k8s.io/v1beta1/pods', '/api/v1/pods'].map(path => ask('GET', path)),
	);
	sim.faults.clear();
	const given = await ask('GET', '/api/v1/nodes');
	await sim.stop();
	expect([...taken.map(({status, body}) => [status, body.message]), given.status]).toEqual([
		[403, 'nodes is forbidden: User "simulated" cannot list resource "nodes" in API group "" at the cluster scope'],
		[
			403,
			'pods.metrics.k8s.io is forbidden: User "simulated" cannot list resource "pods" in API group "metrics.k8s.io" at the cluster scope',
		],
		[200, undefined],
		200,
	]);
});

test('what was asked is remembered', async () => {
	const {sim, ask, clock} = await startSmallCluster();
	await ask('GET', MAPS);
	await ask('DELETE', `${MAPS}/nope`);
	await sim.stop();
	expect(sim.requests).toEqual([
		{method: 'GET', url: MAPS, at: clock.now()},
		{method: 'DELETE', url: `${MAPS}/nope`, at: clock.now()},
	]);
});
