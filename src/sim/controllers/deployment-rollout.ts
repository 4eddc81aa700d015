import type {Deployment, ReplicaSet} from '../workload-objects.ts';
import type {World} from '../world.ts';
import {CONTROLLER_MANAGER} from './contract.ts';

/** One step of a rollout: as many new pods as maxSurge allows, as few old ones as maxUnavailable allows. */
export function rollOut(deployment: Deployment, current: ReplicaSet, world: World): void {
	if (deployment.spec.strategy.type === 'Recreate') recreate(deployment, current, world);
	else {
		raiseNew(deployment, current, world);
		lowerOld(deployment, current, world);
	}
}

/** Pods beyond spec.replicas that a rollout may have. */
export function surgeOf({spec}: Deployment): number {
	if (spec.strategy.type === 'Recreate') return 0;
	return countOf(spec.strategy.rollingUpdate?.maxSurge, spec.replicas, Math.ceil);
}

/** Pods below spec.replicas that a rollout may have. Never 0 when the surge is: it could not move. */
export function maxUnavailableOf(deployment: Deployment): number {
	const {strategy, replicas} = deployment.spec;
	if (strategy.type === 'Recreate') return replicas;
	const count = Math.min(replicas, countOf(strategy.rollingUpdate?.maxUnavailable, replicas, Math.floor));
	return count === 0 && surgeOf(deployment) === 0 ? 1 : count;
}

/** Sets the number of pods of one revision, and reports it. */
export function scale(deployment: Deployment, set: ReplicaSet, replicas: number, world: World): void {
	const from = newest(set, world).spec.replicas;
	if (from === replicas) return;
	world.registry.change(set, {manager: CONTROLLER_MANAGER}, draft => {
		draft.spec.replicas = replicas;
	});
	world.recorder.report(deployment, {
		type: 'Normal',
		reason: 'ScalingReplicaSet',
		message: `Scaled ${replicas > from ? 'up' : 'down'} replica set ${set.metadata.name} from ${from} to ${replicas}`,
		component: 'deployment-controller',
	});
}

/** `25%` of the replicas, or a plain number. */
export function countOf(
	value: number | string | undefined,
	replicas: number,
	round: (share: number) => number,
): number {
	if (typeof value === 'string' && value.endsWith('%')) return round((Number(value.slice(0, -1)) / 100) * replicas);
	return Number(value ?? 0);
}

/** The old pods go first, all of them. */
function recreate(deployment: Deployment, current: ReplicaSet, world: World): void {
	const old = oldSets(deployment, current, world);
	for (const set of old) scale(deployment, set, 0, world);
	const areGone = old.every(set => world.store.ownedBy(set.metadata.uid, 'pods').length === 0);
	if (areGone) scale(deployment, current, deployment.spec.replicas, world);
}

function raiseNew(deployment: Deployment, current: ReplicaSet, world: World): void {
	const {replicas} = deployment.spec;
	const now = newest(current, world).spec.replicas;
	if (now >= replicas) {
		scale(deployment, current, replicas, world);
		return;
	}
	const total = sum([current, ...oldSets(deployment, current, world)], set => newest(set, world).spec.replicas);
	const room = replicas + surgeOf(deployment) - total;
	if (room > 0) scale(deployment, current, Math.min(replicas, now + room), world);
}

/** First old pods that are not available anyway, then as many of the others as the available ones allow. */
function lowerOld(deployment: Deployment, current: ReplicaSet, world: World): void {
	const set = newest(current, world);
	const old = oldSets(deployment, current, world);
	const leastAvailable = deployment.spec.replicas - maxUnavailableOf(deployment);
	const newUnavailable = set.spec.replicas - (set.status.availableReplicas ?? 0);
	let spare = sum([set, ...old], ({spec}) => spec.replicas) - leastAvailable - newUnavailable;
	for (const one of old) {
		const unavailable = Math.min(one.spec.replicas - (one.status.availableReplicas ?? 0), spare);
		if (unavailable <= 0) continue;
		spare -= unavailable;
		scale(deployment, one, one.spec.replicas - unavailable, world);
	}
	const rest = oldSets(deployment, current, world);
	const available = sum([set, ...rest], ({status}) => status.availableReplicas ?? 0);
	let goes = Math.min(spare, available - leastAvailable);
	for (const one of rest) {
		const count = Math.min(one.spec.replicas, goes);
		if (count <= 0) continue;
		goes -= count;
		scale(deployment, one, one.spec.replicas - count, world);
	}
}

/** Other revisions, the oldest first. */
function oldSets(deployment: Deployment, current: ReplicaSet, {store}: World): ReplicaSet[] {
	return store
		.ownedBy(deployment.metadata.uid, 'replicasets')
		.filter(set => set.metadata.uid !== current.metadata.uid)
		.toSorted((a, b) => (a.metadata.creationTimestamp ?? '').localeCompare(b.metadata.creationTimestamp ?? ''));
}

function newest(set: ReplicaSet, {store}: World): ReplicaSet {
	return store.get('replicasets', set.metadata.namespace ?? '', set.metadata.name) ?? set;
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
	return items.reduce((total, item) => total + count(item), 0);
}
