import type {PodSpec} from '../../model/pod-spec.ts';
import type {NodeRow} from '../../model/workload.ts';
import {unreadiness} from '../nodes/node-trouble.ts';
import {matches, untoleratedTaints} from './node-match.ts';

/** The nodes on which a pod may run and that take pods now: what is left to ask is whether they have room. */
export function suitableNodes(spec: PodSpec, nodes: readonly NodeRow[]): readonly NodeRow[] {
	return nodes.filter(
		node =>
			!node.unschedulable &&
			unreadiness(node) === undefined &&
			matches(spec, node) &&
			untoleratedTaints(spec, node).length === 0,
	);
}
