import type {Cluster} from '../cluster.ts';

/** The uid of the node, when it is one: what is wrong with it then explains what its pods wait for. For `Draft.follows`. */
export function onlyNode(nodes: readonly string[], cluster: Cluster): readonly string[] {
	const [name] = nodes;
	const node = name === undefined || nodes.length > 1 ? undefined : cluster.named('node', '', name);
	return node === undefined ? [] : [node.uid];
}
