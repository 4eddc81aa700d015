import type {KubeObject} from '../objects.ts';
import type {Container} from '../pod-object.ts';
import {labelsOf, selectorOf} from './names.ts';

/** The part of a container that a manifest of the shop must say. */
export type ContainerPart = Omit<Container, 'name'>;

export interface DeploymentPart {
	readonly namespace: string;
	readonly name: string;
	readonly version: string;
	readonly replicas: number;
	readonly container: ContainerPart;
	/** Fields of the pods beside their containers. */
	readonly pod?: object;
	/** Annotations of its pods. */
	readonly annotations?: Readonly<Record<string, string>>;
	/** Why this revision: kubernetes.io/change-cause. */
	readonly cause?: string;
	/** Fields of the spec beside those above. */
	readonly spec?: object;
}

/** A Deployment with one container that is called as it is. */
export function deploymentObject({
	namespace,
	name,
	version,
	replicas,
	container,
	cause,
	annotations,
	pod = {},
	spec,
}: DeploymentPart): KubeObject {
	return {
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: {
			name,
			namespace,
			labels: labelsOf(name, version),
			...(cause === undefined ? {} : {annotations: {'kubernetes.io/change-cause': cause}}),
		},
		spec: {
			replicas,
			selector: {matchLabels: selectorOf(name)},
			template: {
				metadata: {labels: labelsOf(name, version), ...(annotations === undefined ? {} : {annotations})},
				spec: {containers: [{name, ...container}], ...pod},
			},
			...spec,
		},
	};
}

/** A Service on `port` for the container port of the same name; headless when its name has to lead to single pods. */
export function serviceObject(
	namespace: string,
	name: string,
	portName: string,
	port: number,
	isHeadless = false,
): KubeObject {
	return {
		apiVersion: 'v1',
		kind: 'Service',
		metadata: {name, namespace, labels: labelsOf(name)},
		spec: {
			...(isHeadless ? {clusterIP: 'None'} : {}),
			selector: selectorOf(name),
			ports: [{name: portName, port, targetPort: portName}],
		},
	};
}
