import type {Condition} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import {Refusal} from '../refusal.ts';
import type {ReplicaSet} from '../workload-objects.ts';
import {setCondition} from './conditions.ts';
import {defineController, CONTROLLER_MANAGER, type Again} from './contract.ts';
import {activePods, byDispensability, createPod, deletePod, endingPods, isReady, untilAvailableMs} from './pods.ts';
import type {World} from '../world.ts';

/** Keeps as many pods as spec.replicas says. */
export default defineController<ReplicaSet>({
	drives: 'replicasets',
	reconcile(set, world, again) {
		const pods = activePods(world, set);
		const missing = set.spec.replicas - pods.length;
		const refusal = createPods(world, set, missing);
		if (refusal !== undefined) again(RETRY_MS);
		const surplus = missing < 0 ? pods.toSorted(byDispensability).slice(0, -missing) : [];
		for (const pod of surplus) {
			deletePod(world, pod);
			report(world, set, 'Delete', pod);
		}
		writeStatus(set, world, again, refusal);
	},
});

/** How long it waits after a refusal; the real one waits longer each time. */
const RETRY_MS = 15_000;

/** Stops at the first that is refused: the others would be, too. Returns the words of the refusal. */
function createPods(world: World, set: ReplicaSet, missing: number): string | undefined {
	for (let count = 0; count < missing; count++) {
		try {
			report(world, set, 'Create', createPod(world, set, set.spec.template));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const message = `Error creating: ${error.message}`;
			world.recorder.report(set, {
				type: 'Warning',
				reason: 'FailedCreate',
				message,
				component: 'replicaset-controller',
			});
			return error.message;
		}
	}
	return undefined;
}

function report({recorder}: World, set: ReplicaSet, what: 'Create' | 'Delete', pod: Pod): void {
	recorder.report(set, {
		type: 'Normal',
		reason: `Successful${what}`,
		message: `${what}d pod: ${pod.metadata.name}`,
		component: 'replicaset-controller',
	});
}

function writeStatus(set: ReplicaSet, world: World, again: Again, refusal: string | undefined): void {
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
			...(refusal === undefined ? {} : {conditions: failed(draft, refusal, now)}),
		};
	});
}

/** Like the real one it keeps the words of the first refusal: each later one names another pod. */
function failed({status}: ReplicaSet, message: string, now: number): Condition[] {
	const told = status.conditions?.some(({type}) => type === 'ReplicaFailure') ?? false;
	if (told) return status.conditions ?? [];
	const condition = {type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message};
	return setCondition(status.conditions ?? [], condition, now);
}

/** Counts that are 0 are left out of the JSON (omitempty). */
export function withoutZeros<Counts extends Record<string, number>>(counts: Counts): Partial<Counts> {
	return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)) as Partial<Counts>;
}
