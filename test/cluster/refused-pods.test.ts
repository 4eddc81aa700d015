/** What a real API server refuses, and what the diagnosis makes of its words. */
import {writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {rules} from '../../src/diagnosis/rules.ts';
import {createDiagnosis} from '../support/diagnose.ts';
import {findKit, type Kit} from '../support/kit.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';

const kit = findKit();
if ('skipped' in kit) test.skip(kit.skipped, () => undefined);
else refusals(kit);

type Fields = {readonly [field: string]: unknown};

const LISTED = 'pods,deployments,statefulsets,daemonsets,replicasets,services,events,jobs,configmaps,nodes';

function object(apiVersion: string, kind: string, name: string, namespace: string, fields: Fields): Fields {
	return {apiVersion, kind, metadata: {name, namespace}, ...fields};
}

function space(name: string, labels: Fields = {}): Fields {
	return {apiVersion: 'v1', kind: 'Namespace', metadata: {name, labels}};
}

/** A workload of one pod that is called as its namespace is. */
function workload(kind: string, namespace: string, pod: Fields, limits: Fields = {}): Fields {
	const labels = {app: namespace};
	const containers = [{name: 'api', image: 'shop/api:1', resources: {limits}}];
	const selector = {matchLabels: labels};
	const template = {metadata: {labels}, spec: {containers, ...pod}};
	const own = kind === 'DaemonSet' ? {} : {replicas: 1};
	const governing = kind === 'StatefulSet' ? {serviceName: namespace} : {};
	return object('apps/v1', kind, namespace, namespace, {spec: {...own, ...governing, selector, template}});
}

const HOOK = {
	rules: [{apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods']}],
	sideEffects: 'None',
	admissionReviewVersions: ['v1'],
	timeoutSeconds: 1,
};

const manifest: readonly Fields[] = [
	...['full', 'unset', 'large', 'ranged', 'nobody', 'classless', 'runtime', 'peaceful'].map(name => space(name)),
	space('secured', {'pod-security.kubernetes.io/enforce': 'restricted'}),
	space('hooked', {hooked: 'yes'}),
	object('v1', 'ResourceQuota', 'counts', 'full', {spec: {hard: {pods: '0'}}}),
	object('v1', 'ResourceQuota', 'memory', 'unset', {spec: {hard: {'limits.memory': '1Gi'}}}),
	object('v1', 'ResourceQuota', 'memory', 'large', {spec: {hard: {'limits.memory': '1Gi'}}}),
	object('v1', 'LimitRange', 'limits', 'ranged', {spec: {limits: [{type: 'Container', max: {cpu: '1'}}]}}),
	{
		apiVersion: 'admissionregistration.k8s.io/v1',
		kind: 'ValidatingWebhookConfiguration',
		metadata: {name: 'gate'},
		webhooks: [
			{
				...HOOK,
				name: 'gate.shop.example',
				clientConfig: {service: {name: 'gate', namespace: 'gate', path: '/v'}},
				namespaceSelector: {matchLabels: {hooked: 'yes'}},
			},
		],
	},
	workload('StatefulSet', 'full', {}),
	workload('Deployment', 'unset', {}),
	workload('Deployment', 'large', {}, {memory: '2Gi'}),
	workload('Deployment', 'ranged', {}, {cpu: '2'}),
	workload('DaemonSet', 'nobody', {serviceAccountName: 'nobody'}),
	workload('Deployment', 'classless', {priorityClassName: 'high'}),
	workload('Deployment', 'runtime', {runtimeClassName: 'gvisor'}),
	workload('Deployment', 'secured', {}),
	workload('Deployment', 'hooked', {}),
	workload('Deployment', 'peaceful', {}),
];

const SAID = [
	'classless priority-class-missing doomed: Pods cannot be created: there is no priority class high',
	'full quota-exceeded doomed: Pods cannot be created: each needs 1 pod, quota counts is 0',
	'hooked webhook-unreachable struggling: Pods cannot be created: webhook gate.shop.example does not answer',
	'large quota-exceeded doomed: Pods cannot be created: each needs 2Gi limits.memory, quota memory is 1Gi',
	'nobody service-account-missing doomed: Pods cannot be created: there is no service account nobody in nobody',
	'ranged limit-range-violated doomed: Pods cannot be created: maximum cpu usage per Container is 1, but limit is 2',
	'runtime create-refused doomed: Pods cannot be created: pod rejected: RuntimeClass "gvisor" not found',
	'secured pod-security-violated doomed: Pods cannot be created: they violate PodSecurity restricted:latest',
	'unset quota-exceeded doomed: Pods cannot be created: quota memory demands limits.memory',
];

function refusals(found: Kit): void {
	let cluster: RealCluster;
	beforeAll(() => {
		cluster = startCluster(found);
		const file = join(dirname(cluster.kubeconfig), 'refused.json');
		writeFileSync(file, JSON.stringify({apiVersion: 'v1', kind: 'List', items: manifest}));
		cluster.kubectl('apply', '-f', file);
	});
	afterAll(() => cluster.stop());

	test('each refusal is named, and pods that are created are not', async () => {
		const diagnosis = createDiagnosis(rules);
		let said: readonly string[] = [];
		// Graces are half a minute at most; a busy machine takes twice as long.
		for (let looks = 0; looks < 90 && said.join() !== SAID.join(); looks += 1) {
			if (looks > 0) await pause(1000);
			const {items} = JSON.parse(cluster.kubectl('get', LISTED, '-A', '-o', 'json')) as {items: unknown[]};
			diagnosis.show(items, Date.now());
			said = diagnosis.engine.findings
				.map(({object: {name}, rule, verdict, title}) => `${name} ${rule} ${verdict}: ${title}`)
				.toSorted();
		}
		expect(said).toEqual(SAID);
	});
}
