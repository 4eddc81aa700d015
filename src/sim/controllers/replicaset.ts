import type {Pod} from '../pod-object.ts';
import type {ReplicaSet} from '../workload-objects.ts';
import {defineController, CONTROLLER_MANAGER, type Again} from './contract.ts';
import {activePods, byDispensability, createPod, deletePod, endingPods, isReady, untilAvailableMs} from './pods.ts';
import type {World} from '../world.ts';

/** Keeps as many pods as spec.replicas says. */
export default defineController<ReplicaSet>({
	drives: 'replicasets',
	reconcile(set, world, again) {
		const pods = activePods(world, set);
		const missing = set.spec.replicas - pods.length;
		for (let count = 0; count < missing; count++)
			report(world, set, 'Create', createPod(world, set, set.spec.template));
		const surplus = missing < 0 ? pods.toSorted(byDispensability).slice(0, -missing) : [];
		for (const pod of surplus) {
			deletePod(world, pod);
			report(world, set, 'Delete', pod);
		}
		writeStatus(set, world, again);
	},
});

function report({recorder}: World, set: ReplicaSet, what: 'Create' | 'Delete', pod: Pod): void {
	recorder.report(set, {
		type: 'Normal',
		reason: `Successful${what}`,
		message: `${what}d pod: ${pod.metadata.name}`,
		component: 'replicaset-controller',
	});
}

function writeStatus(set: ReplicaSet, world: World, again: Again): void {
	const now = world.timeline.now();
	const pods = activePods(world, set);
	const waits = pods.map(pod => untilAvailableMs(pod, set.spec.minReadySeconds ?? 0, now));
	const nextMs = Math.min(...waits.filter(wait => wait > 0));
	if (nextMs !== Infinity) again(nextMs);
	const counts = {
		fullyLabeledReplicas: pods.length,
		readyReplicas: pods.filter(isReady).length,
		availableReplicas: waits.filter(wait => wait === 0).length,
	};
	world.registry.change(set, {manager: CONTROLLER_MANAGER, subresource: 'status'}, draft => {
		draft.status = {
			replicas: pods.length,
			...withoutZeros(counts),
			terminatingReplicas: endingPods(world, set).length,
			observedGeneration: set.metadata.generation ?? 1,
		};
	});
}

/** Counts that are 0 are left out of the JSON (omitempty). */
export function withoutZeros<Counts extends Record<string, number>>(counts: Counts): Partial<Counts> {
	return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)) as Partial<Counts>;
}
