import type {PodRow} from '../model/pod.ts';
import type {Row} from '../model/row.ts';
import type {Join} from '../services/join.ts';

/**
 * The uid of whom findings about a pod are: its workload, its job, or whoever owns it or its ReplicaSet. Pods that nobody owns are
 * looked at by themselves, and so are those that a node keeps from its own files.
 */
export function ownerKeyOf(pod: PodRow, join: Pick<Join, 'workloadOf'>): string {
	if (pod.owner === undefined || pod.owner.kind === 'Node') return pod.uid;
	return join.workloadOf(pod) ?? pod.owner.uid;
}

/** The owner as far as its pods tell, when it is of a kind that is not watched. */
export function ownerRow(pod: PodRow, key: string): Row {
	if (pod.owner === undefined || pod.uid === key) return pod;
	const {kind, name, uid} = pod.owner;
	return {...pod, kind: kind.toLowerCase(), name, uid: key, deletedAt: undefined, ...(uid === key ? {} : {name})};
}
