import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {podsOnNode, podsWords} from '../../nodes/pods-on-node.ts';

const LOOK_MS = 15_000;

export default defineRule({
	id: 'node-unschedulable',
	title: 'a node that is cordoned',
	why: 'Somebody takes it out of service: it takes no new pods. That is no fault, but it explains why others are full.',
	remedy: 'When its maintenance is over, uncordon it.',
	about: 'node',
	reads: ['node', 'pod'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: node} = subject;
		if (!node.unschedulable) return;
		subject.lookAgainAt(cluster.now + LOOK_MS);
		const pods = podsOnNode(node, cluster);
		yield {
			verdict: 'info',
			confidence: 'certain',
			title: `Node ${node.name} is cordoned`,
			because: `it takes no new pods; ${podsWords(pods)}`,
			affects: pods,
			evidence: [seenOn(node, `${node.name} ${node.status}`)],
			next: [`when its maintenance is over: kubectl uncordon ${node.name}`],
		};
	},
});
