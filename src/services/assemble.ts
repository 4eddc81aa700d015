import type {Facts} from '../kinds/contract.ts';
import {endpointsOf} from './endpoints.ts';
import {worstFirst} from './marked-pod.ts';
import type {Parts} from './relations.ts';
import {currentOf, isLive, isOfRevision, revisionsOf} from './revisions.ts';
import {rolloutOf} from './rollout.ts';
import {isSameService} from './same.ts';
import type {ServiceRow} from './service-row.ts';
import {stateOf} from './state.ts';

/**
 * Makes the row of a workload from what belongs to it.
 * @param before the row of the same workload as it was; returned again when nothing changed
 * @param facts their time is the one at which pods and deadlines are judged
 */
export function assemble(parts: Parts, before: ServiceRow | undefined, facts: Facts): ServiceRow {
	const {workload} = parts;
	const pods = worstFirst(parts.pods, facts);
	const revisions = revisionsOf(parts);
	const current = currentOf(workload, revisions);
	const newPods = pods.filter(({pod}) => isLive(pod) && current !== undefined && isOfRevision(pod, current));
	const rollout = rolloutOf({
		workload,
		revisions,
		current,
		newPods: newPods.map(({pod}) => pod),
		before,
		now: facts.now,
	});
	const service: ServiceRow = {
		kind: workload.kind,
		uid: workload.uid,
		name: workload.name,
		namespace: workload.namespace,
		createdAt: workload.createdAt,
		deletedAt: workload.deletedAt,
		labels: workload.labels,
		owner: workload.owner,
		workload,
		pods: pods.map(({pod}) => pod),
		revisions,
		current,
		previous: current && revisions[revisions.indexOf(current) + 1],
		services: parts.services.map(({name}) => name).toSorted(),
		endpoints: endpointsOf(parts),
		// Two would fight over the replicas; whoever was first is the one that people know.
		autoscaler: parts.autoscalers.toSorted((a, b) => a.createdAt - b.createdAt || (a.uid < b.uid ? -1 : 1))[0],
		rollout,
		...stateOf({workload, rollout, pods, newPods, now: facts.now}),
	};
	return before !== undefined && isSameService(before, service) ? before : service;
}
