import {once} from 'node:events';
import {get, type IncomingMessage} from 'node:http';
import {describe, expect, test} from 'vitest';
import type {Behaviour, Life, LogScript} from '../../src/sim/contract.ts';
import {crash} from '../../src/sim/lives/crash.ts';
import {normal} from '../../src/sim/lives/normal.ts';
import {NOON, pod, type SmallCluster, startSmallCluster} from './small-cluster.ts';

const LOG = '/api/v1/namespaces/shop/pods/x/log';
const logs: LogScript = {
	serving: ({now}) => [`second ${(now - NOON) / 1000}`, 'first of a burst\nsecond of a burst\nthird of a burst'],
	ending: ['before last', 'last words'],
};

function start(life: Life = normal, script: LogScript = logs): Promise<SmallCluster> {
	const behaviours: Behaviour[] = [{of: {}, life, logs: script}];
	return startSmallCluster([pod('x')], behaviours);
}

interface Followed {
	/** All that came so far. */
	text(): string;
	/** Fulfilled with how it ended: `end`, or the code of an error. */
	readonly ended: Promise<string>;
}

async function follow({sim}: SmallCluster, query = ''): Promise<Followed> {
	const request = get(`${sim.url}${LOG}?follow=true&${query}`).on('error', () => undefined);
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	let text = '';
	response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
	const ended = new Promise<string>(resolve => {
		response.once('end', () => resolve('end'));
		response.once('error', (error: Error & {code?: string}) => resolve(error.code ?? error.message));
	});
	return {text: () => text, ended};
}

async function wholeOf({ask}: SmallCluster, query = ''): Promise<string> {
	return (await ask('GET', `${LOG}?${query}`)).body as string;
}

describe('lines that are written at once', () => {
	test('have the same time, and stay in their order', async () => {
		const cluster = await start();
		await cluster.advance(6000);
		const lines = (await wholeOf(cluster, 'timestamps=true&sinceTime=2026-11-24T12:00:05Z')).trim().split('\n');
		await cluster.sim.stop();
		expect(lines).toEqual([
			'2026-11-24T12:00:05.333333252Z second 5',
			...['first', 'second', 'third'].map(nth => `2026-11-24T12:00:05.666666748Z ${nth} of a burst`),
		]);
	});
});

describe('sinceTime', () => {
	test.each(['2026-11-24T12:00:05Z', '2026-11-24T12:00:05.9Z', '2026-11-24T13:00:05+01:00'])(
		'%s means all of its second',
		async time => {
			const cluster = await start();
			await cluster.advance(6000);
			const text = await wholeOf(cluster, `sinceTime=${encodeURIComponent(time)}`);
			await cluster.sim.stop();
			expect(text.split('\n').slice(0, 2)).toEqual(['second 5', 'first of a burst']);
		},
	);
});

describe('a followed log', () => {
	test('ends at its limit of bytes, in the middle of a line', async () => {
		const cluster = await start();
		await cluster.advance(4000);
		const followed = await follow(cluster, 'tailLines=0&limitBytes=20');
		await cluster.advance(3000);
		expect([await followed.ended, followed.text()]).toEqual(['end', 'second 4\nfirst of a ']);
		await cluster.sim.stop();
	});

	test('has the last words of a run, wherever its end falls between two looks', async () => {
		for (const lifeMs of [6000, 6250, 6499]) {
			const cluster = await start(crash(1, [lifeMs, lifeMs]));
			await cluster.advance(4100);
			const followed = await follow(cluster);
			await cluster.advance(5000);
			expect(await followed.ended).toBe('end');
			expect(followed.text()).toBe(await wholeOf(cluster, 'previous=true'));
			expect(followed.text()).toMatch(/before last\nlast words\n$/);
			await cluster.sim.stop();
		}
	});

	test('goes on over a rotation, after which what was before cannot be read', async () => {
		const cluster = await start(normal, {...logs, rotatesMs: 10_000});
		await cluster.advance(8000);
		const followed = await follow(cluster, 'tailLines=0');
		await cluster.advance(4000);
		const seconds = (text: string): string[] => text.split('\n').filter(line => /^second \d/.test(line));
		expect(seconds(await wholeOf(cluster))).toEqual(['second 10', 'second 11']);
		await cluster.sim.stop();
		await followed.ended;
		expect(seconds(followed.text())).toEqual(['second 8', 'second 9', 'second 10', 'second 11']);
	});

	test('waits for who does not read, and loses nothing', async () => {
		const cluster = await start(normal, {serving: ({now}) => [`${(now - NOON) / 1000} ${'x'.repeat(200_000)}`]});
		await cluster.advance(4000);
		const request = get(`${cluster.sim.url}${LOG}?follow=true&tailLines=0`).on('error', () => undefined);
		const [response] = (await once(request, 'response')) as [IncomingMessage];
		// 24 MB.
		await cluster.advance(120_000);
		let text = '';
		response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk.replaceAll('x', '')));
		for (let tries = 0; tries < 200 && !text.includes('\n130 '); tries++) await cluster.advance(500);
		await cluster.sim.stop();
		const seen = text.split('\n').map(Number).slice(0, 126);
		expect(seen).toEqual(Array.from({length: 126}, (_, index) => index + 4));
	});
});

describe('a followed log that is cut', () => {
	test.each([
		['clean', 'end', /\n$/],
		['reset', 'ECONNRESET', /\n$/],
		['mid-line', 'ECONNRESET', /\nsecond$/],
	] as const)('%s', async (how, end, last) => {
		const cluster = await start();
		await cluster.advance(4000);
		const followed = await follow(cluster);
		await cluster.advance(2300);
		cluster.sim.faults.cutLogs(how);
		const ended = await followed.ended;
		const whole = await wholeOf(cluster);
		await cluster.advance(3000);
		await cluster.sim.stop();
		const complete = followed.text().replace(/[^\n]*$/, '');
		expect([ended, followed.text(), whole.startsWith(complete)]).toEqual([end, expect.stringMatching(last), true]);
	});

	test('can be followed again', async () => {
		const cluster = await start();
		await cluster.advance(4000);
		const first = await follow(cluster);
		cluster.sim.faults.cutLogs('clean');
		await first.ended;
		const second = await follow(cluster, 'tailLines=0');
		await cluster.advance(1500);
		await cluster.sim.stop();
		await second.ended;
		expect(second.text()).toMatch(/^second 4\n/);
	});
});
