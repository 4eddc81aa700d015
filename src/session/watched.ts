import type {World} from './world.ts';

/** What the home screen is made of, watched from the start to the end. */
export const CORE_KINDS = [
	'pod',
	'deployment',
	'statefulset',
	'daemonset',
	'replicaset',
	'controllerrevision',
	'service',
	'endpointslice',
	'hpa',
	'event',
	'namespace',
] as const;

/** What causes are looked for in. That they cannot be read is no trouble of the home screen: it is said where it matters. */
export const BACKGROUND_KINDS = [
	'job',
	'cronjob',
	'ingress',
	'node',
	'configmap',
	'secret',
	'persistentvolumeclaim',
] as const;

/** Whose a pod is can only be said when all that may own it is listed. */
export function isWhole(collections: World['collections']): boolean {
	return OWNERS.every(kind => {
		const collection = collections[kind];
		return collection !== undefined && (collection.complete || collection.state.phase === 'waiting');
	});
}

const OWNERS = ['pod', 'deployment', 'statefulset', 'daemonset', 'replicaset', 'controllerrevision'];
