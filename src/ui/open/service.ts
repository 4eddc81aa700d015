import type {ObjectRef} from '../../model/finding.ts';
import type {PodRow} from '../../model/pod.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import type {Go, PaneInput} from '../contract.ts';
import {rowOf} from './object.ts';

/** The service whose rollout a page shows. */
export interface RolloutArgument {
	readonly uid: string;
	readonly name: string;
}

type Known = Pick<PaneInput, 'world' | 'session'>;

/** The service that an object is, or belongs to: through its ReplicaSet, or as what an event tells of. */
export function serviceOf(object: ObjectRef, {world, session}: Known): ServiceRow | undefined {
	const own = world.services.find(({uid}) => uid === object.uid);
	if (own !== undefined) return own;
	const row = rowOf(object, world);
	if (row === undefined) return undefined;
	const uid = row.kind === 'pod' ? session.join.workloadOf(row as PodRow) : row.owner?.uid;
	return world.services.find(service => service.uid === uid);
}

/** The rollout of the service that an object is, while one is under way. Undefined for everything else. */
export function openRollout(object: ObjectRef, {world}: Pick<PaneInput, 'world'>): Go | undefined {
	const service = world.services.find(({uid}) => uid === object.uid);
	return service === undefined || service.rollout.phase === 'done' ? undefined : rolloutPage(service);
}

/** The page on which the newest revision of a service can be followed, pod by pod. */
export function rolloutPage({uid, name}: Pick<ServiceRow, 'uid' | 'name'>): Go {
	const argument: RolloutArgument = {uid, name};
	return {to: 'pane', pane: {id: 'rollout-pods', argument}, above: [{id: 'rollout', argument}]};
}
