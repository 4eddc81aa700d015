import type {PodRow} from '../../model/pod.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import {allocatableOf, requestOf} from './amounts.ts';

/** How much of a resource a node has left for new pods. */
export interface Room {
	readonly node: NodeRow;
	readonly allocatable: number;
	readonly free: number;
	/** The pods on it. */
	readonly pods: readonly PodRow[];
}

/** Of each of these nodes, the one with most left first. It adds up all pods, so it is for those who have a reason to ask. */
export function roomsOf(resource: string, nodes: readonly NodeRow[], cluster: Cluster): readonly Room[] {
	const pods = podsByNode(nodes, cluster);
	const rooms = nodes.map(node => {
		const own = pods.get(node.name) ?? [];
		const allocatable = allocatableOf(node, resource);
		const requested = own.reduce((sum, pod) => sum + requestOf(pod, resource), 0);
		return {node, allocatable, free: Math.max(0, allocatable - requested), pods: own};
	});
	return rooms.toSorted((a, b) => b.free - a.free || (a.node.name < b.node.name ? -1 : 1));
}

/** Who has taken most of a resource on a node: `batch/report 1500m`, each owner once, the largest first. */
export function consumersOf(pods: readonly PodRow[], resource: string, countMax: number): readonly Consumer[] {
	const byOwner = new Map<string, Consumer>();
	for (const pod of pods) {
		const amount = requestOf(pod, resource);
		const {namespace} = pod;
		const name = ownerName(pod);
		const known = byOwner.get(`${namespace}/${name}`);
		if (amount > 0) byOwner.set(`${namespace}/${name}`, {namespace, name, amount: amount + (known?.amount ?? 0)});
	}
	return [...byOwner.values()].toSorted((a, b) => b.amount - a.amount).slice(0, countMax);
}

export interface Consumer {
	readonly namespace: string;
	readonly name: string;
	readonly amount: number;
}

/** What takes room on each of these nodes: pods that have ended take none. */
export function podsByNode(nodes: readonly NodeRow[], cluster: Cluster): ReadonlyMap<string, readonly PodRow[]> {
	const pods = new Map<string, PodRow[]>(nodes.map(({name}) => [name, []]));
	for (const pod of cluster.all('pod'))
		if (pod.node !== '' && pod.phase !== 'Succeeded' && pod.phase !== 'Failed') pods.get(pod.node)?.push(pod);
	return pods;
}

/** The workload as people know it: `api` for a pod of the ReplicaSet `api-7f9c5d`. */
export function ownerName({name, owner, revisionHash}: PodRow): string {
	if (owner === undefined || owner.kind === 'Node') return name;
	const hash = `-${revisionHash}`;
	return owner.kind === 'ReplicaSet' && owner.name.endsWith(hash) ? owner.name.slice(0, -hash.length) : owner.name;
}
