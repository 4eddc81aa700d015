import {describe, expect, test} from 'vitest';
import {crash} from '../../src/sim/lives/crash.ts';
import type {Autoscaler, KubeObject} from '../../src/sim/objects.ts';
import type {Pod} from '../../src/sim/pod-object.ts';
import type {DaemonSet, Deployment, Job, StatefulSet} from '../../src/sim/workload-objects.ts';
import {startSmallCluster, workload} from './small-cluster.ts';

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
	const nodes = (sim.list('pods') as Pod[]).map(({spec}) => spec.nodeName ?? '').toSorted();
	sim.apply(workload('DaemonSet', 'agent', 'agent:2'));
	let leastReady = Infinity;
	for (let step = 0; step < 150; step++) {
		await advance(100);
		const {status} = sim.get('daemonsets', 'shop', 'agent') as DaemonSet;
		leastReady = Math.min(leastReady, status.numberReady ?? 0);
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
