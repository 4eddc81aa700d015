import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import {allocatableOf, requestOf} from './amounts.ts';
import {lackedBy} from './refusal-words.ts';
import {type Room, roomsOf} from './room.ts';
import {suitableNodes} from './suitable.ts';
import type {Unplaced} from './unplaced.ts';

/** What a pod asks for against what nodes have. */
export interface Shortage {
	/** `cpu`, `nvidia.com/gpu`. */
	readonly resource: string;
	readonly request: number;
	/** The node that could give most if it were empty; undefined when nodes are not known. */
	readonly largest: {readonly node: NodeRow; readonly allocatable: number} | undefined;
	/** The node with most left of it; undefined when that cannot be added up. */
	readonly best: Room | undefined;
	/** What else is short. */
	readonly others: readonly string[];
	/** Not even an empty node would do. */
	readonly fitsNowhere: boolean;
}

/** Of all that is short the one thing to tell: first what no node could ever give. Undefined when nothing is said to be short. */
export function shortageOf(kept: Unplaced, cluster: Cluster): Shortage | undefined {
	const names = lackedBy(kept.fit);
	const nodes = suitableNodes(kept.pod.spec, kept.nodes ?? []);
	const shortages = names.map((resource): Shortage => {
		const request = requestOf(kept.pod, resource);
		const [largest] = nodes
			.map(node => ({node, allocatable: allocatableOf(node, resource)}))
			.toSorted((a, b) => b.allocatable - a.allocatable);
		const rooms = cluster.scope === '' ? roomsOf(resource, nodes, cluster) : [];
		const fitsNowhere = largest !== undefined && request > largest.allocatable;
		const others = names.filter(name => name !== resource);
		// A node with enough of it refuses for another reason; what is said must not look like a mistake.
		return {resource, request, largest, best: rooms.find(({free}) => free < request), others, fitsNowhere};
	});
	return (
		shortages.find(({fitsNowhere}) => fitsNowhere) ?? shortages.find(({best}) => best !== undefined) ?? shortages[0]
	);
}
