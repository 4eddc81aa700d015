import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {endedAt, isOwned, isWholeAgain, takenAway} from '../../nodes/ended-pods.ts';
import {listed, quoted} from '../../phrases.ts';

export default defineRule({
	id: 'pod-shutdown-by-node',
	title: 'pods that were ended because their node shut down',
	why: 'A machine that is switched off or taken back by the cloud ends its pods first; they are made elsewhere.',
	remedy: 'Nothing, when it was meant; spread replicas over nodes, so that one machine less is not felt.',
	about: 'pods',
	reads: ['pod', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const pods = takenAway(subject, cluster, isShutDown);
		const [first] = pods;
		if (first === undefined) return;
		const nodes = [...new Set(pods.map(({node}) => node))].filter(name => name !== '').toSorted();
		yield {
			verdict: 'info',
			confidence: 'certain',
			title: `${isOwned(subject) ? 'Pods were' : 'The pod was'} ended because ${nodes.length === 0 ? 'their node' : listed(nodes, 3)} shut down`,
			because: isWholeAgain(subject)
				? 'all its pods are there again'
				: isOwned(subject)
					? ''
					: 'nobody owns it, so nobody makes it again',
			pods,
			evidence: pods
				.slice(0, 3)
				.map(pod => seenOn(pod, `${pod.name} ${pod.reason}: ${quoted(pod.message)}`, endedAt(pod))),
			since: Math.min(...pods.map(endedAt)),
			next: [],
		};
	},
});

/** The word has changed from version to version; the message has not. */
function isShutDown({reason, message}: PodRow): boolean {
	return (
		reason === 'NodeShutdown' ||
		((reason === 'Terminated' || reason === 'Shutdown') && /node (?:is )?shut/i.test(message))
	);
}
