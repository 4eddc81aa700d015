import {methodNotAllowed} from '../refusal.ts';
import {resources, type Resource} from '../resources.ts';

/** What a request is about. */
export interface Target {
	readonly resource: Resource;
	/** Empty: all namespaces, or a resource that has none. */
	readonly namespace: string;
	/** Empty for a collection. */
	readonly name: string;
	/** `log`, `scale`, `status`; empty for the thing itself. */
	readonly subresource: string;
}

/** metrics.k8s.io has resources with the names of others. */
export const metricsResources: readonly Resource[] = [
	{...metricsResource('pods', 'PodMetrics'), namespaced: true},
	{...metricsResource('nodes', 'NodeMetrics'), namespaced: false},
];

/** Reads `/apis/apps/v1/namespaces/shop/deployments/api/scale`; undefined for what this API does not have. */
export function parseTarget(path: string): Target | undefined {
	const parts = path.split('/').slice(1).map(decode);
	const [group, version, rest] =
		parts[0] === 'api'
			? ['', parts[1], parts.slice(2)]
			: parts[0] === 'apis'
				? [parts[1], parts[2], parts.slice(3)]
				: [];
	if (group === undefined || rest === undefined) return undefined;
	// `/namespaces/shop` and `/namespaces/shop/status` are about the namespace itself.
	const isInside = rest[0] === 'namespaces' && rest.length > 2 && rest[2] !== 'status';
	const namespace = isInside ? (rest[1] ?? '') : '';
	const [plural, name = '', subresource = '', ...more] = isInside ? rest.slice(2) : rest;
	const resource = [...resources, ...metricsResources].find(
		one => one.plural === plural && one.group === group && one.version === version,
	);
	if (resource === undefined || more.length > 0) return undefined;
	if (isInside !== resource.namespaced && (isInside || name !== '')) return undefined;
	return {resource, namespace, name, subresource};
}

/** The verb of the API that RBAC speaks of. Throws a Refusal for methods that mean nothing here. */
export function verbOf(method: string, target: Target, isWatch: boolean): string {
	if (method === 'GET') return target.name !== '' ? 'get' : isWatch ? 'watch' : 'list';
	const verb = VERBS.get(method);
	// Collections take POST only, and single things anything but POST.
	if (verb === undefined || (target.name === '') !== (method === 'POST')) throw methodNotAllowed();
	return verb;
}

const VERBS: ReadonlyMap<string, string> = new Map([
	['POST', 'create'],
	['PUT', 'update'],
	['PATCH', 'patch'],
	['DELETE', 'delete'],
]);

function metricsResource(plural: string, kind: string): Resource {
	return {
		group: 'metrics.k8s.io',
		version: 'v1beta1',
		plural,
		singular: '',
		kind,
		namespaced: true,
		shortNames: [],
		inAll: false,
		hasScale: false,
		hasGeneration: false,
	};
}

/** A part that is no valid percent-encoding stays as it is, and is found nowhere. */
function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
