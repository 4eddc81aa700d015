import {conditionNamed} from '../../../kinds/conditions.ts';
import {formatMemory} from '../../../model/quantity.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {PRESSURES} from '../../nodes/node-trouble.ts';
import {podsOnNode, podsWords} from '../../nodes/pods-on-node.ts';
import {listed, quoted} from '../../phrases.ts';
import {requestOf} from '../../scheduling/amounts.ts';

/** Clouds say that a new node has no network until its routes are made. */
const JOINING_MS = 3 * 60_000;
const LOOK_MS = 15_000;

export default defineRule({
	id: 'node-pressure',
	title: 'a node that is short of memory, disk, process ids or network',
	why: 'Its kubelet evicts pods until the shortage is over, and no new ones are placed there.',
	remedy: 'Look at what uses most, and give what is important requests that tell what it needs.',
	about: 'node',
	reads: ['node', 'pod', 'usage'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: node} = subject;
		for (const {condition: type, words} of PRESSURES) {
			const condition = conditionNamed(node.conditions, type);
			if (condition?.status !== 'True' || !isDue(subject, cluster, node.createdAt, JOINING_MS)) continue;
			subject.lookAgainAt(cluster.now + LOOK_MS);
			const pods = podsOnNode(node, cluster);
			const greedy = type === 'MemoryPressure' ? overRequest(pods, cluster) : [];
			yield {
				key: type,
				verdict: 'struggling',
				confidence: 'certain',
				title: `Node ${node.name} ${words}`,
				because: [
					podsWords(pods),
					...(greedy.length === 0 ? [] : [`most beyond their requests: ${listed(greedy)}`]),
				].join('; '),
				affects: pods,
				evidence: [seenOn(node, `${type} ${condition.reason}: ${quoted(condition.message)}`, condition.since)],
				since: condition.since || node.createdAt,
				next: REMEDIES[type],
			};
		}
	},
});

const REMEDIES: Readonly<Record<(typeof PRESSURES)[number]['condition'], readonly string[]>> = {
	MemoryPressure: [
		'find what uses more memory than it requests',
		'set memory requests, so that pods are placed where there is room',
	],
	DiskPressure: ['look at images, logs and emptyDir volumes on the node', 'set ephemeral-storage limits'],
	PIDPressure: ['look for what starts process after process on the node'],
	NetworkUnavailable: ['look at the network plugin of the node'],
};

/** They are evicted first: `api-x (900Mi of 128Mi)`. */
function overRequest(pods: readonly PodRow[], cluster: Cluster): readonly string[] {
	return pods
		.flatMap(pod => {
			const used = cluster.usageOf(pod)?.memory ?? 0;
			const request = requestOf(pod, 'memory');
			return used > request ? [{pod, used, request}] : [];
		})
		.toSorted((a, b) => b.used - b.request - (a.used - a.request))
		.slice(0, 3)
		.map(({pod, used, request}) => `${pod.name} (${formatMemory(used)}, requests ${formatMemory(request)})`);
}
