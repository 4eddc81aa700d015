import {describe, expect, test} from 'vitest';
import type {Sim} from '../../src/sim/contract.ts';
import {slowStart} from '../../src/sim/lives/slow-start.ts';
import type {EventObject, KubeObject} from '../../src/sim/objects.ts';
import type {Pod} from '../../src/sim/pod-object.ts';
import type {Deployment, ReplicaSet} from '../../src/sim/workload-objects.ts';
import {startSmallCluster, workload} from './small-cluster.ts';

const rolling = (maxSurge: number | string, maxUnavailable: number | string): object => ({
	strategy: {type: 'RollingUpdate', rollingUpdate: {maxSurge, maxUnavailable}},
});

describe('a Deployment', () => {
	test('says in its status what the real one says', async () => {
		const {sim, advance} = await startSmallCluster([workload('Deployment', 'api', 'app:1', {replicas: 2})]);
		await advance(10_000);
		const {status, metadata} = sim.get('deployments', 'shop', 'api') as Deployment;
		const [set] = sim.list('replicasets') as ReplicaSet[];
		await sim.stop();
		expect(metadata.annotations).toEqual({'deployment.kubernetes.io/revision': '1'});
		const time = expect.stringMatching(/^2026-11-24T12:00:0\dZ$/);
		expect(status).toEqual({
			observedGeneration: 1,
			replicas: 2,
			updatedReplicas: 2,
			readyReplicas: 2,
			availableReplicas: 2,
			terminatingReplicas: 0,
			conditions: [
				{
					type: 'Available',
					status: 'True',
					lastUpdateTime: time,
					lastTransitionTime: time,
					reason: 'MinimumReplicasAvailable',
					message: 'Deployment has minimum availability.',
				},
				{
					type: 'Progressing',
					status: 'True',
					lastUpdateTime: time,
					lastTransitionTime: time,
					reason: 'NewReplicaSetAvailable',
					message: `ReplicaSet "${set?.metadata.name}" has successfully progressed.`,
				},
			],
		});
		expect(set?.status).toEqual({
			replicas: 2,
			fullyLabeledReplicas: 2,
			readyReplicas: 2,
			availableReplicas: 2,
			terminatingReplicas: 0,
			observedGeneration: set?.metadata.generation,
		});
	});

	test.each([
		['one more, none less', 1, 0, {most: 4, least: 3}],
		['none more, one less', 0, 1, {most: 3, least: 2}],
		['two more, none less', 2, 0, {most: 5, least: 3}],
		['shares of 25 % are rounded up and down', '25%', '25%', {most: 4, least: 3}],
	] as const)('rolls out with %s', async (_, maxSurge, maxUnavailable, expected) => {
		const spec = {replicas: 3, ...rolling(maxSurge, maxUnavailable)};
		const {sim, advance} = await startSmallCluster([workload('Deployment', 'api', 'app:1', spec)]);
		await advance(10_000);
		sim.apply(workload('Deployment', 'api', 'app:2', spec));
		const range = {most: 0, least: Infinity};
		for (let step = 0; step < 300; step++) {
			await advance(100);
			const total = sumOf(sim, set => set.spec.replicas);
			const available = sumOf(sim, set => set.status.availableReplicas ?? 0);
			range.most = Math.max(range.most, total);
			range.least = Math.min(range.least, available);
		}
		const {updatedReplicas, replicas} = (sim.get('deployments', 'shop', 'api') as Deployment).status;
		await sim.stop();
		expect({...range, updatedReplicas, replicas}).toEqual({...expected, updatedReplicas: 3, replicas: 3});
	});

	test('is stuck after its deadline, and not before', async () => {
		const spec = {replicas: 2, progressDeadlineSeconds: 30, ...rolling(1, 0)};
		const {sim, advance} = await startSmallCluster(
			[workload('Deployment', 'api', 'app:1', spec)],
			[{of: {image: 'app:2'}, life: slowStart([3_600_000, 3_600_000])}],
		);
		await advance(10_000);
		const probed = withProbe(workload('Deployment', 'api', 'app:2', spec));
		sim.apply(probed);
		await advance(29_000);
		const before = progress(sim);
		await advance(3_000);
		const after = progress(sim);
		await sim.stop();
		expect([before, after]).toEqual(['True ReplicaSetUpdated', 'False ProgressDeadlineExceeded']);
	});

	test('goes back to an old template under a new number', async () => {
		const {sim, advance} = await startSmallCluster([workload('Deployment', 'api', 'app:1')]);
		await advance(10_000);
		sim.apply(workload('Deployment', 'api', 'app:2'));
		await advance(10_000);
		sim.apply(workload('Deployment', 'api', 'app:1'));
		await advance(10_000);
		const revisions = (sim.list('replicasets') as ReplicaSet[]).map(
			({metadata, spec}) =>
				`${spec.template.spec.containers[0]?.image} ${metadata.annotations?.['deployment.kubernetes.io/revision']} ${spec.replicas}`,
		);
		const scaled = messages(sim, 'ScalingReplicaSet').map(text => text.replace(/api-\w+/, 'X'));
		await sim.stop();
		expect(revisions.toSorted()).toEqual(['app:1 3 1', 'app:2 2 0']);
		expect([...new Set(scaled)].toSorted()).toEqual([
			'Scaled down replica set X from 1 to 0',
			'Scaled up replica set X from 0 to 1',
		]);
	});

	test('keeps as many old revisions as it should', async () => {
		const spec = {revisionHistoryLimit: 1};
		const {sim, advance} = await startSmallCluster([workload('Deployment', 'api', 'app:1', spec)]);
		for (const image of ['app:2', 'app:3', 'app:4']) {
			await advance(10_000);
			sim.apply(workload('Deployment', 'api', image, spec));
		}
		await advance(10_000);
		const images = (sim.list('replicasets') as ReplicaSet[]).map(
			({spec: {template}}) => template.spec.containers[0]?.image ?? '',
		);
		await sim.stop();
		expect(images.toSorted()).toEqual(['app:3', 'app:4']);
	});

	test('that is paused keeps its pods', async () => {
		const {sim, advance} = await startSmallCluster([workload('Deployment', 'api', 'app:1')]);
		await advance(10_000);
		sim.apply(workload('Deployment', 'api', 'app:2', {paused: true}));
		await advance(60_000);
		const images = (sim.list('pods') as Pod[]).map(({spec}) => spec.containers[0]?.image);
		const state = progress(sim);
		sim.apply(workload('Deployment', 'api', 'app:2', {paused: false}));
		await advance(60_000);
		const later = (sim.list('pods') as Pod[]).map(({spec}) => spec.containers[0]?.image);
		await sim.stop();
		expect([images, state, later]).toEqual([['app:1'], 'Unknown DeploymentPaused', ['app:2']]);
	});

	test('that recreates ends all old pods first', async () => {
		const spec = {replicas: 2, strategy: {type: 'Recreate'}};
		const {sim, advance} = await startSmallCluster([workload('Deployment', 'api', 'app:1', spec)]);
		await advance(10_000);
		sim.apply(workload('Deployment', 'api', 'app:2', spec));
		const mixes: string[] = [];
		for (let step = 0; step < 100; step++) {
			await advance(100);
			mixes.push(
				[...new Set((sim.list('pods') as Pod[]).map(({spec: {containers}}) => containers[0]?.image))].join('+'),
			);
		}
		await sim.stop();
		expect([...new Set(mixes)].filter(mix => mix !== '')).toEqual(['app:1', 'app:2']);
	});

	test('takes its ReplicaSets and pods with it', async () => {
		const {sim, advance} = await startSmallCluster([workload('Deployment', 'api', 'app:1', {replicas: 2})]);
		await advance(10_000);
		sim.delete('deployments', 'shop', 'api');
		await advance(10_000);
		expect([sim.list('replicasets'), sim.list('pods')]).toEqual([[], []]);
		await sim.stop();
	});
});

function withProbe(object: KubeObject): KubeObject {
	const {template} = object['spec'] as {template: {spec: {containers: {readinessProbe?: object}[]}}};
	for (const container of template.spec.containers) container.readinessProbe = {httpGet: {path: '/', port: 80}};
	return object;
}

function sumOf(sim: Sim, count: (set: ReplicaSet) => number): number {
	return (sim.list('replicasets') as ReplicaSet[]).reduce((sum, set) => sum + count(set), 0);
}

function progress(sim: Sim): string {
	const {conditions} = (sim.get('deployments', 'shop', 'api') as Deployment).status;
	const condition = conditions?.find(({type}) => type === 'Progressing');
	return `${condition?.status} ${condition?.reason}`;
}

function messages(sim: Sim, reason: string): string[] {
	return (sim.list('events') as EventObject[]).filter(event => event.reason === reason).map(({message}) => message);
}
