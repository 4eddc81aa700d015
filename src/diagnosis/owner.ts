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

/**
 * The owner as far as its pods and their ReplicaSet tell, when it is of a kind that is not watched.
 * @param replicaSet the one that owns the pod
 */
export function ownerRow(pod: PodRow, key: string, replicaSet: Row | undefined): Row {
	const owner = pod.owner?.uid === key ? pod.owner : replicaSet?.owner;
	if (owner === undefined) return pod;
	return {...pod, kind: owner.kind.toLowerCase(), name: owner.name, uid: key, deletedAt: undefined};
}
