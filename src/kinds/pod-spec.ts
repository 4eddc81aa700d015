import type {V1Container, V1EnvVar, V1NodeSelectorTerm, V1PodSpec, V1Probe, V1Volume} from '@kubernetes/client-node';
import type {Intern} from '../lib/intern.ts';
import {parseQuantity} from '../model/quantity.ts';
import type {ConfigReference, ContainerSpec, EnvVariable, PodSpec, Probe, VolumeSpec} from '../model/pod-spec.ts';
import type {Resources} from '../model/row.ts';
import type {Wire} from '../model/wire.ts';
import {listOf, mapOf, numberOf, textOf, textsOf} from './json.ts';
import {placementOf} from './placement.ts';

/** Long enough for a connection string, short enough for a thousand templates. */
const VALUE_CHARS_MAX = 512;

/** What a pod, or the template of pods, asks for. Equal ones are one object. */
export function podSpecOf(spec: Wire<V1PodSpec> | undefined, intern: Intern): PodSpec {
	const init = listOf(spec?.initContainers).map(container =>
		containerOf(container, container.restartPolicy === 'Always' ? 'sidecar' : 'init'),
	);
	const terms = spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
	return intern.value({
		containers: [...init, ...listOf(spec?.containers).map(container => containerOf(container, 'app'))],
		volumes: listOf(spec?.volumes).flatMap(volumesOf),
		nodeSelector: mapOf(spec?.nodeSelector),
		nodeAffinity: listOf(terms).map(termWords),
		tolerations: listOf(spec?.tolerations).map(({key, operator, value, effect}) => ({
			key: textOf(key),
			operator: textOf(operator) || 'Equal',
			value: textOf(value),
			effect: textOf(effect),
		})),
		serviceAccount: textOf(spec?.serviceAccountName),
		pullSecrets: listOf(spec?.imagePullSecrets).map(({name}) => textOf(name)),
		priorityClass: textOf(spec?.priorityClassName),
		// The API's default, as those of the probes below.
		graceMs: (numberOf(spec?.terminationGracePeriodSeconds) ?? 30) * 1000,
		readinessGates: listOf(spec?.readinessGates).map(({conditionType}) => textOf(conditionType)),
		restartPolicy: textOf(spec?.restartPolicy) || 'Always',
		placement: placementOf(spec, intern),
	});
}

function containerOf(container: Wire<V1Container>, role: ContainerSpec['role']): ContainerSpec {
	const {resources, livenessProbe, readinessProbe, startupProbe, lifecycle} = container;
	return {
		name: textOf(container.name),
		image: textOf(container.image),
		role,
		command: textsOf(container.command),
		args: textsOf(container.args),
		env: listOf(container.env).map(variableOf),
		envFrom: listOf(container.envFrom).flatMap(
			({configMapRef, secretRef}) =>
				referenceOf('configmap', configMapRef) ?? referenceOf('secret', secretRef) ?? [],
		),
		liveness: probeOf(livenessProbe),
		readiness: probeOf(readinessProbe),
		startup: probeOf(startupProbe),
		requests: amountsOf(resources?.requests),
		limits: amountsOf(resources?.limits),
		ports: listOf(container.ports).map(({name, containerPort, protocol}) => ({
			name: textOf(name),
			port: numberOf(containerPort) ?? 0,
			protocol: textOf(protocol) || 'TCP',
		})),
		hasPreStop: lifecycle?.preStop !== undefined && lifecycle.preStop !== null,
	};
}

function amountsOf(quantities: {readonly [name: string]: string | undefined} | undefined): Resources {
	return {cpu: parseQuantity(quantities?.['cpu']), memory: parseQuantity(quantities?.['memory'])};
}

function variableOf({name, value, valueFrom}: Wire<V1EnvVar>): EnvVariable {
	const {configMapKeyRef, secretKeyRef} = valueFrom ?? {};
	const reference = referenceOf('configmap', configMapKeyRef) ?? referenceOf('secret', secretKeyRef);
	const key = textOf((configMapKeyRef ?? secretKeyRef)?.key);
	return {
		name: textOf(name),
		value: valueFrom ? undefined : textOf(value, VALUE_CHARS_MAX),
		from: reference && {...reference, key},
	};
}

function referenceOf(
	kind: ConfigReference['kind'],
	reference: {readonly name?: string | undefined; readonly optional?: boolean | undefined} | undefined,
): ConfigReference | undefined {
	const name = textOf(reference?.name);
	return name === '' ? undefined : {kind, name, optional: reference?.optional === true};
}

/** The token volume that every pod gets is left out: its name is different in each. */
function volumesOf(volume: Wire<V1Volume>): readonly VolumeSpec[] {
	const name = textOf(volume.name);
	const {configMap, secret, persistentVolumeClaim, projected} = volume;
	if (name.startsWith('kube-api-access-')) return [];
	const parts = listOf(projected?.sources).flatMap(
		source => referenceOf('configmap', source.configMap) ?? referenceOf('secret', source.secret) ?? [],
	);
	const secretReference = {name: secret?.secretName, optional: secret?.optional};
	const own = referenceOf('configmap', configMap) ?? referenceOf('secret', secretReference);
	const configs = own === undefined ? parts : [own];
	if (configs.length > 0) return configs.map(config => ({name, config, claim: ''}));
	return [{name, config: undefined, claim: textOf(persistentVolumeClaim?.claimName)}];
}

function probeOf(probe: Wire<V1Probe> | undefined): Probe | undefined {
	if (!probe) return undefined;
	const {httpGet, tcpSocket, grpc, exec} = probe;
	const port = httpGet?.port ?? tcpSocket?.port ?? grpc?.port;
	const path = httpGet ? textOf(httpGet.path) || '/' : textsOf(exec?.command).join(' ');
	return {
		how: httpGet ? 'http' : tcpSocket ? 'tcp' : grpc ? 'grpc' : 'exec',
		port: typeof port === 'number' ? String(port) : textOf(port),
		path,
		scheme: textOf(httpGet?.scheme) === 'HTTPS' ? 'HTTPS' : '',
		initialDelayMs: (numberOf(probe.initialDelaySeconds) ?? 0) * 1000,
		periodMs: (numberOf(probe.periodSeconds) || 10) * 1000,
		timeoutMs: (numberOf(probe.timeoutSeconds) || 1) * 1000,
		failureThreshold: numberOf(probe.failureThreshold) || 3,
		successThreshold: numberOf(probe.successThreshold) || 1,
	};
}

/** `disktype in (ssd) and zone exists`. */
function termWords({matchExpressions, matchFields}: Wire<V1NodeSelectorTerm>): string {
	const words = [...listOf(matchExpressions), ...listOf(matchFields)].map(({key, operator, values}) => {
		const list = textsOf(values);
		return `${textOf(key)} ${textOf(operator)}${list.length === 0 ? '' : ` (${list.join(', ')})`}`;
	});
	return words.join(' and ');
}
