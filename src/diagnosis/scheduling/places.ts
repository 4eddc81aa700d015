import type {SpreadRule} from '../../model/placement.ts';
import type {PodRow} from '../../model/pod.ts';
import {selects} from '../../model/selector.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import {listed} from '../phrases.ts';
import {labelOf} from './node-match.ts';

/** `node`, `zone`: what a person calls the places that a label makes of nodes. */
export function placeWord(topologyKey: string): string {
	if (topologyKey === 'kubernetes.io/hostname') return 'node';
	const known = /^(?:topology\.kubernetes\.io|failure-domain\.beta\.kubernetes\.io)\/(?<place>zone|region)$/.exec(
		topologyKey,
	);
	return known?.groups?.['place'] ?? `place by ${topologyKey}`;
}

/** How many pods that the rule is about are in each place, by its name; nodes without the label are no place. */
export function podsByPlace(
	{topologyKey, selector}: SpreadRule,
	nodes: readonly NodeRow[],
	{namespace}: PodRow,
	cluster: Cluster,
): ReadonlyMap<string, number> {
	const placeOfNode = new Map(nodes.flatMap(node => pairOf(node, topologyKey)));
	const counts = new Map<string, number>([...placeOfNode.values()].map(place => [place, 0]));
	for (const pod of cluster.inNamespace('pod', namespace)) {
		const place = placeOfNode.get(pod.node);
		const isThere = pod.phase !== 'Succeeded' && pod.phase !== 'Failed' && selects(selector, pod.labels);
		if (place !== undefined && isThere) counts.set(place, (counts.get(place) ?? 0) + 1);
	}
	return counts;
}

/** `zone a has 2, zone b has 1`. */
export function spreadWords(topologyKey: string, counts: ReadonlyMap<string, number>): string {
	const parts = [...counts]
		.toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
		.map(([place, count]) => `${placeWord(topologyKey)} ${place} has ${count}`);
	return listed(parts, 4);
}

/** `app=db`: the pods that a rule is about. */
export function selectorWords({selector}: SpreadRule): string {
	const {matchLabels = {}, matchExpressions = []} = selector ?? {};
	const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
	return listed([...labels, ...matchExpressions.map(({key, operator}) => `${key} ${operator}`)], 3);
}

function pairOf(node: NodeRow, topologyKey: string): readonly (readonly [string, string])[] {
	const place = labelOf(node, topologyKey);
	return place === undefined ? [] : [[node.name, place]];
}
