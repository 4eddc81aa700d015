/** Logs through a real API server: followed over broken connections, as somebody who may and as somebody who may not. */
import {appendFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import type {ClusterAccess} from '../../src/kube/ports.ts';
import {createTransport} from '../../src/kube/transport/create-transport.ts';
import type {LogRange, LogSource} from '../../src/model/log.ts';
import {createClock, createRandom} from '../../src/platform/clock.ts';
import {createLedger} from '../../src/session/ledger.ts';
import {createLogStreams, type LogStreams} from '../../src/session/logs/streams.ts';
import {type CuttingProxy, startCuttingProxy} from '../support/cutting-proxy.ts';
import {findKit, type Kit} from '../support/kit.ts';
import {accessOf} from '../support/real-access.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';

const found = findKit();

if ('skipped' in found) test.skip(found.skipped, () => undefined);
else {
	describe('logs through a real API server', () => {
		logs(found);
	});
}

/** What is written from now on. */
const NEW: LogRange = {key: '0', title: 'new', sinceMs: undefined, lines: 0};

function logs(kit: Kit): void {
	let cluster: RealCluster;
	let proxy: CuttingProxy;
	let written = 0;
	beforeAll(async () => {
		cluster = startCluster(kit);
		cluster.kubectl('apply', '-f', cluster.sample('shop.yaml'));
		cluster.kubectl('-n', 'shop', 'rollout', 'status', 'deployment/api');
		proxy = await startCuttingProxy(Number((await accessOf(cluster.kubeconfig)).server.port));
	});
	afterAll(async () => {
		await proxy.stop();
		cluster.stop();
	});

	/** All pods of the kit with that container read the same file. */
	const write = (count: number): void => {
		const lines = Array.from({length: count}, () => `${stampNow()} stdout F seq ${written++}\n`);
		appendFileSync(join(dirname(cluster.kubeconfig), 'logs/api.log'), lines.join(''));
	};
	const podsOf = (label: string): readonly string[] =>
		cluster.kubectl('-n', 'shop', 'get', 'pods', '-l', label, '-o', 'name').trim().split('\n').map(nameOf);
	/** Follows the pods through the proxy, and gives the numbers that each has sent. */
	const follow = async (
		access: ClusterAccess,
		pods: readonly string[],
		followsMax = 40,
	): Promise<{streams: LogStreams; heard: ReadonlyMap<string, number[]>}> => {
		const clock = createClock();
		const server = new URL(`https://127.0.0.1:${proxy.port}`);
		const transport = createTransport({...access, server}, {clock, userAgent: 'dogwatch/test'});
		const heard = new Map(pods.map(pod => [pod, [] as number[]]));
		const ledger = createLedger();
		const streams = createLogStreams({
			transport,
			clock,
			random: createRandom(),
			ledger,
			followsMax,
			deliver({pod}, lines) {
				for (const {text} of lines) heard.get(pod)?.push(Number(/^seq (\d+)$/.exec(text)?.[1]));
			},
			reset: () => undefined,
			wake: () => undefined,
		});
		onTestFinished(() => {
			streams.stop();
			transport.close();
		});
		streams.want(pods.map(pod => ({source: sourceOf(pod), range: NEW, run: '0', shown: true})));
		await ledger.whenIdle();
		return {streams, heard};
	};

	test('no line is lost or comes twice, however often the connection breaks', async () => {
		const pods = podsOf('app.kubernetes.io/name=api');
		const {heard} = await follow(await accessOf(cluster.kubeconfig), pods);
		await until(() => {
			write(1);
			return [...heard.values()].every(numbers => numbers.length > 0);
		});
		for (let step = 1; step <= 60; step++) {
			write(50);
			await rest(50);
			if (step % 9 === 0) proxy.cut();
			if (step === 30) proxy.shut(true);
			if (step === 45) proxy.shut(false);
		}
		await until(() => [...heard.values()].every(numbers => numbers.at(-1) === written - 1));
		for (const [pod, numbers] of heard) {
			const first = numbers[0] ?? 0;
			expect(numbers, `numbers of ${pod}`).toEqual(
				Array.from({length: written - first}, (_, index) => first + index),
			);
		}
	});

	test('three logs share two places, and lose nothing by it', async () => {
		const pods = podsOf('app.kubernetes.io/name=api');
		const {streams, heard} = await follow(await accessOf(cluster.kubeconfig), pods, 2);
		const begun = written;
		for (let step = 0; step < 250; step++) {
			write(20);
			await rest(100);
		}
		expect([...streams.states().values()].filter(({phase}) => phase === 'queued')).toHaveLength(1);
		await until(() => [...heard.values()].every(numbers => numbers.at(-1) === written - 1));
		for (const [pod, numbers] of heard) {
			const first = numbers[0] ?? 0;
			expect(numbers, `numbers of ${pod}`).toEqual(
				Array.from({length: written - first}, (_, index) => first + index),
			);
			expect(first, `first of ${pod}`).toBeLessThanOrEqual(begun + 20 * 130);
		}
	});

	test('a viewer may read them; of a pod that is deleted it is said', async () => {
		const [pod = ''] = podsOf('app.kubernetes.io/name=api');
		const {streams, heard} = await follow(await accessOf(cluster.viewerKubeconfig), [pod]);
		await until(() => {
			write(1);
			return (heard.get(pod)?.length ?? 0) > 3;
		});
		cluster.kubectl('-n', 'shop', 'delete', 'pod', pod, '--wait=true');
		proxy.cut();
		await until(() => [...streams.states().values()].some(({phase}) => phase === 'ended'));
		expect([...streams.states().values()]).toEqual([{phase: 'ended', because: 'the pod is gone'}]);
	});

	test('who may not is told the right that is missing', async () => {
		const [pod = ''] = podsOf('app.kubernetes.io/name=api');
		const access = await accessOf(cluster.kubeconfig);
		const {streams} = await follow({...access, impersonation: {'Impersonate-User': 'nobody'}}, [pod]);
		await until(() => [...streams.states().values()].every(({phase}) => phase !== 'opening'));
		expect([...streams.states().values()]).toEqual([{phase: 'forbidden', permission: 'get pods/log in shop'}]);
	});

	test('a pod without a node has written nothing, and is followed once it runs', async () => {
		const labels = {nowhere: 'yes'};
		const spec = {containers: [{name: 'api', image: 'x'}], nodeSelector: labels};
		const manifest = {apiVersion: 'v1', kind: 'Pod', metadata: {name: 'lost', namespace: 'shop'}, spec};
		cluster.kubectl('-n', 'shop', 'run', 'lost', '--image=x', `--overrides=${JSON.stringify(manifest)}`);
		const {streams, heard} = await follow(await accessOf(cluster.kubeconfig), ['lost']);
		await until(() => [...streams.states().values()].every(({phase}) => phase === 'waiting'));
		expect([...streams.states().values()]).toMatchObject([{because: 'nothing has been written yet'}]);
		cluster.kubectl('label', 'nodes', '--all', 'nowhere=yes');
		await until(() => {
			write(1);
			return (heard.get('lost')?.length ?? 0) > 3;
		});
		expect([...streams.states().values()]).toEqual([{phase: 'following'}]);
	});
}

function sourceOf(pod: string): LogSource {
	return {
		key: `${pod}/api`,
		namespace: 'shop',
		pod,
		podUid: pod,
		container: 'api',
		previous: false,
		revision: '',
		service: '',
	};
}

function nameOf(reference: string): string {
	return reference.replace('pod/', '');
}

/** To the microsecond, growing: as a runtime stamps lines. */
function stampNow(): string {
	const micros = Math.floor((performance.timeOrigin + performance.now()) * 1000);
	const whole = new Date(Math.floor(micros / 1000)).toISOString().slice(0, 23);
	return `${whole}${String(micros % 1000).padStart(3, '0')}000Z`;
}

async function until(isSo: () => boolean): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (!isSo()) {
		if (Date.now() > deadline) throw new Error('it never came to that');
		await rest(100);
	}
}

function rest(durationMs: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, durationMs));
}
