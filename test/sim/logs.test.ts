import {once} from 'node:events';
import {get, type IncomingMessage} from 'node:http';
import {describe, expect, test} from 'vitest';
import type {Behaviour, Life, LogScript} from '../../src/sim/contract.ts';
import {crash} from '../../src/sim/lives/crash.ts';
import {imagePull} from '../../src/sim/lives/image-pull.ts';
import {normal} from '../../src/sim/lives/normal.ts';
import {NOON, pod, startSmallCluster} from './small-cluster.ts';

const LOG = '/api/v1/namespaces/shop/pods/x/log';
const logs: LogScript = {
	starting: ['starting', 'started'],
	serving: ({now}) => [`second ${(now - NOON) / 1000}`],
	ending: ['last words'],
};

function behaviours(life: Life): Behaviour[] {
	return [{of: {}, life, logs}];
}

describe('a log', () => {
	test.each([
		[
			'is the whole run',
			'',
			9,
			['starting', 'started', 'second 3', 'second 4', 'second 5', 'second 6', 'second 7', 'second 8'],
		],
		['may be its last lines', 'tailLines=2', 9, ['second 7', 'second 8']],
		['may be none', 'tailLines=0', 9, []],
		['may begin at a time', 'sinceTime=2026-11-24T12:00:07Z', 9, ['second 7', 'second 8']],
		['may begin some seconds ago', 'sinceSeconds=1', 9, ['second 8']],
		['may end after some bytes', 'limitBytes=12', 9, ['starting', 'sta']],
		[
			'is cheap at its end, however long it is',
			'tailLines=3',
			86_400,
			['second 86397', 'second 86398', 'second 86399'],
		],
	])('%s', async (_, query, afterSeconds, lines) => {
		const {sim, ask, advance} = await startSmallCluster([pod('x')], behaviours(normal));
		await advance(afterSeconds * 1000);
		const {body} = await ask('GET', `${LOG}?${query}`);
		await sim.stop();
		const found = body.split('\n').filter((line: string) => line !== '');
		expect(found.filter((line: string) => line !== 'second 2')).toEqual(lines);
	});

	test('carries time stamps with nine decimals, in order', async () => {
		const {sim, ask, advance} = await startSmallCluster([pod('x')], behaviours(normal));
		await advance(8_000);
		const {body} = await ask('GET', `${LOG}?timestamps=true`);
		await sim.stop();
		const stamps = body
			.trim()
			.split('\n')
			.map((line: string) => line.split(' ')[0]);
		expect(stamps.filter((stamp: string) => !/^2026-11-24T12:00:0\d\.\d{9}Z$/.test(stamp))).toEqual([]);
		expect(stamps).toEqual(stamps.toSorted());
	});

	test('is followed until the container ends, and nothing comes twice', async () => {
		const {sim, ask, advance} = await startSmallCluster([pod('x')], behaviours(crash(1, [6000, 6000])));
		await advance(4_000);
		const request = get(`${sim.url}${LOG}?follow=true`);
		const [response] = (await once(request, 'response')) as [IncomingMessage];
		const chunks: string[] = [];
		response.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
		const ended = once(response, 'end');
		await advance(5_000);
		await ended;
		const followed = chunks.join('');
		const whole = await ask('GET', `${LOG}?previous=true`);
		await sim.stop();
		expect(followed).toBe(whole.body);
		expect(followed.trim().split('\n').at(-1)).toBe('last words');
	});

	test('of a container in a back-off is the same with and without previous', async () => {
		const {sim, ask, advance} = await startSmallCluster([pod('x')], behaviours(crash(1, [1000, 1000])));
		await advance(8_000);
		const [present, previous] = [await ask('GET', LOG), await ask('GET', `${LOG}?previous=true`)];
		await sim.stop();
		expect([present.body.includes('last words'), previous.body]).toEqual([true, present.body]);
	});
});

describe('a log that is not there is refused in the words of a kubelet', () => {
	test.each([
		[
			'before the container is created',
			normal,
			200,
			'',
			'container "app" in pod "x" is waiting to start: ContainerCreating',
		],
		[
			'without an image',
			imagePull(),
			9000,
			'',
			'container "app" in pod "x" is waiting to start: trying and failing to pull image',
		],
		[
			'of a run before the first',
			normal,
			9000,
			'previous=true',
			'previous terminated container "app" in pod "x" not found',
		],
		['of no such container', normal, 9000, 'container=nope', 'container nope is not valid for pod x'],
	] as const)('%s', async (_, life, afterMs, query, message) => {
		const {sim, ask, advance} = await startSmallCluster([pod('x')], behaviours(life));
		await advance(afterMs);
		const {status, body} = await ask('GET', `${LOG}?${query}`);
		await sim.stop();
		expect([status, body.reason, body.message]).toEqual([400, 'BadRequest', message]);
	});

	test('when there are several containers and none is named', async () => {
		const containers = ['app', 'proxy'].map(name => ({name, image: 'app:1'}));
		const {sim, ask} = await startSmallCluster([pod('x', {containers})]);
		const {body} = await ask('GET', LOG);
		await sim.stop();
		expect(body.message).toBe('a container name must be specified for pod x, choose one of: [app proxy]');
	});

	test('except on no node at all, where it is empty', async () => {
		const resources = {requests: {cpu: '64'}};
		const {sim, ask, advance} = await startSmallCluster([
			pod('x', {containers: [{name: 'app', image: 'app:1', resources}]}),
		]);
		await advance(1000);
		const {status, body} = await ask('GET', LOG);
		await sim.stop();
		expect([status, body]).toEqual([200, '']);
	});
});
