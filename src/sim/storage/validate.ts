import {fieldOf, isObject} from '../json.ts';
import type {KubeObject} from '../objects.ts';
import {invalid} from '../refusal.ts';
import type {Resource} from '../resources.ts';

/**
 * Refuses what controllers and kubelets could not work with: as little as that, in the words of the API server. Throws
 * a Refusal that names the first field that is wrong.
 */
export function checkObject(resource: Resource, object: KubeObject): void {
	const {metadata} = object;
	const wrong = [
		...textRecord(metadata.labels, 'metadata.labels'),
		...textRecord(metadata.annotations, 'metadata.annotations'),
		...lists(object, METADATA_LISTS),
		...lists(object, STATUS_LISTS),
		...(CHECKS.get(resource.plural)?.(object) ?? []),
	][0];
	if (wrong !== undefined) throw invalid(resource, metadata.name, wrong.path, wrong.problem);
}

interface Wrong {
	readonly path: string;
	readonly problem: string;
}

const METADATA_LISTS = ['metadata.ownerReferences', 'metadata.managedFields', 'metadata.finalizers'];
const STATUS_LISTS = ['status.conditions', 'status.containerStatuses', 'status.initContainerStatuses', 'status.podIPs'];

const template = (object: KubeObject): Wrong[] => [
	...objects(object, ['spec.selector', 'spec.template']),
	...containers(object, 'spec.template.spec.containers'),
	...counts(object, ['spec.replicas', 'spec.revisionHistoryLimit', 'spec.progressDeadlineSeconds']),
];

const CHECKS: ReadonlyMap<string, (object: KubeObject) => Wrong[]> = new Map([
	['pods', object => containers(object, 'spec.containers')],
	['deployments', template],
	['replicasets', template],
	['statefulsets', template],
	['daemonsets', template],
	['jobs', object => containers(object, 'spec.template.spec.containers')],
	['cronjobs', object => objects(object, ['spec.jobTemplate'])],
	['services', object => [...objects(object, ['spec']), ...lists(object, ['spec.ports'])]],
	[
		'horizontalpodautoscalers',
		object => [
			...objects(object, ['spec.scaleTargetRef']),
			...lists(object, ['spec.metrics']),
			...counts(object, ['spec.maxReplicas']),
		],
	],
	['nodes', object => lists(object, ['spec.taints', 'status.addresses'])],
]);

/** Containers must be there, with a name and an image each. */
function containers(object: KubeObject, path: string): Wrong[] {
	const list = at(object, path);
	if (!Array.isArray(list) || list.length === 0) return [{path, problem: 'Required value'}];
	return list.flatMap((container: unknown, index) =>
		['name', 'image']
			.filter(field => !isObject(container) || typeof container[field] !== 'string' || container[field] === '')
			.map(field => ({path: `${path}[${index}].${field}`, problem: 'Required value'})),
	);
}

function objects(object: KubeObject, paths: readonly string[]): Wrong[] {
	return paths.filter(path => !isObject(at(object, path))).map(path => ({path, problem: 'Required value'}));
}

/** Lists of objects or of texts, where they are. */
function lists(object: KubeObject, paths: readonly string[]): Wrong[] {
	const isList = (value: unknown): boolean =>
		Array.isArray(value) && value.every(item => isObject(item) || typeof item === 'string');
	return paths
		.filter(path => at(object, path) !== undefined && !isList(at(object, path)))
		.map(path => ({path, problem: 'Invalid value: must be a list'}));
}

function counts(object: KubeObject, paths: readonly string[]): Wrong[] {
	return paths
		.map(path => ({path, value: at(object, path)}))
		.filter(({value}) => value !== undefined && (!Number.isInteger(value) || Number(value) < 0))
		.map(({path, value}) => ({
			path,
			problem: `Invalid value: ${JSON.stringify(value)}: must be greater than or equal to 0`,
		}));
}

function textRecord(value: unknown, path: string): Wrong[] {
	if (value === undefined) return [];
	const isRecord = isObject(value) && Object.values(value).every(text => typeof text === 'string');
	return isRecord ? [] : [{path, problem: 'Invalid value: must be a map of strings'}];
}

function at(object: KubeObject, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, step) => (isObject(value) ? fieldOf(value, step) : undefined), object);
}
