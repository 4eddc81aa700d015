import type {KubeObject} from '../objects.ts';

export const SHOP = 'shop';
export const PLATFORM = 'platform';

export function namespaceObject(name: string, labels: Record<string, string> = {}): KubeObject {
	return {apiVersion: 'v1', kind: 'Namespace', metadata: {name, labels}};
}

/** The labels that all parts of an application carry. */
export function labelsOf(name: string, version?: string): Record<string, string> {
	return {
		'app.kubernetes.io/name': name,
		'app.kubernetes.io/part-of': 'shop',
		...(version === undefined ? {} : {'app.kubernetes.io/version': version}),
	};
}

export function selectorOf(name: string): Record<string, string> {
	return {'app.kubernetes.io/name': name};
}
