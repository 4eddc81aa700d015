import {defineRule} from '../../contract.ts';
import {sandboxFailure, waitingOn} from '../../creation/sandbox-failures.ts';
import {afterGrace} from '../../grace.ts';
import {listed} from '../../phrases.ts';

/** Plugins that fetch addresses in batches need some seconds for the next one. */
const GRACE_MS = 30_000;

export default defineRule({
	id: 'ip-addresses-exhausted',
	title: 'pods for which no IP address is left',
	why: 'The subnet, or the range of the node, has none to give; pods start when others end.',
	remedy: 'Enlarge the subnet or the range, add nodes with addresses of their own, or run fewer pods.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		const failure = sandboxFailure(subject, cluster, {forAddresses: true});
		if (failure === undefined) return;
		const {pods, nodes, message, evidence, since} = failure;
		const range = /range set: (?<range>[0-9a-f.:]{2,45}-[0-9a-f.:]{2,45})/i.exec(message)?.groups?.['range'];
		yield {
			verdict: afterGrace(subject, cluster, since, GRACE_MS, 'struggling'),
			confidence: 'certain',
			title: `${subject.who} wait for an IP address: none is left${range === undefined ? '' : ` in ${range}`}`,
			because: nodes
				.slice(0, 3)
				.map(node => `${waitingOn(node, cluster)} wait on ${node}, where ${runningOn(node)} pods run`)
				.join('; '),
			pods,
			evidence,
			since,
			next: [
				'enlarge the subnet or the range of addresses for pods',
				'or add nodes, when each has addresses of its own',
				`or scale down what can be spared on ${listed(nodes, 3)}`,
			],
		};

		function runningOn(node: string): number {
			let count = 0;
			for (const pod of cluster.all('pod'))
				if (pod.node === node && pod.ip !== '' && pod.phase === 'Running') count += 1;
			return count;
		}
	},
});
