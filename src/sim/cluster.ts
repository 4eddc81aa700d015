import type {Cluster} from './contract.ts';
import {without, type JsonObject} from './json.ts';
import {behaviourOf, runKeyOf} from './kubelet/run.ts';
import type {KubeObject} from './objects.ts';
import type {Pod} from './pod-object.ts';
import {notFound} from './refusal.ts';
import {resourceNamed, resourceOfKind} from './resources.ts';
import {linesBetween} from './server/log-lines.ts';
import {mergePatch} from './storage/patch.ts';
import type {World} from './world.ts';

/** The world for scenarios and tests: what they do counts as done by kubectl. */
export function createCluster(world: World): Cluster {
	const {store, registry} = world;
	const existing = (plural: string, namespace: string, name: string): KubeObject => {
		const object = store.get(plural, namespace, name);
		if (object === undefined) throw notFound(resourceNamed(plural), name);
		return object;
	};
	return {
		get resourceVersion() {
			return store.version;
		},
		apply(object) {
			const resource = resourceOfKind(object.kind ?? '');
			if (resource === undefined) throw new Error(`cannot apply a ${object.kind}`);
			const {namespace = '', name} = object.metadata;
			const old = store.get(resource.plural, namespace, name);
			if (old === undefined) return registry.create(resource, object, APPLY);
			return registry.replace(resource, appliedOver(old, object), APPLY);
		},
		patch(plural, namespace, name, patch) {
			const patched = mergePatch(existing(plural, namespace, name), patch) as JsonObject & KubeObject;
			return registry.replace(resourceNamed(plural), patched, {manager: 'kubectl-patch'});
		},
		delete(plural, namespace, name) {
			registry.remove(resourceNamed(plural), namespace, name);
		},
		get: (plural, namespace, name) => store.get(plural, namespace, name),
		list: (plural, namespace) => store.list(plural, namespace),
		log(namespace, name, lastMs) {
			const pod = existing('pods', namespace, name) as Pod;
			const [container] = pod.spec.containers;
			const runs = container && world.runs.get(runKeyOf(pod, container.name));
			if (container === undefined || runs?.newest === undefined) return [];
			const script = behaviourOf(world.behaviours, pod, container, 'logs') ?? {};
			const log = {script, run: runs.newest, seed: runs.seed, beganAt: world.beganAt};
			const now = world.timeline.now();
			return linesBetween(log, now - lastMs, now).map(({text}) => text);
		},
	};
}

const APPLY = {manager: 'kubectl-client-side-apply'};

/** What the manifest does not speak of stays: status, and what controllers noted in annotations. */
function appliedOver(old: KubeObject, next: KubeObject): KubeObject {
	const metadata = without(old.metadata, 'resourceVersion');
	return {
		...next,
		metadata: {
			...metadata,
			...next.metadata,
			annotations: {...metadata.annotations, ...next.metadata.annotations},
		},
		...(next['status'] === undefined && old['status'] !== undefined ? {status: old['status']} : {}),
	};
}
