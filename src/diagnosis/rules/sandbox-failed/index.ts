import {defineRule} from '../../contract.ts';
import {onlyNode} from '../../creation/only-node.ts';
import {sandboxFailure, waitingOn} from '../../creation/sandbox-failures.ts';
import {afterGrace} from '../../grace.ts';
import {listed, oneLine} from '../../phrases.ts';

/** On a fresh node the network plugin comes up after the first pods, within a minute. */
const GRACE_MS = 60_000;

export default defineRule({
	id: 'sandbox-failed',
	title: 'pods for which their node cannot make a sandbox or a network',
	why: 'The network plugin or the runtime of the node refuses; no container is created before that works.',
	remedy: 'Look at the pods of the network plugin on that node, and at the other pods that start there.',
	about: 'pods',
	reads: ['pod', 'event', 'node'],
	place: 'cause',
	*find(subject, cluster) {
		const failure = sandboxFailure(subject, cluster, {forAddresses: false});
		if (failure === undefined) return;
		const {pods, nodes, message, evidence, since} = failure;
		yield {
			verdict: afterGrace(subject, cluster, since, GRACE_MS, 'struggling'),
			confidence: 'certain',
			title: `${subject.who} get no network on ${listed(nodes, 3)}: ${oneLine(pluginOf(message) ?? message, 60)}`,
			because: nodes
				.slice(0, 3)
				.map(node => `${waitingOn(node, cluster)} pods wait for it on ${node}`)
				.join('; '),
			pods,
			evidence,
			since,
			next: [
				`look at the network plugin's pod on ${nodes[0] ?? 'the node'} (kube-system)`,
				`when only this node fails: cordon it, and delete the pods that wait there`,
			],
			follows: onlyNode(nodes, cluster),
		};
	},
});

/** `plugin type="calico" failed (add): …` says who refuses. */
function pluginOf(message: string): string | undefined {
	const plugin = /plugin type="(?<plugin>[^"]{1,60})"/.exec(message)?.groups?.['plugin'];
	return plugin === undefined ? undefined : `plugin ${plugin} refuses`;
}
