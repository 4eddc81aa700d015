import {describe, expect, test} from 'vitest';
import type {Behaviour, Life} from '../../src/sim/contract.ts';
import {configError} from '../../src/sim/lives/config-error.ts';
import {crash} from '../../src/sim/lives/crash.ts';
import {imagePull} from '../../src/sim/lives/image-pull.ts';
import {normal} from '../../src/sim/lives/normal.ts';
import {oom} from '../../src/sim/lives/oom.ts';
import {slowStart} from '../../src/sim/lives/slow-start.ts';
import {unready} from '../../src/sim/lives/unready.ts';
import type {EventObject} from '../../src/sim/objects.ts';
import type {Pod} from '../../src/sim/pod-object.ts';
import {node, pod, startSmallCluster} from './small-cluster.ts';

const IMAGE = 'example.com/app:1';
const probed = {containers: [{name: 'app', image: IMAGE, readinessProbe: {httpGet: {path: '/', port: 80}}}]};

function behaviour(life: Life): Behaviour[] {
	return [{of: {}, life}];
}

const CASES: readonly {
	readonly name: string;
	readonly life: Life;
	readonly seen: readonly (readonly [afterMs: number, what: string])[];
}[] = [
	{
		name: 'a normal pod is created, runs, and is ready',
		life: normal,
		seen: [
			[50, 'Pending ContainerCreating 0 unready'],
			[4_000, 'Running running 0 ready'],
			[600_000, 'Running running 0 ready'],
		],
	},
	{
		name: 'a crashing one starts again at once, then after 10 s, 20 s and 40 s',
		life: crash(1, [1000, 1000]),
		seen: [
			[6_500, 'Running CrashLoopBackOff 1 unready'],
			[17_500, 'Running CrashLoopBackOff 2 unready'],
			[30_000, 'Running CrashLoopBackOff 2 unready'],
			[38_000, 'Running CrashLoopBackOff 3 unready'],
			[70_000, 'Running CrashLoopBackOff 3 unready'],
			[82_000, 'Running CrashLoopBackOff 4 unready'],
		],
	},
	{
		name: 'one out of memory after a long run starts again without a back-off',
		life: oom([700_000, 700_000]),
		seen: [
			[600_000, 'Running running 0 ready'],
			[710_000, 'Running running 1 ready'],
		],
	},
	{
		name: 'a pull that fails and its back-off take turns',
		life: imagePull(),
		seen: [
			[2_300, 'Pending ErrImagePull 0 unready'],
			[5_400, 'Pending ImagePullBackOff 0 unready'],
		],
	},
	{
		name: 'a missing secret keeps it from being created',
		life: configError('secret "api-db" not found'),
		seen: [
			[3_000, 'Pending CreateContainerConfigError 0 unready'],
			[60_000, 'Pending CreateContainerConfigError 0 unready'],
		],
	},
	{name: 'an unready one runs', life: unready(), seen: [[60_000, 'Running running 0 unready']]},
	{
		name: 'a slow one is ready late',
		life: slowStart([20_000, 20_000]),
		seen: [
			[15_000, 'Running running 0 unready'],
			[23_000, 'Running running 0 ready'],
		],
	},
];

test.each(CASES)('$name', async ({life, seen}) => {
	const {sim, advance, clock} = await startSmallCluster([pod('x', probed)], behaviour(life));
	const begin = clock.now();
	const found: [number, string][] = [];
	for (const [afterMs] of seen) {
		await advance(begin + afterMs - clock.now());
		found.push([afterMs, summary(sim.get('pods', 'shop', 'x') as Pod)]);
	}
	await sim.stop();
	expect(found).toEqual(seen);
});

describe('the status of a pod', () => {
	test('in a back-off is what a kubelet writes', async () => {
		const {sim, advance} = await startSmallCluster([pod('x', probed)], behaviour(crash(3, [1000, 1000])));
		await advance(7_000);
		const {status, metadata} = sim.get('pods', 'shop', 'x') as Pod;
		await sim.stop();
		const [container] = status.containerStatuses ?? [];
		const time = expect.stringMatching(/^2026-11-24T12:00:0\dZ$/);
		expect(status).toEqual({
			phase: 'Running',
			conditions: [
				{type: 'PodReadyToStartContainers', status: 'True', lastProbeTime: null, lastTransitionTime: time},
				{type: 'Initialized', status: 'True', lastProbeTime: null, lastTransitionTime: time},
				{
					type: 'Ready',
					status: 'False',
					lastProbeTime: null,
					lastTransitionTime: time,
					reason: 'ContainersNotReady',
					message: 'containers with unready status: [app]',
				},
				{
					type: 'ContainersReady',
					status: 'False',
					lastProbeTime: null,
					lastTransitionTime: time,
					reason: 'ContainersNotReady',
					message: 'containers with unready status: [app]',
				},
				{type: 'PodScheduled', status: 'True', lastProbeTime: null, lastTransitionTime: time},
			],
			hostIP: '10.0.0.1',
			podIP: expect.stringMatching(/^10\.244\.[12]\.2$/),
			podIPs: [{ip: status.podIP}],
			startTime: time,
			containerStatuses: [
				{
					name: 'app',
					state: {
						waiting: {
							reason: 'CrashLoopBackOff',
							message: `back-off 10s restarting failed container=app pod=x_shop(${metadata.uid})`,
						},
					},
					lastState: {
						terminated: {
							exitCode: 3,
							reason: 'Error',
							startedAt: time,
							finishedAt: time,
							containerID: container?.containerID,
						},
					},
					ready: false,
					restartCount: 1,
					image: IMAGE,
					imageID: expect.stringMatching(/^example\.com\/app@sha256:[0-9a-f]{64}$/),
					containerID: expect.stringMatching(/^containerd:\/\/[0-9a-f]{64}$/),
					started: false,
				},
			],
			qosClass: 'BestEffort',
		});
	});

	test('that names its life lives it, whatever the story says', async () => {
		const annotated = pod('x', probed);
		annotated.metadata.annotations = {'simulated/life': 'image-pull'};
		const {sim, advance} = await startSmallCluster([annotated], behaviour(normal));
		await advance(6_000);
		expect(summary(sim.get('pods', 'shop', 'x') as Pod)).toBe('Pending ImagePullBackOff 0 unready');
		await sim.stop();
	});

	test('that comes with it is left alone', async () => {
		const told = {phase: 'Running', containerStatuses: [{name: 'app', ready: true, restartCount: 7}]};
		const {sim, advance} = await startSmallCluster([{...pod('x', {nodeName: 'node-1'}), status: told}]);
		await advance(60_000);
		expect((sim.get('pods', 'shop', 'x') as Pod).status).toEqual(told);
		sim.delete('pods', 'shop', 'x');
		await advance(60_000);
		expect(sim.get('pods', 'shop', 'x')).toBeUndefined();
		await sim.stop();
	});
});

describe('the events of a pod', () => {
	test.each([
		['of a normal life', normal, 'Scheduled×1 Pulling×1 Pulled×1 Created×1 Started×1'],
		[
			'count its restarts',
			crash(1, [1000, 1000]),
			'Scheduled×1 Pulling×1 Pulled×1 Created×3 Started×3 Pulled×2 BackOff×2',
		],
		['of a pull that fails', imagePull(), 'Scheduled×1 Pulling×2 Failed×2 Failed×2 BackOff×2 Failed×2'],
		['of one that is not ready', unready(), 'Scheduled×1 Pulling×1 Pulled×1 Created×1 Started×1 Unhealthy×2'],
	] as const)('%s', async (_, life, expected) => {
		const {sim, advance} = await startSmallCluster([pod('x', probed)], behaviour(life));
		await advance(28_000);
		const events = sim.list('events').map(event => event as EventObject);
		await sim.stop();
		const byAge = events.toSorted(
			(a, b) => Number(a.metadata.resourceVersion) - Number(b.metadata.resourceVersion),
		);
		const counted = byAge.map(({reason, count, series}) => `${reason}×${count ?? series?.count ?? 1}`);
		expect(counted.toSorted()).toEqual(expected.split(' ').toSorted());
	});

	test('are forgotten after an hour', async () => {
		const {sim, advance} = await startSmallCluster([pod('x')]);
		await advance(3_590_000);
		expect(sim.list('events')).toHaveLength(5);
		await advance(90_000);
		expect(sim.list('events')).toEqual([]);
		await sim.stop();
	});
});

test('a deleted pod ends in its grace period and is gone', async () => {
	const {sim, advance} = await startSmallCluster([pod('x', {terminationGracePeriodSeconds: 5})]);
	await advance(5_000);
	sim.delete('pods', 'shop', 'x');
	await advance(100);
	const ending = sim.get('pods', 'shop', 'x') as Pod;
	expect([ending.metadata.deletionTimestamp, ending.metadata.deletionGracePeriodSeconds, summary(ending)]).toEqual([
		'2026-11-24T12:00:10Z',
		5,
		'Running running 0 ready',
	]);
	await advance(5_300);
	expect(sim.get('pods', 'shop', 'x')).toBeUndefined();
	expect(sim.list('events').map(event => (event as EventObject).message)).toContain('Stopping container app');
	await sim.stop();
});

describe('a pod that fits nowhere', () => {
	test('stays pending in the words of the scheduler, and is bound when there is room', async () => {
		const large = {containers: [{name: 'app', image: IMAGE, resources: {requests: {cpu: '3'}}}]};
		const {sim, advance} = await startSmallCluster([pod('x', large)]);
		await advance(1000);
		const message =
			'0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, preemption: 0/2 nodes are available: ' +
			'2 Preemption is not helpful for scheduling.';
		expect((sim.get('pods', 'shop', 'x') as Pod).status.conditions).toEqual([
			{
				type: 'PodScheduled',
				status: 'False',
				lastTransitionTime: '2026-11-24T12:00:00Z',
				reason: 'Unschedulable',
				message,
				lastProbeTime: null,
			},
		]);
		expect(sim.list('events').map(event => (event as EventObject).reason)).toEqual(['FailedScheduling']);
		sim.apply(node('node-3', '4'));
		await advance(5_000);
		expect((sim.get('pods', 'shop', 'x') as Pod).spec.nodeName).toBe('node-3');
		await sim.stop();
	});
});

/** `PHASE STATE RESTARTS READY`. */
function summary({status}: Pod): string {
	const [container] = status.containerStatuses ?? [];
	const state =
		container?.state.waiting?.reason ??
		container?.state.terminated?.reason ??
		(container ? 'running' : 'ContainerCreating');
	return `${status.phase} ${state} ${container?.restartCount ?? 0} ${container?.ready ? 'ready' : 'unready'}`;
}
