import type {NodeRow} from '../../../model/workload.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {isLeaving, troublesOf, troubleWords, unreadiness} from '../../nodes/node-trouble.ts';
import {matches, onlyNodeOf} from '../../scheduling/node-match.ts';
import {waitsTooLong} from '../../scheduling/patience.ts';
import {besides} from '../../scheduling/refusal-words.ts';
import {keptBy, type Unplaced} from '../../scheduling/unplaced.ts';

export default defineRule({
	id: 'nodes-not-available',
	title: 'pods whose nodes are cordoned, not ready, or short of memory or disk',
	why: 'The nodes that would do take no new pods now, and the others do not fit.',
	remedy: 'Bring the nodes back, end their maintenance, or add others.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		for (const obstacle of ['trouble', 'cordon'] as const) {
			const kept = keptBy(subject, cluster, obstacle);
			if (kept === undefined || !waitsTooLong(subject, cluster, kept, false)) continue;
			const nodes = unavailable(kept).toSorted((a, b) => (a.name < b.name ? -1 : 1));
			yield {
				key: obstacle,
				verdict: 'struggling',
				confidence: 'certain',
				title: `${subject.who} find no node: ${wordsOf(kept, nodes)}`,
				because: besides(kept).join('; '),
				pods: kept.pods,
				evidence: [
					...kept.evidence,
					...nodes
						.slice(0, 3)
						.map(node => seenOn(node, `${node.name} ${troubleWords(node)}`, unreadiness(node)?.since)),
				],
				since: kept.since,
				// What is wrong with a node that is cordoned is nothing.
				follows: obstacle === 'trouble' ? nodes.map(({uid}) => uid) : [],
				next: remediesOf(kept, nodes),
			};
		}
	},
});

function unavailable({pod, nodes = [], obstacle}: Unplaced): readonly NodeRow[] {
	const suitable = nodes.filter(node => matches(pod.spec, node) && troubleWords(node) !== '');
	return suitable.filter(node => isLeaving(node) === (obstacle === 'cordon') || suitable.length === 1);
}

function wordsOf({fit, obstacle, nodes}: Unplaced, unavailableNodes: readonly NodeRow[]): string {
	if (unavailableNodes.length > 0) return troublesOf(unavailableNodes);
	if (nodes?.length === 0) return 'the cluster has none';
	const count = fit.refusals.find(refusal => refusal.obstacle === obstacle)?.nodes ?? 0;
	const [few, many] = obstacle === 'cordon' ? ['is cordoned', 'are cordoned'] : ['is not well', 'are not well'];
	return count === 1 ? `the one that would do ${few}` : `${count} that would do ${many}`;
}

function remediesOf({obstacle, pod}: Unplaced, [first]: readonly NodeRow[]): readonly string[] {
	const remedy =
		obstacle === 'cordon'
			? `when its maintenance is over: kubectl uncordon ${first?.name ?? 'NODE'}`
			: `look at ${first === undefined ? 'the nodes' : `node ${first.name}`}`;
	// Another node does not help a pod that is meant for one.
	return onlyNodeOf(pod.spec) === undefined ? [remedy, 'add a node meanwhile'] : [remedy];
}
