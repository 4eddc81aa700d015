import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../src/kube/fault.ts';
import {createUsagePoller, type UsagePoller} from '../../../src/kube/metrics/usage-poller.ts';
import type {UsageTable} from '../../../src/model/usage.ts';
import {createScriptedTransport, openEnd, type Reply, type ScriptedTransport} from '../reflector/scripted-transport.ts';
import {createVirtualClock, type VirtualClock} from '../../support/virtual-clock.ts';

const START = Date.UTC(2026, 10, 24, 12);
const MEASURED = '2026-11-24T11:59:50Z';
const MEASURED_AT = Date.UTC(2026, 10, 24, 11, 59, 50);
const PODS = '/apis/metrics.k8s.io/v1beta1/pods';
const NODES = '/apis/metrics.k8s.io/v1beta1/nodes';

function podMetrics(name: string, ...containers: readonly object[]): object {
	return {
		metadata: {name, namespace: 'shop'},
		timestamp: MEASURED,
		window: '15s',
		containers: containers.map(usage => ({name: 'c', usage})),
	};
}

const listOf = (...items: readonly unknown[]): string =>
	JSON.stringify({kind: 'PodMetricsList', apiVersion: 'metrics.k8s.io/v1beta1', metadata: {}, items});
const ONE_POD = listOf(podMetrics('api', {cpu: '250m', memory: '1Mi'}));
const ONE_NODE = listOf({metadata: {name: 'n1'}, timestamp: MEASURED, usage: {cpu: '1500000000n', memory: '4Gi'}});

interface Rig extends ScriptedTransport, VirtualClock {
	readonly poller: UsagePoller;
	/** What was published, as plain values. */
	readonly published: readonly object[];
	/** Waits for the n-th publication. */
	publishedTimes(times: number): Promise<void>;
}

function createRig(script: readonly Reply[], options: {namespace?: string; nodes?: boolean} = {}): Rig {
	const scripted = createScriptedTransport(script);
	const time = createVirtualClock(START);
	const published: object[] = [];
	const publish = ({pods, nodes, state}: UsageTable): void => {
		published.push({pods: Object.fromEntries(pods), nodes: Object.fromEntries(nodes), state});
	};
	const poller = createUsagePoller({
		transport: scripted.transport,
		namespace: '',
		...options,
		clock: time.clock,
		publish,
	});
	return {
		...time,
		...scripted,
		get asked() {
			return scripted.asked;
		},
		poller,
		published,
		async publishedTimes(times) {
			for (let turns = 0; published.length < times; turns++) {
				if (turns > 1000) throw new Error(`published ${published.length} of ${times} times`);
				await new Promise(resolve => setImmediate(resolve));
			}
		},
	};
}

const api = {'shop/api': {cpu: 0.25, memory: 1024 ** 2, measuredAt: MEASURED_AT}};
const fault = (kind: Fault['kind'], more: Partial<Fault> = {}): Fault => ({kind, message: 'no', ...more});

describe('the usage poller', () => {
	test('sums containers, reads every unit, and leaves out what makes no sense', async () => {
		const rig = createRig([
			listOf(
				podMetrics('api', {cpu: '41m', memory: '100Mi'}, {cpu: '9000000n', memory: '28Mi'}),
				podMetrics('half', {cpu: '1', memory: '1Gi'}, {cpu: 'x', memory: '1Gi'}),
				podMetrics('none'),
				{metadata: {name: 'no-time', namespace: 'shop'}, containers: [{usage: {cpu: '1', memory: '1'}}]},
				{timestamp: MEASURED, containers: [{usage: {cpu: '1', memory: '1'}}]},
				{metadata: {name: 'no-list', namespace: 'shop'}, timestamp: MEASURED, containers: {}},
				null,
				'text',
			),
		]);
		await rig.publishedTimes(1);
		rig.poller.stop();
		expect(rig.published).toEqual([
			{
				pods: {'shop/api': {cpu: 0.05, memory: 128 * 1024 ** 2, measuredAt: MEASURED_AT}},
				nodes: {},
				state: {phase: 'fresh', at: START},
			},
		]);
		expect(rig.asked).toEqual([PODS]);
	});

	test('asks every 15 s, in one namespace when there is one', async () => {
		const rig = createRig([ONE_POD, ONE_POD], {namespace: 'shop'});
		await rig.publishedTimes(1);
		await rig.advance(14_999);
		expect(rig.asked).toHaveLength(1);
		await rig.advance(1);
		await rig.publishedTimes(2);
		rig.poller.stop();
		expect(rig.asked).toEqual(Array.from({length: 2}, () => '/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods'));
		expect(rig.published[1]).toEqual({pods: api, nodes: {}, state: {phase: 'fresh', at: START + 15_000}});
	});

	test('asks for nodes too when it is told to, and does without them', async () => {
		const rig = createRig([ONE_POD, ONE_NODE, ONE_POD, fault('forbidden')], {nodes: true});
		await rig.publishedTimes(1);
		await rig.advance(15_000);
		await rig.publishedTimes(2);
		rig.poller.stop();
		const n1 = {cpu: 1.5, memory: 4 * 1024 ** 3, measuredAt: MEASURED_AT};
		expect(rig.published).toEqual([
			{pods: api, nodes: {n1}, state: {phase: 'fresh', at: START}},
			{pods: api, nodes: {}, state: {phase: 'fresh', at: START + 15_000}},
		]);
		expect(rig.asked).toEqual([PODS, NODES, PODS, NODES]);
	});

	test.each<[Fault, object]>([
		[fault('missing'), {phase: 'missing'}],
		[fault('forbidden'), {phase: 'forbidden', permission: 'list pods.metrics.k8s.io'}],
		[fault('forbidden', {permission: 'list pods in shop'}), {phase: 'forbidden', permission: 'list pods in shop'}],
	])('%j: shows nothing, and asks again after 5 minutes or when the user does', async (refusal, state) => {
		const rig = createRig([ONE_POD, refusal, refusal, refusal, ONE_POD]);
		await rig.publishedTimes(1);
		await rig.advance(15_000);
		await rig.publishedTimes(2);
		await rig.advance(299_999);
		expect(rig.asked).toHaveLength(2);
		await rig.advance(1);
		await rig.publishedTimes(3);
		rig.poller.retryNow();
		await rig.publishedTimes(4);
		rig.poller.retryNow();
		await rig.publishedTimes(5);
		rig.poller.stop();
		const refused = {pods: {}, nodes: {}, state};
		expect(rig.published.slice(1)).toEqual([
			...[refused, refused, refused],
			{pods: api, nodes: {}, state: {phase: 'fresh', at: START + 315_000}},
		]);
	});

	test('keeps the last figures with their age while it fails, and goes on', async () => {
		const broken = openEnd(ONE_POD.slice(0, 60));
		const rig = createRig([ONE_POD, fault('server'), broken, '<html>', ONE_POD]);
		for (let times = 1; times <= 5; times++) {
			if (times === 3) broken.destroy(new Error('reset'));
			await rig.publishedTimes(times);
			await rig.advance(15_000);
		}
		rig.poller.stop();
		const stale = (because: string): object => ({
			pods: api,
			nodes: {},
			state: {phase: 'stale', at: START, because},
		});
		expect(rig.published).toEqual([
			{pods: api, nodes: {}, state: {phase: 'fresh', at: START}},
			stale('no'),
			stale('The connection was lost: reset'),
			stale('The answer is no list, or ends in the middle.'),
			{pods: api, nodes: {}, state: {phase: 'fresh', at: START + 60_000}},
		]);
	});

	test('has no figures when it never had any, and waits as long as the server asks', async () => {
		const rig = createRig([fault('throttled', {retryAfterMs: 40_000}), ONE_POD]);
		await rig.publishedTimes(1);
		await rig.advance(39_999);
		expect(rig.asked).toHaveLength(1);
		await rig.advance(1);
		await rig.publishedTimes(2);
		rig.poller.stop();
		expect(rig.published[0]).toEqual({pods: {}, nodes: {}, state: {phase: 'stale', at: undefined, because: 'no'}});
	});

	test('stopped after any number of turns, it publishes nothing more and leaves nothing', async () => {
		let ended = false;
		for (let turns = 0; !ended; turns++) {
			const rig = createRig([ONE_POD, ONE_NODE, fault('server'), ONE_POD, openEnd(ONE_NODE.slice(0, 20))], {
				nodes: true,
			});
			for (let turn = 0; turn < turns; turn++) {
				await Promise.resolve();
				if (turn % 4 === 3) await rig.advance(turn % 32 === 31 ? 15_000 : 0);
			}
			ended = rig.asked.length === 5;
			rig.poller.stop();
			const count = rig.published.length;
			for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setImmediate(resolve));
			expect([rig.pending(), rig.openBodies()]).toEqual([0, 0]);
			await rig.advance(600_000);
			expect(rig.published).toHaveLength(count);
			if (turns > 1000) throw new Error('the script has no end');
		}
	});
});
