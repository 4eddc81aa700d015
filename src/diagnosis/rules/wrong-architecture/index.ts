import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';
import type {Cluster} from '../../cluster.ts';

export default defineRule({
	id: 'wrong-architecture',
	title: 'an image that is built for another processor',
	why: 'The node cannot run its program at all (exec format error), so it ends at once, each time.',
	remedy: 'Build the image for the architecture of the nodes, or choose nodes that fit it.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'node'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['wrong-architecture'], ({crashes: [{pod, container}]}) => {
			const architecture = architectureOf(pod.node, cluster);
			return {
				words: `${container.image} is not built for ${architecture === '' ? 'the processor of the node' : architecture}`,
				because: architecture === '' ? [] : [`${pod.node} is ${architecture}`],
				next: [
					`build ${container.image} for ${architecture === '' ? 'the architecture of the nodes' : architecture}`,
					'or its entrypoint is a script whose first line names no interpreter',
				],
				verdict: 'doomed',
			};
		}),
});

function architectureOf(node: string, cluster: Cluster): string {
	return cluster.named('node', '', node)?.labels['kubernetes.io/arch'] ?? '';
}
