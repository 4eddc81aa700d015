import {defineRule} from '../../contract.ts';
import {listed} from '../../phrases.ts';
import {stuckBy} from '../../scheduling/stuck.ts';
import {besides} from '../../scheduling/refusal-words.ts';
import {ownerName, podsByNode} from '../../scheduling/room.ts';
import {suitableNodes} from '../../scheduling/suitable.ts';

export default defineRule({
	id: 'host-port-taken',
	title: 'pods that need a port of their node which other pods have',
	why: 'A port of a node can be given to one pod only, so there can be no more such pods than nodes.',
	remedy: 'Drop the host port and use a Service, or run at most one of these pods per node.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = stuckBy(subject, cluster, 'host-port');
		if (kept === undefined) return;
		const {hostPorts} = kept.pod.spec.placement;
		const nodes = suitableNodes(kept.pod.spec, kept.nodes ?? []);
		const holders = [...podsByNode(nodes, cluster).values()]
			.flat()
			.filter(pod => pod.spec.placement.hostPorts.some(port => hostPorts.includes(port)));
		const held = [...new Set(holders.map(pod => `${ownerName(pod)} on ${pod.node}`))].toSorted();
		const ports = hostPorts.length === 0 ? 'a port' : `port ${listed(hostPorts.map(String), 3)}`;
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `${subject.who} need ${ports} of a node, which is taken on every node that would do`,
			because: [...(held.length === 0 ? [] : [`it is taken by ${listed(held)}`]), ...besides(kept)].join('; '),
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			next: ['drop hostPort from the template and use a Service', 'run at most one of these pods per node'],
		};
	},
});
