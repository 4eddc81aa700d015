/** A resource that the simulated API serves, as discovery tells it. */
export interface Resource {
	/** Empty for the core group. */
	readonly group: string;
	readonly version: string;
	readonly plural: string;
	readonly singular: string;
	readonly kind: string;
	readonly namespaced: boolean;
	readonly shortNames: readonly string[];
	/** Part of `kubectl get all`. */
	readonly inAll: boolean;
	readonly hasScale: boolean;
	/** The API server numbers the versions of its spec. */
	readonly hasGeneration: boolean;
}

type Trait = 'in-all' | 'scale' | 'generation' | 'cluster-wide';

export const resources: readonly Resource[] = [
	define('', 'v1', 'namespaces', 'Namespace', ['ns'], ['cluster-wide']),
	define('', 'v1', 'nodes', 'Node', ['no'], ['cluster-wide']),
	define('', 'v1', 'pods', 'Pod', ['po'], ['in-all', 'generation']),
	define('', 'v1', 'services', 'Service', ['svc'], ['in-all']),
	define('', 'v1', 'configmaps', 'ConfigMap', ['cm'], []),
	define('', 'v1', 'secrets', 'Secret', [], []),
	define('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim', ['pvc'], []),
	define('', 'v1', 'resourcequotas', 'ResourceQuota', ['quota'], []),
	define('', 'v1', 'events', 'Event', ['ev'], []),
	define('apps', 'v1', 'deployments', 'Deployment', ['deploy'], ['in-all', 'scale', 'generation']),
	define('apps', 'v1', 'replicasets', 'ReplicaSet', ['rs'], ['in-all', 'scale', 'generation']),
	define('apps', 'v1', 'statefulsets', 'StatefulSet', ['sts'], ['in-all', 'scale', 'generation']),
	define('apps', 'v1', 'daemonsets', 'DaemonSet', ['ds'], ['in-all', 'generation']),
	define('apps', 'v1', 'controllerrevisions', 'ControllerRevision', [], []),
	define('batch', 'v1', 'jobs', 'Job', [], ['in-all', 'generation']),
	define('batch', 'v1', 'cronjobs', 'CronJob', ['cj'], ['in-all', 'generation']),
	define('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler', ['hpa'], ['in-all']),
	define('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice', [], ['generation']),
	define('networking.k8s.io', 'v1', 'ingresses', 'Ingress', ['ing'], ['generation']),
];

/** By its plural: the plurals of this list are unique. */
function resourceOf(plural: string): Resource | undefined {
	return resources.find(candidate => candidate.plural === plural);
}

/** By its plural, where it must be one of the list. */
export function resourceNamed(plural: string): Resource {
	const found = resourceOf(plural);
	if (found === undefined) throw new Error(`no such resource: ${plural}`);
	return found;
}

export function resourceOfKind(kind: string): Resource | undefined {
	return resources.find(candidate => candidate.kind === kind);
}

/** `v1`, `apps/v1`. */
export function apiVersionOf(resource: Pick<Resource, 'group' | 'version'>): string {
	return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}

function define(
	group: string,
	version: string,
	plural: string,
	kind: string,
	shortNames: readonly string[],
	traits: readonly Trait[],
): Resource {
	return {
		group,
		version,
		plural,
		singular: kind.toLowerCase(),
		kind,
		namespaced: !traits.includes('cluster-wide'),
		shortNames,
		inAll: traits.includes('in-all'),
		hasScale: traits.includes('scale'),
		hasGeneration: traits.includes('generation'),
	};
}
