import {describe, expect, test} from 'vitest';
import {crash} from '../../src/sim/lives/crash.ts';
import {slowStart} from '../../src/sim/lives/slow-start.ts';
import type {Autoscaler, EventObject, KubeObject} from '../../src/sim/objects.ts';
import type {Pod} from '../../src/sim/pod-object.ts';
import type {Deployment, Job, ReplicaSet, StatefulSet} from '../../src/sim/workload-objects.ts';
import type {Sim} from '../../src/sim/contract.ts';
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
			({spec: {template}}) => template.spec.containers[0]?.image,
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

test('a StatefulSet starts its pods one by one and renews them from the highest', async () => {
	const spec = {replicas: 2, serviceName: 'db'};
	const {sim, advance} = await startSmallCluster([workload('StatefulSet', 'db', 'db:1', spec)]);
	const seen = new Set<string>();
	const look = async (): Promise<void> => {
		for (let step = 0; step < 150; step++) {
			await advance(100);
			seen.add(
				(sim.list('pods') as Pod[])
					.map(({metadata, spec: {containers}}) => `${metadata.name}=${containers[0]?.image}`)
					.join(' '),
			);
		}
	};
	await look();
	sim.apply(workload('StatefulSet', 'db', 'db:2', spec));
	await look();
	const {status} = sim.get('statefulsets', 'shop', 'db') as StatefulSet;
	const revisions = sim.list('controllerrevisions').map(object => object as KubeObject & {revision: number});
	await sim.stop();
	expect([...seen]).toEqual(['db-0=db:1', 'db-0=db:1 db-1=db:1', 'db-0=db:1 db-1=db:2', 'db-0=db:2 db-1=db:2']);
	const newest = revisions.find(({revision}) => revision === 2)?.metadata.name;
	expect(status).toEqual({
		observedGeneration: 2,
		replicas: 2,
		readyReplicas: 2,
		currentReplicas: 2,
		updatedReplicas: 2,
		currentRevision: newest,
		updateRevision: newest,
		collisionCount: 0,
		availableReplicas: 2,
	});
});

test('a DaemonSet has one pod on each node, and renews one at a time', async () => {
	const {sim, advance} = await startSmallCluster([workload('DaemonSet', 'agent', 'agent:1')]);
	await advance(10_000);
	const nodes = (sim.list('pods') as Pod[]).map(({spec}) => spec.nodeName).toSorted();
	sim.apply(workload('DaemonSet', 'agent', 'agent:2'));
	let leastReady = Infinity;
	for (let step = 0; step < 150; step++) {
		await advance(100);
		leastReady = Math.min(
			leastReady,
			(sim.get('daemonsets', 'shop', 'agent')?.['status'] as {numberReady: number}).numberReady,
		);
	}
	const images = (sim.list('pods') as Pod[]).map(({spec}) => spec.containers[0]?.image);
	await sim.stop();
	expect([nodes, leastReady, images]).toEqual([['node-1', 'node-2'], 1, ['agent:2', 'agent:2']]);
});

describe('a Job', () => {
	test.each([
		['that works completes', [], 'SuccessCriteriaMet Complete', 1, undefined],
		[
			'that fails gives up after its limit',
			[{of: {}, life: crash(1, [1000, 1000])}],
			'FailureTarget Failed',
			undefined,
			2,
		],
	] as const)('%s', async (_, behaviours, conditions, succeeded, failed) => {
		const job: KubeObject = {...workload('Job', 'migrate', 'app:1', {backoffLimit: 1}), apiVersion: 'batch/v1'};
		const spec = job['spec'] as {selector?: object; template: {spec: {restartPolicy?: string}}};
		delete spec.selector;
		spec.template.spec.restartPolicy = 'Never';
		const {sim, advance} = await startSmallCluster([job], behaviours);
		await advance(60_000);
		const {status} = sim.get('jobs', 'shop', 'migrate') as Job;
		await sim.stop();
		expect([status.conditions?.map(({type}) => type).join(' '), status.succeeded, status.failed]).toEqual([
			conditions,
			succeeded,
			failed,
		]);
	});
});

describe('an autoscaler', () => {
	const autoscaler = {
		apiVersion: 'autoscaling/v2',
		kind: 'HorizontalPodAutoscaler',
		metadata: {name: 'api', namespace: 'shop'},
		spec: {
			scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'api'},
			minReplicas: 2,
			maxReplicas: 5,
			metrics: [
				{type: 'Resource', resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 70}}},
			],
		},
	};

	test.each([
		['has no figures at first', 0.07, 16_000, {replicas: 2, active: 'FailedGetResourceMetric', limited: undefined}],
		[
			'stays while usage is near its target',
			0.073,
			120_000,
			{replicas: 2, active: 'ValidMetricFound', limited: 'DesiredWithinRange'},
		],
		[
			'goes up to its maximum, and says that it is there',
			0.2,
			120_000,
			{replicas: 5, active: 'ValidMetricFound', limited: 'TooManyReplicas'},
		],
	] as const)('%s', async (_, cpu, afterMs, expected) => {
		const objects = [workload('Deployment', 'api', 'app:1', {replicas: 2}), autoscaler];
		const {sim, advance} = await startSmallCluster(objects, [{of: {}, usage: () => ({cpu, memory: 1})}]);
		await advance(afterMs);
		const {conditions} = (sim.get('horizontalpodautoscalers', 'shop', 'api') as Autoscaler).status;
		const reason = (type: string): string | undefined =>
			conditions?.find(condition => condition.type === type)?.reason;
		const {replicas} = (sim.get('deployments', 'shop', 'api') as Deployment).spec;
		await sim.stop();
		expect({replicas, active: reason('ScalingActive'), limited: reason('ScalingLimited')}).toEqual(expected);
	});

	test('goes down only after five minutes', async () => {
		let cpu = 0.2;
		const objects = [workload('Deployment', 'api', 'app:1', {replicas: 2}), autoscaler];
		const {sim, advance} = await startSmallCluster(objects, [{of: {}, usage: () => ({cpu, memory: 1})}]);
		const replicas = (): number => (sim.get('deployments', 'shop', 'api') as Deployment).spec.replicas;
		await advance(120_000);
		cpu = 0.02;
		await advance(240_000);
		const early = replicas();
		await advance(90_000);
		const late = replicas();
		await sim.stop();
		expect([early, late]).toEqual([5, 2]);
	});
});

test('an EndpointSlice follows readiness and the port of its pods', async () => {
	const deployment = workload('Deployment', 'api', 'app:1', {replicas: 1});
	const template = (deployment['spec'] as {template: {spec: {containers: {ports?: object[]}[]}}}).template.spec;
	for (const container of template.containers) container.ports = [{name: 'http', containerPort: 8000}];
	const service = {
		apiVersion: 'v1',
		kind: 'Service',
		metadata: {name: 'api', namespace: 'shop'},
		spec: {selector: {app: 'api'}, ports: [{name: 'web', port: 80, targetPort: 'http'}]},
	};
	const {sim, advance} = await startSmallCluster([deployment, service]);
	await advance(10_000);
	const [pod] = sim.list('pods') as Pod[];
	const [slice] = sim.list('endpointslices');
	sim.delete('pods', 'shop', pod?.metadata.name ?? '');
	await advance(100);
	const ending = sim.list('endpointslices')[0]?.['endpoints'] as {conditions: object; targetRef: {name: string}}[];
	await sim.stop();
	expect({endpoints: slice?.['endpoints'], ports: slice?.['ports'], labels: slice?.metadata.labels}).toEqual({
		endpoints: [
			{
				addresses: [pod?.status.podIP],
				conditions: {ready: true, serving: true, terminating: false},
				targetRef: {kind: 'Pod', namespace: 'shop', name: pod?.metadata.name, uid: pod?.metadata.uid},
				nodeName: pod?.spec.nodeName,
				zone: 'z1',
			},
		],
		ports: [{name: 'web', protocol: 'TCP', port: 8000}],
		labels: {
			'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
			'kubernetes.io/service-name': 'api',
		},
	});
	expect(ending.find(({targetRef}) => targetRef.name === pod?.metadata.name)?.conditions).toEqual({
		ready: false,
		serving: true,
		terminating: true,
	});
});

test('the same seed and clock give the same cluster', async () => {
	const tell = async (): Promise<string> => {
		const {sim, advance} = await startSmallCluster(
			[workload('Deployment', 'api', 'app:1', {replicas: 3})],
			[{of: {}, life: crash(1, [500, 3000])}],
		);
		await advance(120_000);
		const all = ['pods', 'replicasets', 'events', 'deployments'].map(plural => sim.list(plural));
		await sim.stop();
		return JSON.stringify(all);
	};
	expect(await tell()).toBe(await tell());
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
