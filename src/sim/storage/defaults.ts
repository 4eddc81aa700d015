import {isObject, type JsonObject} from '../json.ts';
import type {KubeObject} from '../objects.ts';

/**
 * What the API server fills in when a manifest does not say it (Kubernetes v1.35, `pkg/apis/*\/v1/defaults.go`), as
 * far as anybody looks at it. Changes `object`.
 */
export function setDefaults(object: KubeObject): void {
	const spec = isObject(object['spec']) ? object['spec'] : undefined;
	if (spec === undefined) return;
	DEFAULTS.get(object.kind ?? '')?.(spec, object);
}

const DEFAULTS: ReadonlyMap<string, (spec: JsonObject, object: KubeObject) => void> = new Map([
	['Pod', setPodDefaults],
	['Deployment', setDeploymentDefaults],
	['ReplicaSet', setReplicaSetDefaults],
	['StatefulSet', setStatefulSetDefaults],
	['DaemonSet', setDaemonSetDefaults],
	['Job', setJobDefaults],
	['CronJob', setCronJobDefaults],
	['Service', setServiceDefaults],
	['HorizontalPodAutoscaler', setAutoscalerDefaults],
]);

function setPodDefaults(spec: JsonObject): void {
	setPodSpecDefaults(spec);
	setAll(spec, {
		serviceAccountName: 'default',
		enableServiceLinks: true,
		priority: 0,
		preemptionPolicy: 'PreemptLowerPriority',
		tolerations: ['not-ready', 'unreachable'].map(trouble => ({
			key: `node.kubernetes.io/${trouble}`,
			operator: 'Exists',
			effect: 'NoExecute',
			tolerationSeconds: 300,
		})),
	});
	setAll(spec, {serviceAccount: spec['serviceAccountName']});
}

function setDeploymentDefaults(spec: JsonObject): void {
	setAll(spec, {replicas: 1, strategy: {}, revisionHistoryLimit: 10, progressDeadlineSeconds: 600});
	const strategy = asObject(spec['strategy']);
	setAll(strategy, {type: 'RollingUpdate'});
	if (strategy['type'] === 'RollingUpdate') {
		setAll(strategy, {rollingUpdate: {}});
		setAll(asObject(strategy['rollingUpdate']), {maxUnavailable: '25%', maxSurge: '25%'});
	}
	setTemplateDefaults(spec);
}

function setReplicaSetDefaults(spec: JsonObject): void {
	setAll(spec, {replicas: 1});
	setTemplateDefaults(spec);
}

function setStatefulSetDefaults(spec: JsonObject): void {
	setAll(spec, {
		replicas: 1,
		podManagementPolicy: 'OrderedReady',
		updateStrategy: {},
		revisionHistoryLimit: 10,
		persistentVolumeClaimRetentionPolicy: {whenDeleted: 'Retain', whenScaled: 'Retain'},
	});
	const strategy = asObject(spec['updateStrategy']);
	setAll(strategy, {type: 'RollingUpdate'});
	if (strategy['type'] === 'RollingUpdate') {
		setAll(strategy, {rollingUpdate: {}});
		setAll(asObject(strategy['rollingUpdate']), {partition: 0});
	}
	setTemplateDefaults(spec);
}

function setDaemonSetDefaults(spec: JsonObject, object: KubeObject): void {
	setAll(spec, {updateStrategy: {}, revisionHistoryLimit: 10});
	const strategy = asObject(spec['updateStrategy']);
	setAll(strategy, {type: 'RollingUpdate'});
	if (strategy['type'] === 'RollingUpdate') {
		setAll(strategy, {rollingUpdate: {}});
		setAll(asObject(strategy['rollingUpdate']), {maxUnavailable: 1, maxSurge: 0});
	}
	object.metadata.annotations ??= {};
	object.metadata.annotations['deprecated.daemonset.template.generation'] ??= '1';
	setTemplateDefaults(spec);
}

function setJobDefaults(spec: JsonObject, object: KubeObject): void {
	setAll(spec, {
		parallelism: 1,
		completions: 1,
		backoffLimit: 6,
		completionMode: 'NonIndexed',
		suspend: false,
		manualSelector: false,
		podReplacementPolicy: 'TerminatingOrFailed',
		selector: {matchLabels: {'batch.kubernetes.io/controller-uid': object.metadata.uid}},
	});
	const template = asObject(spec['template']);
	setAll(template, {metadata: {}});
	const metadata = asObject(template['metadata']);
	setAll(metadata, {labels: {}});
	const {uid = '', name} = object.metadata;
	setAll(asObject(metadata['labels']), {
		'batch.kubernetes.io/controller-uid': uid,
		'batch.kubernetes.io/job-name': name,
		'controller-uid': uid,
		'job-name': name,
	});
	setTemplateDefaults(spec);
}

function setCronJobDefaults(spec: JsonObject): void {
	setAll(spec, {
		concurrencyPolicy: 'Allow',
		suspend: false,
		successfulJobsHistoryLimit: 3,
		failedJobsHistoryLimit: 1,
	});
	setTemplateDefaults(asObject(asObject(spec['jobTemplate'])['spec']));
}

function setServiceDefaults(spec: JsonObject, object: KubeObject): void {
	setAll(spec, {type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster'});
	for (const port of asObjects(spec['ports'])) setAll(port, {protocol: 'TCP', targetPort: port['port']});
	if (spec['type'] !== 'ExternalName') {
		setAll(spec, {ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack'});
		if (spec['clusterIP'] !== undefined) setAll(spec, {clusterIPs: [spec['clusterIP']]});
	}
	setAll(object, {status: {loadBalancer: {}}});
}

function setAutoscalerDefaults(spec: JsonObject): void {
	setAll(spec, {minReplicas: 1});
}

function setTemplateDefaults(spec: JsonObject): void {
	setPodSpecDefaults(asObject(asObject(spec['template'])['spec']));
}

function setPodSpecDefaults(spec: JsonObject): void {
	setAll(spec, {
		restartPolicy: 'Always',
		terminationGracePeriodSeconds: 30,
		dnsPolicy: 'ClusterFirst',
		securityContext: {},
		schedulerName: 'default-scheduler',
	});
	for (const container of [...asObjects(spec['initContainers']), ...asObjects(spec['containers'])]) {
		const image = typeof container['image'] === 'string' ? container['image'] : '';
		setAll(container, {
			resources: {},
			terminationMessagePath: '/dev/termination-log',
			terminationMessagePolicy: 'File',
			imagePullPolicy: image.endsWith(':latest') || !/:[^/]+$/.test(image) ? 'Always' : 'IfNotPresent',
		});
		for (const port of asObjects(container['ports'])) setAll(port, {protocol: 'TCP'});
		for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) setProbeDefaults(container[name]);
	}
}

function setProbeDefaults(probe: unknown): void {
	if (!isObject(probe)) return;
	setAll(probe, {timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3});
	if (isObject(probe['httpGet'])) setAll(probe['httpGet'], {path: '/', scheme: 'HTTP'});
}

/** Sets what is not there. */
function setAll(object: JsonObject, defaults: JsonObject): void {
	for (const [key, value] of Object.entries(defaults)) object[key] ??= value;
}

/** The object, or an empty one that goes nowhere when there is none. */
function asObject(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

function asObjects(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}
