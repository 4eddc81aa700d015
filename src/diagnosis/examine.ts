import type {NamespaceRow} from '../model/event.ts';
import type {ObjectRef} from '../model/finding.ts';
import type {PodRow} from '../model/pod.ts';
import type {Row} from '../model/row.ts';
import type {AutoscalerRow, CronJobRow, JobRow, NodeRow} from '../model/workload.ts';
import type {IngressRow, ServiceObjectRow} from '../model/network.ts';
import {isLive, isOfRevision} from '../services/revisions.ts';
import {isRolling as isRollingOut} from '../services/rollout.ts';
import type {ServiceRow} from '../services/service-row.ts';
import type {Cluster} from './cluster.ts';
import {refOf} from './evidence.ts';
import type {PodsSubject, Subject, SubjectKind} from './subject.ts';

/** One thing that rules look at, with what the engine needs to know of it. */
export interface Examined {
	readonly uid: string;
	readonly ref: ObjectRef;
	/** As which kinds of subject it is shown to rules: a workload is also an owner of pods. */
	readonly about: readonly SubjectKind[];
	/** All pods, for the log reader; empty for what has none. */
	readonly pods: readonly PodRow[];
	/** `4 of 5 pods of rev 42`; empty for none. */
	extentOf(pods: number): string;
	/** As rules see it. `lookAgainAt` takes the wishes of the one that is asked. */
	subject(cluster: Cluster, lookAgainAt: (at: number) => void): Subject<SubjectKind>;
}

export function examineService(service: ServiceRow): Examined {
	const {workload, current, previous, pods: allPods} = service;
	const isRolling = isRollingOut(service.rollout) && service.revisions.length > 1;
	const live = allPods.filter(isLive);
	const isNew = (pod: PodRow): boolean => current === undefined || isOfRevision(pod, current);
	const pods = isRolling ? live.filter(isNew) : live;
	const revision = current?.label ?? '';
	const image = previous?.images[0];
	const base = podsPart(pods, isRolling ? live.filter(pod => !isNew(pod)) : [], allPods, isRolling, revision);
	return {
		uid: service.uid,
		ref: refOf(workload),
		about: ['workload', 'pods'],
		pods: allPods,
		extentOf: count => extent(count, Math.max(pods.length, isRolling ? 0 : workload.wanted), base.ofRevision),
		subject: (cluster, lookAgainAt) => ({
			...base,
			object: workload,
			events: cluster.eventsOf(workload),
			service,
			rollBack:
				previous === undefined
					? undefined
					: `roll back to ${previous.label}${image === undefined ? '' : ` (${image})`}`,
			lookAgainAt,
		}),
	};
}

export function examineJob(job: JobRow, allPods: readonly PodRow[]): Examined {
	return {...examineOwner(job, allPods), about: ['job', 'pods']};
}

/** Any other owner of pods: a ReplicaSet of its own, a custom workload; or a pod that nobody owns. */
export function examineOwner(owner: Row, allPods: readonly PodRow[]): Examined {
	const pods = allPods.filter(isLive);
	const base = podsPart(pods, [], allPods, false, '');
	return {
		uid: owner.uid,
		ref: refOf(owner),
		about: ['pods'],
		pods: allPods,
		extentOf: count => (owner.kind === 'pod' ? '' : extent(count, pods.length, '')),
		subject: (cluster, lookAgainAt) => ({
			...base,
			object: owner,
			events: cluster.eventsOf(owner),
			service: undefined,
			rollBack: undefined,
			lookAgainAt,
		}),
	};
}

/** What owns no pods. */
export type LoneRow = AutoscalerRow | CronJobRow | IngressRow | NamespaceRow | NodeRow | ServiceObjectRow;

export function examineObject(object: LoneRow): Examined {
	return {
		uid: object.uid,
		ref: refOf(object),
		about: [object.kind],
		pods: [],
		extentOf: () => '',
		subject: (cluster, lookAgainAt) =>
			({object, events: cluster.eventsOf(object), lookAgainAt}) as Subject<SubjectKind>,
	};
}

function podsPart(
	pods: readonly PodRow[],
	oldPods: readonly PodRow[],
	allPods: readonly PodRow[],
	isRolling: boolean,
	revision: string,
): Omit<PodsSubject, 'object' | 'events' | 'service' | 'rollBack' | 'lookAgainAt'> {
	const ofRevision = isRolling && revision !== '' ? ` of ${revision}` : '';
	return {pods, oldPods, allPods, isRolling, who: isRolling ? 'New pods' : 'Pods', ofRevision, revision};
}

function extent(count: number, of: number, ofRevision: string): string {
	if (count === 0) return '';
	const total = Math.max(of, count);
	return `${count} of ${total} ${total === 1 ? 'pod' : 'pods'}${ofRevision}`;
}
