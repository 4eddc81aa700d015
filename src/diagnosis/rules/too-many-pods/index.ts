import {defineRule} from '../../contract.ts';
import {listed} from '../../phrases.ts';
import {besides} from '../../scheduling/refusal-words.ts';
import {podsByNode} from '../../scheduling/room.ts';
import {stuckBy} from '../../scheduling/stuck.ts';
import {suitableNodes} from '../../scheduling/suitable.ts';

export default defineRule({
	id: 'too-many-pods',
	title: 'nodes that run as many pods as they may',
	why: 'A node takes only so many pods, by its kubelet or by the addresses of its network, however much room it has.',
	remedy: 'Add nodes, raise their maximum of pods, or remove pods that are not needed.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = stuckBy(subject, cluster, 'pod-cap');
		if (kept === undefined) return;
		const nodes = suitableNodes(kept.pod.spec, kept.nodes ?? []);
		const running = podsByNode(nodes, cluster);
		const full = nodes.flatMap(({name, allocatable: {pods: most = Infinity}}) => {
			const count = running.get(name)?.length ?? 0;
			return count >= most ? [`${name} runs ${count} of ${most}`] : [];
		});
		const where = full.length === 0 ? '' : `: ${listed(full.toSorted(), 3)}`;
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `${subject.who} find no node that may take another pod${where}`,
			because: ['the maximum of pods is reached, whatever room there is', ...besides(kept)].join('; '),
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			next: ['add a node', 'remove pods that are not needed, or raise maxPods of the kubelets'],
		};
	},
});
