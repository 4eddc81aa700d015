import {conditionNamed, isTrue} from '../../kinds/conditions.ts';
import type {Condition, Row} from '../../model/row.ts';
import type {JobRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import type {PodsSubject} from '../subject.ts';

/** Pods that a controller is to create and that are not there. */
export interface Shortage {
	readonly creator: Row;
	readonly missing: number;
	readonly wanted: number;
	/** `ReplicaFailure`, of those that have it. */
	readonly condition: Condition | undefined;
}

/** Undefined when all are there; cheap then, since every workload is asked. */
export function shortageOf(subject: PodsSubject, cluster: Cluster): Shortage | undefined {
	const {service, object} = subject;
	if (object.deletedAt !== undefined) return undefined;
	if (service === undefined) return object.kind === 'job' ? shortageOfJob(object as JobRow) : undefined;
	const {workload} = service;
	if (workload.kind === 'deployment') return shortageOfDeployment(subject, cluster);
	const missing = workload.wanted - workload.current;
	return missing > 0 ? {creator: workload, missing, wanted: workload.wanted, condition: undefined} : undefined;
}

/** Its pods are made by the ReplicaSets, and one that is not the newest may be refused, too. */
function shortageOfDeployment({service}: PodsSubject, cluster: Cluster): Shortage | undefined {
	if (service === undefined) return undefined;
	const {workload, revisions, current} = service;
	const hasFailed = isTrue(workload.conditions, FAILURE);
	if (!hasFailed && workload.updated >= workload.wanted) return undefined;
	for (const {name, uid} of hasFailed ? revisions : current === undefined ? [] : [current]) {
		const set = cluster.named('replicaset', workload.namespace, name);
		if (set === undefined || set.uid !== uid || set.current >= set.wanted) continue;
		const condition = failureOf(set.conditions) ?? failureOf(workload.conditions);
		return {creator: set, missing: set.wanted - set.current, wanted: set.wanted, condition};
	}
	// ReplicaSets may not be listed; what the Deployment says must do.
	if (!hasFailed || cluster.knows('replicaset')) return undefined;
	const missing = workload.wanted - workload.updated;
	const condition = failureOf(workload.conditions);
	return missing > 0 ? {creator: workload, missing, wanted: workload.wanted, condition} : undefined;
}

/** A finished one wants none, and one that is suspended waits for somebody. */
function shortageOfJob(job: JobRow): Shortage | undefined {
	const {completions, succeeded, active, suspended, finishedAt, status, startedAt} = job;
	if (suspended || finishedAt !== undefined || startedAt === undefined || status !== 'Running') return undefined;
	const wanted = Math.min(job.parallelism, completions === undefined ? Infinity : completions - succeeded);
	// Without completions, the others are not replaced after the first success.
	if (completions === undefined && succeeded > 0) return undefined;
	return active < wanted ? {creator: job, missing: wanted - active, wanted, condition: undefined} : undefined;
}

const FAILURE = 'ReplicaFailure';

function failureOf(conditions: readonly Condition[]): Condition | undefined {
	return isTrue(conditions, FAILURE) ? conditionNamed(conditions, FAILURE) : undefined;
}
