import type {Condition} from '../objects.ts';
import type {Deployment, ReplicaSet} from '../workload-objects.ts';
import {secondsTime} from '../times.ts';
import type {World} from '../world.ts';
import {setCondition} from './conditions.ts';
import {CONTROLLER_MANAGER, type Again} from './contract.ts';
import {maxUnavailableOf} from './deployment-rollout.ts';
import {withoutZeros} from './replicaset.ts';

/** Counts pods and tells how the rollout goes. `current` is the newest revision; a paused Deployment may have none. */
export function writeStatus(deployment: Deployment, current: ReplicaSet | undefined, world: World, again: Again): void {
	const now = world.timeline.now();
	const sets = world.store.ownedBy(deployment.metadata.uid, 'replicasets');
	const newest = sets.find(set => set.metadata.uid === current?.metadata.uid);
	const count = (of: (status: ReplicaSet['status']) => number | undefined): number =>
		sets.reduce((total, set) => total + (of(set.status) ?? 0), 0);
	const available = count(status => status.availableReplicas);
	const total = sets.reduce((sum, set) => sum + set.spec.replicas, 0);
	const counts = {
		replicas: count(status => status.replicas),
		updatedReplicas: newest?.status.replicas ?? 0,
		readyReplicas: count(status => status.readyReplicas),
		availableReplicas: available,
		unavailableReplicas: Math.max(0, total - available),
	};
	world.registry.change(deployment, {manager: CONTROLLER_MANAGER, subresource: 'status'}, draft => {
		const conditions = progress(draft, newest, counts, now, again);
		draft.status = {
			observedGeneration: deployment.metadata.generation ?? 1,
			...withoutZeros(counts),
			terminatingReplicas: count(status => status.terminatingReplicas),
			conditions: failure(availability(draft, conditions, available, now), newest, now),
		};
	});
}

type Counts = Readonly<Record<'replicas' | 'updatedReplicas' | 'readyReplicas' | 'availableReplicas', number>>;

function availability(
	deployment: Deployment,
	conditions: readonly Condition[],
	available: number,
	now: number,
): Condition[] {
	const isAvailable = available >= deployment.spec.replicas - maxUnavailableOf(deployment);
	const [status, reason, verb] = isAvailable
		? ['True', 'MinimumReplicasAvailable', 'has']
		: ['False', 'MinimumReplicasUnavailable', 'does not have'];
	const message = `Deployment ${verb} minimum availability.`;
	return setCondition(conditions, {type: 'Available', status, reason, message}, now, true);
}

/** What keeps the newest revision from making pods, as it says itself. */
function failure(conditions: readonly Condition[], newest: ReplicaSet | undefined, now: number): Condition[] {
	const others = conditions.filter(({type}) => type !== 'ReplicaFailure');
	const {reason = '', message = ''} = newest?.status.conditions?.find(({type}) => type === 'ReplicaFailure') ?? {};
	if (message === '') return others;
	return setCondition(conditions, {type: 'ReplicaFailure', status: 'True', reason, message}, now, true);
}

/** The Progressing condition: done, moving, or stuck for longer than progressDeadlineSeconds. */
function progress(
	deployment: Deployment,
	newest: ReplicaSet | undefined,
	counts: Counts,
	now: number,
	again: Again,
): Condition[] {
	const {spec, status} = deployment;
	const conditions = status.conditions ?? [];
	const old = conditions.find(({type}) => type === 'Progressing');
	const name = newest?.metadata.name ?? '';
	const tell = (state: string, reason: string, message: string): Condition[] =>
		renewed(conditions, {type: 'Progressing', status: state, reason, message}, now);

	if (spec.paused) {
		if (old?.reason === 'DeploymentPaused') return conditions;
		return tell('Unknown', 'DeploymentPaused', 'Deployment is paused');
	}
	if (old?.reason === 'DeploymentPaused') return tell('Unknown', 'DeploymentResumed', 'Deployment is resumed');
	if (old === undefined || !old.message?.includes(`"${name}"`)) {
		const isKnown = (newest?.status.replicas ?? 0) > 0;
		const [reason, verb] = isKnown ? ['FoundNewReplicaSet', 'Found'] : ['NewReplicaSetCreated', 'Created'];
		again(spec.progressDeadlineSeconds * 1000);
		return tell('True', reason, `${verb} new replica set "${name}"`);
	}
	if (
		counts.updatedReplicas === spec.replicas &&
		counts.replicas === spec.replicas &&
		counts.availableReplicas === spec.replicas
	) {
		const message = `ReplicaSet "${name}" has successfully progressed.`;
		return old.reason === 'NewReplicaSetAvailable' && old.message === message
			? conditions
			: tell('True', 'NewReplicaSetAvailable', message);
	}
	if (old.reason === 'NewReplicaSetAvailable') return conditions;
	if (hasMoved(status, counts)) {
		again(spec.progressDeadlineSeconds * 1000);
		return tell('True', 'ReplicaSetUpdated', `ReplicaSet "${name}" is progressing.`);
	}
	const leftMs = Date.parse(old.lastUpdateTime ?? '') + spec.progressDeadlineSeconds * 1000 - now;
	if (old.status === 'False' || leftMs > 0) {
		if (old.status !== 'False') again(leftMs);
		return conditions;
	}
	return tell('False', 'ProgressDeadlineExceeded', `ReplicaSet "${name}" has timed out progressing.`);
}

/** More new, ready or available pods than before, or fewer old ones. */
function hasMoved(before: Deployment['status'], after: Counts): boolean {
	const {updatedReplicas = 0, readyReplicas = 0, availableReplicas = 0, replicas = 0} = before;
	return (
		after.updatedReplicas > updatedReplicas ||
		after.readyReplicas > readyReplicas ||
		after.availableReplicas > availableReplicas ||
		after.replicas - after.updatedReplicas < replicas - updatedReplicas
	);
}

/** Progress is written anew each time, even when the words are the same, since the deadline counts from it. */
function renewed(
	conditions: readonly Condition[],
	next: Required<Pick<Condition, 'type' | 'status' | 'reason' | 'message'>>,
	now: number,
): Condition[] {
	const others = conditions.filter(({type}) => type !== next.type);
	const old = conditions.find(({type}) => type === next.type);
	const at = secondsTime(now);
	const {type, status, reason, message} = next;
	const lastTransitionTime = old?.status === status ? (old.lastTransitionTime ?? at) : at;
	return [...others, {type, status, lastUpdateTime: at, lastTransitionTime, reason, message}];
}
