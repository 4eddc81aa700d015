import type {NodeRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {troubleWords} from '../../nodes/node-trouble.ts';
import {listed} from '../../phrases.ts';
import {labelOf} from '../../scheduling/node-match.ts';
import {waitsTooLong} from '../../scheduling/patience.ts';
import {besides} from '../../scheduling/refusal-words.ts';
import {keptBy, type Unplaced} from '../../scheduling/unplaced.ts';
import {claimNamesOf, claimsOf, claimWords} from '../../storage/claims.ts';

export default defineRule({
	id: 'volume-elsewhere',
	title: 'a volume that can only be used on nodes which do not take the pod',
	why: 'Disks belong to a zone or a node: a pod that mounts one must run there, and there it finds no place.',
	remedy: 'Bring back or add a node where the volume is, or move the data.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'claim'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = keptBy(subject, cluster, 'volume-elsewhere');
		if (kept === undefined || !waitsTooLong(subject, cluster, kept, false)) return;
		const names = [...new Set(kept.pods.flatMap(claimNamesOf))].toSorted();
		const home = homeOf(kept, cluster);
		const words =
			names.length === 0 ? 'their volume' : `the volume of ${claimWords(listed(names, 2), names.length)}`;
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `${subject.who} must run where ${words} is, and find no node there`,
			because: [...home.words, ...zonesOf(kept.nodes ?? []), ...besides(kept)].join('; '),
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			follows: home.node === undefined ? [] : [home.node.uid],
			next: [
				...(home.node === undefined ? [] : [`look at node ${home.node.name}`]),
				'add a node in the zone of the volume, or restore its data in another',
			],
		};
	},
});

/** Volumes are not listed; but a claim remembers for which node its volume was made. */
function homeOf(
	{pods, nodes}: Unplaced,
	cluster: Cluster,
): {readonly words: readonly string[]; readonly node: NodeRow | undefined} {
	for (const {name, selectedNode} of pods.flatMap(pod => claimsOf(pod, cluster))) {
		if (selectedNode === '') continue;
		const node = nodes?.find(one => one.name === selectedNode);
		const trouble = node === undefined ? (nodes === undefined ? '' : 'is gone') : troubleWords(node);
		return {
			words: [`${name} was made for ${selectedNode}${trouble === '' ? '' : `, which ${trouble}`}`],
			node: trouble === '' ? undefined : node,
		};
	}
	return {words: [], node: undefined};
}

function zonesOf(nodes: readonly NodeRow[]): readonly string[] {
	const zones = Map.groupBy(nodes, node => labelOf(node, 'topology.kubernetes.io/zone') ?? '');
	const parts = [...zones].flatMap(([zone, some]) => (zone === '' ? [] : [`${zone} (${some.length})`])).toSorted();
	return parts.length === 0 ? [] : [`nodes are in zones ${listed(parts)}`];
}
