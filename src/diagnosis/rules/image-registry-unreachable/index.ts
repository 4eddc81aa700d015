import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {afterGrace} from '../../grace.ts';
import {commonOf, type FailedPull, failedPulls} from '../../images/failed-pulls.ts';
import {imageNameOf, meantImage, nodesWith, shortImage} from '../../images/image-name.ts';
import {listed} from '../../phrases.ts';

/** Long enough for the first try to time out or be refused, and for the next one to succeed. */
const GRACE_MS = 20_000;

export default defineRule({
	id: 'image-registry-unreachable',
	title: 'a registry that cannot be reached, or is in trouble itself',
	why: 'Pods cannot start where the image is not yet; Kubernetes tries again, and it recovers with the registry or the network.',
	remedy: 'Look whether one node or all are hit: then at the network of the node, its DNS, or the registry.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['dns', 'network', 'registry'])) {
			const {failure, image, nodes, since} = pull;
			const {host} = imageNameOf(image);
			yield {
				...commonOf(pull),
				verdict: afterGrace(subject, cluster, since, GRACE_MS, 'struggling'),
				confidence: 'certain',
				title: `${subject.who} wait for ${shortImage(image)}: ${wordsOf(pull, host)}`,
				because: whereOf(pull, cluster),
				next: [
					failure === 'dns'
						? `check the name ${host}, and the DNS of ${nodes[0] ?? 'the nodes'}`
						: `check that ${nodes[0] ?? 'the nodes'} can reach ${host}`,
					'it recovers by itself: Kubernetes tries again at least every 5 minutes',
				],
			};
		}
	},
});

function wordsOf({failure, message}: FailedPull, host: string): string {
	if (failure === 'dns') return `the name ${host} does not resolve`;
	if (failure === 'registry') return `${host} is in trouble${statusOf(message)}`;
	return /connection refused/i.test(message) ? `${host} refuses connections` : `${host} does not answer`;
}

function statusOf(message: string): string {
	const status = /\b5\d\d\b/.exec(message)?.[0];
	return status === undefined ? '' : ` (${status})`;
}

function whereOf({failure, nodes, image, message}: FailedPull, cluster: Cluster): string {
	const target = /dial tcp (?<address>[^\s:]{1,100}:\d{1,5})/.exec(message)?.groups?.['address'];
	const others = nodesWith(image, cluster).filter(node => !nodes.includes(node));
	const meant = failure === 'dns' ? meantImage(image, cluster) : undefined;
	return [
		`fails on ${nodes.length === 0 ? 'a node' : listed(nodes)}`,
		...(others.length === 0 ? [] : [`it is already on ${listed(others)}`]),
		...(target === undefined ? [] : [`tried ${target}`]),
		...(meant === undefined ? [] : [`perhaps ${shortImage(meant)} is meant`]),
	].join('; ');
}
