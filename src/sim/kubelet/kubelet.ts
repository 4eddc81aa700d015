import type {Pod} from '../pod-object.ts';
import {resourceNamed} from '../resources.ts';
import type {World} from '../world.ts';
import {createAddresses} from './addresses.ts';
import {beginPodLife, type PodLife} from './pod-life.ts';
import {runKeyOf} from './run.ts';

/**
 * All kubelets of the cluster: takes pods that have a node and no container status yet, and lets them live. Pods that
 * come with a status are left as they are, until they are deleted.
 */
export function runKubelets(world: World): void {
	const {store} = world;
	const machines = {world, addresses: createAddresses(store), images: new Set<string>()};
	const lives = new Map<string, PodLife>();

	store.onChange(({resource, type, object, before}) => {
		if (resource.plural !== 'pods') return;
		const pod = object as Pod;
		const uid = pod.metadata.uid ?? '';
		const life = lives.get(uid);
		if (type === 'DELETED') {
			life?.forget();
			lives.delete(uid);
			machines.addresses.give(pod);
			for (const {name} of pod.spec.containers) world.runs.delete(runKeyOf(pod, name));
		} else if (pod.metadata.deletionTimestamp !== undefined) {
			if (before === undefined || before.metadata.deletionTimestamp !== undefined) return;
			if (life === undefined) world.timeline.after(0, () => store.remove(resourceNamed('pods'), pod));
			else life.end(pod);
		} else if (
			life === undefined &&
			pod.spec.nodeName !== undefined &&
			pod.status.containerStatuses === undefined
		) {
			lives.set(uid, beginPodLife(pod, machines));
		}
	});
}
